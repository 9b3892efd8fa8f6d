/// Takes math out of a lesson before cmark sees it, since cmark would mangle `\{`, `\\`, `*` and `_`.
///
/// Every piece of math is replaced by a private-use character and letters, of the same number of
/// bytes on every line, so that all other text stays where it is. Where a placeholder ends up in
/// code or in a link, `restored(_:)` puts the source text back.
struct MathLifter {
  /// Holds one piece that was lifted out.
  struct Piece {
    enum Kind { case inline, display, literal }
    var kind: Kind
    var tex: String
    /// The source text that the placeholder stands for.
    var source: String
    /// Where the piece lies in the file, in bytes.
    var range: Range<Int>
    /// Where the TeX starts in the file, in bytes.
    var texOffset: Int
    /// The `eq-…` label behind display math.
    var label: String?
    /// How many letters follow the private-use character, then how many stand on each further line.
    var fill: [Int]
  }

  private let source: SourceLines
  /// The text for cmark.
  private(set) var text: [UInt8]
  private(set) var pieces: [Piece] = []
  /// Where a `$$` stands that is never closed, in bytes.
  private(set) var unclosed: [Int] = []

  static let firstScalar: UInt32 = 0xE000
  static let scalars: UInt32 = 6399
  /// Stands before a fragment so that cmark takes it for a paragraph whatever it starts with.
  static let fragmentStart: Character = "\u{F8FF}"
  private static let letter = UInt8(ascii: "m")

  init(_ source: SourceLines, from firstLine: Int, liftsMath: Bool) {
    self.source = source
    text = source.bytes
    if liftsMath { scanLines(from: firstLine) }
    liftPrivateUse()
    pieces.sort { $0.range.lowerBound < $1.range.lowerBound }
    for index in pieces.indices { write(index) }
  }

  // MARK: Reading placeholders

  static func isPlaceholder(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= firstScalar && scalar.value < firstScalar + scalars
  }

  /// The piece that a placeholder stands for; the first one from `start` on where there are many.
  func index(of scalar: Unicode.Scalar, from start: Int) -> Int? {
    let code = Int(scalar.value - MathLifter.firstScalar)
    let step = Int(MathLifter.scalars)
    var index = start - start % step + code
    if index < start { index += step }
    if index >= pieces.count { index = code }
    return index < pieces.count ? index : nil
  }

