/// Holds a lesson's text as lines of bytes, so that every place is a line and a column.
struct SourceLines {
  /// The text with every line end as one line feed; lines and columns are those of the file.
  let bytes: [UInt8]
  /// The byte ranges of the lines, without their line ends.
  let lines: [Range<Int>]

  init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  init(bytes: [UInt8]) {
    let bytes = bytes.contains(13) ? SourceLines.withLineFeeds(bytes) : bytes
    var lines: [Range<Int>] = []
    var start = 0
    for index in bytes.indices where bytes[index] == 10 {
      lines.append(start..<index)
      start = index + 1
    }
    lines.append(start..<bytes.count)
    self.bytes = bytes
    self.lines = lines
  }

  private static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for index in bytes.indices {
      switch bytes[index] {
      case 13: result.append(10)
      case 10 where index > 0 && bytes[index - 1] == 13: break
      case let byte: result.append(byte)
      }
    }
    return result
  }

  /// The bytes of a line counted from 1; empty for a line that does not exist.
  func line(_ number: Int) -> ArraySlice<UInt8> { bytes[offsets(ofLine: number)] }

  func text(_ number: Int) -> String { String(decoding: line(number), as: UTF8.self) }

  /// The byte range of a line counted from 1, without its line end.
  func offsets(ofLine number: Int) -> Range<Int> {
    if number < 1 { return 0..<0 }
    return number <= lines.count ? lines[number - 1] : bytes.count..<bytes.count
  }

  /// The byte offset of a position, moved into its line where the column is beyond it.
  func offset(_ position: SourcePosition) -> Int {
    let line = offsets(ofLine: position.line)
    return min(line.lowerBound + max(position.column - 1, 0), line.upperBound)
  }

  /// The position of a byte offset.
  func position(_ offset: Int) -> SourcePosition {
    var low = 0
    var high = lines.count - 1
    while low < high {
      let middle = (low + high + 1) / 2
      if lines[middle].lowerBound <= offset { low = middle } else { high = middle - 1 }
    }
    return SourcePosition(line: low + 1, column: offset - lines[low].lowerBound + 1)
  }

  func range(_ offsets: Range<Int>) -> SourceRange {
    SourceRange(start: position(offsets.lowerBound), end: position(offsets.upperBound))
  }

  /// The range of a whole line.
  func range(ofLine number: Int) -> SourceRange {
    let count = line(number).count
    return SourceRange(
      start: SourcePosition(line: number, column: 1),
      end: SourcePosition(line: number, column: count + 1))
  }
}
