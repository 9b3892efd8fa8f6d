/// Groups a lesson's lines into the stretches of prose in which math can stand.
///
/// It comes before cmark, which must not see math; so it asks cmark once where code is, and for the
/// rest needs to be right only about where math cannot go on.
struct ProseFinder {
  /// Holds the lines of one stretch: where the text of each starts and ends in the source.
  struct Stretch {
    var lines: [Range<Int>]
    /// The lines that would start a block of their own, were they not inside display math.
    var forced: [Int]
  }

  private let source: SourceLines
  private let code: [MarkdownParser.CodeLines]

  init(_ source: SourceLines, code: [MarkdownParser.CodeLines]) {
    self.source = source
    self.code = code
  }

  /// The stretches from a line on.
  ///
  /// - Parameter tracksDisplay: whether display math goes on over lines that look like list items.
  func stretches(in numbers: Range<Int>, tracksDisplay: Bool) -> [Stretch] {
    var stretches: [Stretch] = []
    var open = Stretch(lines: [], forced: [])
    var quotes = 0
    var isDisplay = false
    var nextCode = firstCode(from: numbers.lowerBound)
    func close() {
      if !open.lines.isEmpty { stretches.append(open) }
      open = Stretch(lines: [], forced: [])
      isDisplay = false
    }
    for number in numbers {
      while nextCode < code.count, code[nextCode].last < number { nextCode += 1 }
      let isCode = nextCode < code.count && code[nextCode].first <= number
      let head = Head(source, number, quotes: open.lines.isEmpty ? nil : quotes)
      if head.isBlank || isCode && !(isDisplay && !code[nextCode].isFenced) {
        close()
        continue
      }
      if head.startsBlock && !open.lines.isEmpty {
        if tracksDisplay && isDisplay {
          open.forced.append(open.lines.count)
        } else {
          close()
        }
      }
      let isFirst = open.lines.isEmpty
      if isFirst { quotes = head.quotes }
      let start = isFirst || !isDisplay ? head.contentStart : head.textStart
      let text = start..<source.offsets(ofLine: number).upperBound
      // A link definition's address is no place for math.
      if isFirst && isDefinition(source.bytes[text]) { continue }
      open.lines.append(text)
      isDisplay = MathScanner.isOpen(isDisplay, behind: source.bytes[text])
      if head.endsBlock && !isDisplay { close() }
    }
    close()
    return stretches
  }

  private func firstCode(from number: Int) -> Int {
    var low = 0
    var high = code.count
    while low < high {
      let middle = (low + high) / 2
      if code[middle].last < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isDefinition(_ text: ArraySlice<UInt8>) -> Bool {
    guard text.first == 91, let close = text.firstIndex(of: 93) else { return false }
    return close + 1 < text.endIndex && text[close + 1] == 58
  }
}

/// Holds what stands at the start of a line.
private struct Head {
  /// How many quote markers there are.
  var quotes = 0
  /// Where the text starts behind the markers of the quotes around the stretch.
  var textStart: Int
  /// Where the text starts behind all markers of quotes and list items.
  var contentStart: Int
  var isBlank = false
  var startsBlock = false
  /// Whether the line is a block of its own, so that no paragraph goes on behind it.
  var endsBlock = false

  /// - Parameter quotes: how many quotes are around the stretch that the line may continue.
  init(_ source: SourceLines, _ number: Int, quotes limit: Int?) {
    let bytes = source.bytes
    let line = source.offsets(ofLine: number)
    var index = line.lowerBound
    func skipSpace() {
      while index < line.upperBound, bytes[index] == 32 || bytes[index] == 9 { index += 1 }
    }
    skipSpace()
    textStart = index
    contentStart = index
    while index < line.upperBound {
      if bytes[index] == 62 {
        quotes += 1
        index += 1
        skipSpace()
        if let limit, quotes <= limit, !startsBlock { textStart = index }
      } else if let behind = Head.behindItemMarker(bytes[index..<line.upperBound]) {
        startsBlock = true
        index = behind
        skipSpace()
      } else {
        break
      }
    }
    contentStart = index
    isBlank = index == line.upperBound
    if let limit, quotes > limit { startsBlock = true }
    let text = bytes[index..<line.upperBound]
    let isRule = Head.isRule(text)
    if text.first == 35 || isRule {
      startsBlock = startsBlock || !(isRule && text.first == 61)
      endsBlock = true
    }
  }

  /// Whether a line is an underline of a heading or a thematic break.
  private static func isRule(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, [42, 45, 61, 95].contains(first) else { return false }
    return text.allSatisfy { $0 == first || $0 == 32 || $0 == 9 }
  }

  private static func behindItemMarker(_ text: ArraySlice<UInt8>) -> Int? {
    let digits = text.prefix { $0 >= 48 && $0 <= 57 }.prefix(10)
    let marker = text.dropFirst(digits.count)
    guard let sign = marker.first, let next = marker.dropFirst().first, next == 32 || next == 9,
      digits.isEmpty
        ? [42, 43, 45].contains(sign) : digits.count < 10 && (sign == 46 || sign == 41)
    else { return nil }
    return marker.startIndex + 2
  }
}
