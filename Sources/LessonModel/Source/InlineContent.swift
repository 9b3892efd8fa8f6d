/// Holds the text of a paragraph as cmark reads its inlines, with the place of every byte.
///
/// Markers of quotes, indentation and the like are left out; lines end in one line feed.
struct InlineContent {
  private(set) var bytes: [UInt8] = []
  /// Where stretches of the content start, in the content and in the source.
  private var stretches: [(content: Int, source: Int)] = []

  /// Creates the content from the source bytes in some ranges, one a line.
  init(lines: [Range<Int>], of source: [UInt8]) {
    bytes.reserveCapacity(lines.reduce(0) { $0 + $1.count + 1 })
    for line in lines {
      append(source[line], at: line.lowerBound)
      bytes.append(10)
    }
  }

  /// Creates the content of a paragraph.
  init(lines: [TextLine], of source: [UInt8]) {
    bytes.reserveCapacity(lines.reduce(0) { $0 + $1.range.count + 1 })
    for line in lines {
      // The spaces stand for the tab in front.
      for _ in 0..<line.spaces { append([32], at: line.range.lowerBound - 1) }
      append(source[line.range], at: line.range.lowerBound)
      bytes.append(10)
    }
  }

  /// Creates empty content, for `append`.
  init() {}

  mutating func append(_ more: some Collection<UInt8>, at source: Int) {
    stretches.append((bytes.count, source))
    bytes.append(contentsOf: more)
  }

  /// The source offset of a content offset.
  func source(_ offset: Int) -> Int {
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].content <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return stretches.first?.source ?? 0 }
    return stretches[low - 1].source + offset - stretches[low - 1].content
  }

  /// The source range of a content range; its end is just behind its last byte.
  func source(_ range: Range<Int>) -> Range<Int> {
    let start = source(range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    return start..<max(source(range.upperBound - 1) + 1, start)
  }
}