  /// A text with the source put back for every placeholder in it.
  func restored(_ text: String, from start: Int = 0) -> String {
    guard text.unicodeScalars.contains(where: MathLifter.isPlaceholder) else { return text }
    var result = ""
    var skip: [Int] = []
    for scalar in text.unicodeScalars {
      if MathLifter.isPlaceholder(scalar), let index = index(of: scalar, from: start) {
        result += pieces[index].source
        skip = pieces[index].fill
      } else if let left = skip.first, left > 0 {
        skip[0] -= 1
      } else if skip.count > 1, scalar == "\n" || scalar == " " {
        if scalar == "\n" { skip.removeFirst() }
      } else {
        skip = []
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  // MARK: Finding math

  private mutating func scanLines(from firstLine: Int) {
    var fence: (character: UInt8, count: Int)?
    var start: Int?
    var end = 0
    for number in firstLine..<max(source.lines.count + 1, firstLine) {
      let line = source.line(number)
      let content = MathLifter.content(line)
      let wasInFence = fence != nil
      if let open = fence {
        if MathLifter.fence(content, closing: open) != nil { fence = nil }
      } else {
        fence = MathLifter.fence(content, closing: nil)
      }
      let isText = !wasInFence && fence == nil && !content.isEmpty
      let startsBlock = MathLifter.startsItem(line, content) || content.first == 35
      if let first = start, !isText || startsBlock {
        scan(first..<end)
        start = nil
      }
      if isText {
        start = start ?? source.lines[number - 1].lowerBound
        end = source.lines[number - 1].upperBound
      }
    }
    if let first = start { scan(first..<end) }
  }

  /// Lifts the math of one paragraph's bytes.
  private mutating func scan(_ range: Range<Int>) {
    let bytes = source.bytes
    var index = range.lowerBound
    while index < range.upperBound {
      switch bytes[index] {
      case 92: index += 2
      case 96:
        let run = bytes[index..<range.upperBound].prefix { $0 == 96 }.count
        index = closingRun(of: run, from: index + run, in: range) ?? index + run
      case 36: index = lift(at: index, in: range)
      default: index += 1
      }
    }
  }

  private func closingRun(of count: Int, from start: Int, in range: Range<Int>) -> Int? {
    var index = start
    while index < range.upperBound {
      guard source.bytes[index] == 96 else {
        index += 1
        continue
      }
      let run = source.bytes[index..<range.upperBound].prefix { $0 == 96 }.count
      if run == count { return index + run }
      index += run
    }
    return nil
  }

  /// Lifts the math that a dollar opens, if it does; returns where to go on.
  private mutating func lift(at start: Int, in range: Range<Int>) -> Int {
    let bytes = source.bytes
    let next = start + 1
    guard next < range.upperBound else { return next }
    if bytes[next] == 36 {
      guard let close = closing(from: start + 2, in: range, isDisplay: true) else {
        unclosed.append(start)
        return start + 2
      }
      let (label, end) = label(after: close + 2, in: range)
      add(.display, start..<end, tex: (start + 2)..<close, label: label)
      return end
    }
    if bytes[next] == 96 {
      var index = next + 1
      while index + 1 < range.upperBound {
        if bytes[index] == 96 && bytes[index + 1] == 36 {
          add(.inline, start..<(index + 2), tex: (next + 1)..<index, label: nil)
          return index + 2
        }
        index += 1
      }
      return next
    }
    guard bytes[next] != 32, bytes[next] != 9, bytes[next] != 10, bytes[next] != 13,
      let close = closing(from: next, in: range, isDisplay: false)
    else { return next }
    add(.inline, start..<(close + 1), tex: next..<close, label: nil)
    return close + 1
  }

  /// Where math ends.
  ///
  /// An inline dollar closes where no space stands before it and no digit behind, so that prices are
  /// left alone (Pandoc's rule).
  private func closing(from start: Int, in range: Range<Int>, isDisplay: Bool) -> Int? {
    let bytes = source.bytes
    var index = start
    while index < range.upperBound {
      if bytes[index] == 92 {
        index += 2
        continue
      }
      if bytes[index] == 36 {
        let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
        if isDisplay {
          if next == 36 { return index }
        } else if next == 36 || index == start {
          return nil
        } else if ![9, 10, 13, 32].contains(bytes[index - 1]), !(48...57).contains(next) {
          return index
        }
      }
      index += 1
    }
    return nil
  }

  /// The label `{#eq-x}` behind display math, and the end of what belongs to the math.
  private func label(after end: Int, in range: Range<Int>) -> (String?, Int) {
    let line = source.bytes[end..<range.upperBound].prefix { $0 != 10 && $0 != 13 }
    let text = line.drop { $0 == 32 }
    guard text.starts(with: [123, 35]), let close = text.firstIndex(of: 125) else {
      return (nil, end)
    }
    return (String(decoding: text[(text.startIndex + 2)..<close], as: UTF8.self), close + 1)
  }

  private mutating func add(
    _ kind: Piece.Kind, _ range: Range<Int>, tex: Range<Int>, label: String?
  ) {
    let first = source.position(range.lowerBound).line
    let last = source.position(range.upperBound).line
    var parts: [String] = []
    var fill: [Int] = []
    for number in first...last {
      let line = source.lines[number - 1]
      let start = number == first ? range.lowerBound : withoutQuotes(line)
      let end = number == last ? range.upperBound : line.upperBound
      fill.append(max(end - start, 0))
      let part =
        max(start, tex.lowerBound)..<max(min(end, tex.upperBound), max(start, tex.lowerBound))
      parts.append(String(decoding: source.bytes[part], as: UTF8.self))
    }
    fill[0] -= 3
    guard fill[0] >= 0 else { return }
    let body = parts.joined(separator: "\n")
    let lead = body.utf8.prefix { $0 == 32 || $0 == 10 || $0 == 9 }.count
    pieces.append(
      Piece(
        kind: kind, tex: body.trimmed,
        source: String(decoding: source.bytes[range], as: UTF8.self), range: range,
        texOffset: tex.lowerBound + lead, label: label, fill: fill))
  }

  /// Where a line starts behind the markers of the quotes around it.
  private func withoutQuotes(_ line: Range<Int>) -> Int {
    let rest = source.bytes[line].drop { $0 == 32 || $0 == 9 || $0 == 62 }
    return rest.startIndex
  }

  /// Private-use characters of the author's own must not be taken for placeholders.
  private mutating func liftPrivateUse() {
    let bytes = source.bytes
    var index = 0
    while index + 2 < bytes.count {
      guard bytes[index] == 0xEE || (bytes[index] == 0xEF && bytes[index + 1] < 0xA4) else {
        index += 1
        continue
      }
      let range = index..<(index + 3)
      let text = String(decoding: bytes[range], as: UTF8.self)
      if !pieces.contains(where: { $0.range.contains(index) }) {
        pieces.append(
          Piece(
            kind: .literal, tex: text, source: text, range: range, texOffset: index, label: nil,
            fill: [0]))
      }
      index += 3
    }
  }

  // MARK: Writing placeholders

  private mutating func write(_ index: Int) {
    let piece = pieces[index]
    let scalar = MathLifter.firstScalar + UInt32(index) % MathLifter.scalars
    let first = source.position(piece.range.lowerBound).line
    for (step, count) in piece.fill.enumerated() {
      let line = source.lines[first - 1 + step]
      var start = step == 0 ? piece.range.lowerBound : withoutQuotes(line)
      if step == 0 {
        text[start] = UInt8(0xE0 | scalar >> 12)
        text[start + 1] = UInt8(0x80 | (scalar >> 6 & 0x3F))
        text[start + 2] = UInt8(0x80 | (scalar & 0x3F))
        start += 3
      }
      for offset in start..<(start + count) { text[offset] = MathLifter.letter }
    }
  }

  // MARK: Lines

  /// The part of a line behind the markers of quotes and list items.
  static func content(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = line.drop { $0 == 32 || $0 == 9 }
    while true {
      if rest.first == 62 {
        rest = rest.dropFirst()
      } else if let behind = behindItemMarker(rest) {
        rest = behind
      } else {
        return rest
      }
      rest = rest.drop { $0 == 32 || $0 == 9 }
    }
  }

  private static func behindItemMarker(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let digits = text.prefix { $0 >= 48 && $0 <= 57 }
    let marker = text.dropFirst(digits.count)
    let isMarker: Bool
    if digits.isEmpty {
      isMarker = marker.first.map { [42, 43, 45].contains($0) } ?? false
    } else {
      isMarker = digits.count < 10 && (marker.first == 46 || marker.first == 41)
    }
    guard isMarker, let next = marker.dropFirst().first, next == 32 || next == 9 else { return nil }
    return marker.dropFirst(2)
  }

  private static func startsItem(_ line: ArraySlice<UInt8>, _ content: ArraySlice<UInt8>) -> Bool {
    line[line.startIndex..<content.startIndex].contains { $0 != 32 && $0 != 9 && $0 != 62 }
  }

  private static func fence(
    _ content: ArraySlice<UInt8>, closing: (character: UInt8, count: Int)?
  ) -> (character: UInt8, count: Int)? {
    guard let first = content.first, first == 96 || first == 126 else { return nil }
    let run = content.prefix { $0 == first }
    guard run.count >= 3 else { return nil }
    let rest = content.dropFirst(run.count)
    if let closing {
      guard first == closing.character, run.count >= closing.count,
        rest.allSatisfy({ $0 == 32 || $0 == 9 })
      else { return nil }
    } else if first == 96 && rest.contains(96) {
      return nil
    }
    return (first, run.count)
  }
}

extension StringProtocol {
  /// The text without white space at its ends.
  var trimmed: String {
    var rest = self[...]
    while let first = rest.first, first.isWhitespace { rest = rest.dropFirst() }
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }
}
