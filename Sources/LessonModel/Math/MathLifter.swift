/// Takes math out of a lesson before cmark sees it, since cmark would mangle `\{`, `\\`, `*` and `_`.
///
/// Every piece of math is replaced by a rare character and letters, of the same number of
/// bytes on every line, so that all other text stays where it is. Where a placeholder ends up in
/// code or in a link, `restored(_:in:)` puts the source text back.
struct MathLifter {
  /// Holds one piece that was lifted out.
  struct Piece {
    var isDisplay: Bool
    var tex: String
    /// Where the piece lies in the source, in bytes, with its dollars and label.
    var range: Range<Int>
    /// The `eq-…` label behind display math.
    var label: String?
    /// The source text that the placeholder stands for, line by line.
    fileprivate var lines: [Range<Int>]
  }

  let source: SourceLines
  /// The text for cmark, with the same lines and columns.
  let lifted: SourceLines
  /// The pieces by their place.
  let pieces: [Piece]
  /// Where a `$$` stands that nothing closes, in bytes.
  let unclosed: [Int]
  /// The rare character, as bytes, that starts a placeholder; the source does not have it.
  let marker: [UInt8]

  private static let letter = UInt8(ascii: "m")

  /// Lifts the math from a line on.
  init(_ source: SourceLines, from firstLine: Int) {
    guard source.bytes.contains(36) else {
      self.init(plain: source)
      return
    }
    let code = MarkdownParser.codeLines(MathLifter.text(source, blankBefore: firstLine))
    let finder = ProseFinder(source, code: code)
    var pieces: [Piece] = []
    var unclosed: [Int] = []
    let all = firstLine..<max(source.lines.count + 1, firstLine)
    for stretch in finder.stretches(in: all, tracksDisplay: true) {
      MathLifter.scan(stretch, source, finder, &pieces, &unclosed)
    }
    let marker = MathLifter.freeMarker(source.bytes)
    self.init(source, pieces: marker.isEmpty ? [] : pieces, unclosed: unclosed, marker: marker)
  }

  private init(_ source: SourceLines, pieces: [Piece], unclosed: [Int], marker: [UInt8]) {
    self.source = source
    self.pieces = pieces
    self.unclosed = unclosed
    self.marker = marker
    lifted = SourceLines(bytes: MathLifter.write(pieces, source.bytes, marker))
  }

  /// Lifts nothing.
  init(plain source: SourceLines) {
    self.source = source
    (lifted, pieces, unclosed, marker) = (source, [], [], [])
  }

  /// The text without the lines before one, which become blank; lines keep their numbers.
  static func text(_ source: SourceLines, blankBefore firstLine: Int) -> [UInt8] {
    var bytes = source.bytes
    guard firstLine > 1 else { return bytes }
    for offset in 0..<source.offsets(ofLine: firstLine - 1).upperBound where bytes[offset] != 10 {
      bytes[offset] = 32
    }
    return bytes
  }

  // MARK: Reading placeholders

  /// The piece that starts at an offset of the source.
  func piece(at offset: Int) -> Piece? {
    let index = firstPiece(from: offset)
    guard index < pieces.count, pieces[index].range.lowerBound == offset else { return nil }
    return pieces[index]
  }

  /// Where a `$$` stands in a range that nothing closes.
  func unclosed(in range: Range<Int>) -> ArraySlice<Int> {
    var low = 0
    var high = unclosed.count
    while low < high {
      let middle = (low + high) / 2
      if unclosed[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return unclosed[low...].prefix { $0 < range.upperBound }
  }

  private func firstPiece(from offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// A text from a range of the source, with the source put back for every placeholder in it.
  func restored(_ text: String, in range: Range<Int>) -> String {
    var index = firstPiece(from: range.lowerBound)
    guard index < pieces.count, pieces[index].range.lowerBound < range.upperBound else {
      return text
    }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at] == marker[0], bytes[at...].starts(with: marker), index < pieces.count else {
        result.append(bytes[at])
        at += 1
        continue
      }
      let piece = pieces[index]
      index += 1
      for (step, line) in piece.lines.enumerated() {
        // Line ends, and what stands before the text of a line, are still in the text.
        if step > 0 {
          while at < bytes.count, bytes[at] != MathLifter.letter {
            result.append(bytes[at])
            at += 1
          }
        }
        result += source.bytes[line]
        at += line.count
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: Finding math

  private static func scan(
    _ stretch: ProseFinder.Stretch, _ source: SourceLines, _ finder: ProseFinder,
    _ pieces: inout [Piece], _ unclosed: inout [Int]
  ) {
    for lines in rows(stretch, source) {
      let content = InlineContent(lines: lines, of: source.bytes)
      guard content.bytes.contains(36) else { continue }
      let scanner = MathScanner(content.bytes)
      if !stretch.forced.isEmpty, !holds(scanner.found, stretch, content) {
        // What looked like display math is none, so its lines are blocks of their own.
        guard let first = lines.first, let last = lines.last else { continue }
        let numbers =
          source.position(first.lowerBound).line..<(source.position(last.lowerBound).line + 1)
        for part in finder.stretches(in: numbers, tracksDisplay: false) {
          scan(part, source, finder, &pieces, &unclosed)
        }
        continue
      }
      for found in scanner.found {
        pieces.append(piece(found, content, lines))
      }
      unclosed += scanner.unclosed.map { content.source($0) }
    }
  }

  /// Whether every line that was taken for display math is inside some.
  private static func holds(
    _ found: [MathScanner.Found], _ stretch: ProseFinder.Stretch, _ content: InlineContent
  ) -> Bool {
    let displays = found.filter(\.isDisplay)
    var display = 0
    var line = 0
    var offset = 0
    for forced in stretch.forced {
      while line < forced {
        offset += stretch.lines[line].count + 1
        line += 1
      }
      while display < displays.count, displays[display].range.upperBound <= offset { display += 1 }
      guard display < displays.count, displays[display].range.contains(offset) else { return false }
    }
    return true
  }

  /// The stretch as a whole, or line by line from the header of a table on.
  private static func rows(
    _ stretch: ProseFinder.Stretch, _ source: SourceLines
  ) -> [[Range<Int>]] {
    let delimiter = stretch.lines.firstIndex { line in
      let text = source.bytes[line]
      return text.contains(124) && text.contains(45)
        && text.allSatisfy { [45, 58, 124, 32, 9].contains($0) }
    }
    guard let delimiter, delimiter > 0, stretch.forced.isEmpty else { return [stretch.lines] }
    let above = Array(stretch.lines[..<(delimiter - 1)])
    return (above.isEmpty ? [] : [above]) + stretch.lines[(delimiter - 1)...].map { [$0] }
  }

  private static func piece(
    _ found: MathScanner.Found, _ content: InlineContent, _ lines: [Range<Int>]
  ) -> Piece {
    let range = content.source(found.range)
    var parts: [Range<Int>] = []
    var index = firstLine(lines, holding: range.lowerBound)
    while index < lines.count, lines[index].lowerBound < range.upperBound {
      let line = lines[index]
      parts.append(
        max(line.lowerBound, range.lowerBound)..<min(line.upperBound, range.upperBound))
      index += 1
    }
    let tex = String(decoding: content.bytes[found.tex], as: UTF8.self)
    return Piece(
      isDisplay: found.isDisplay, tex: tex.trimmed, range: range, label: found.label, lines: parts)
  }

  private static func firstLine(_ lines: [Range<Int>], holding offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Writing placeholders

  /// A control or unassigned character of two bytes that the text does not have; no line that
  /// starts math has fewer.
  private static func freeMarker(_ bytes: [UInt8]) -> [UInt8] {
    var used: Set<UInt32> = []
    for index in bytes.indices.dropLast() where (0xC2...0xD5).contains(bytes[index]) {
      used.insert(UInt32(bytes[index] & 0x1F) << 6 | UInt32(bytes[index + 1] & 0x3F))
    }
    let candidates = Array(UInt32(0x86)...0x9F) + [0x378, 0x379, 0x380, 0x381, 0x530, 0x557, 0x558]
    let free = candidates.first { !used.contains($0) }
    return free.flatMap(Unicode.Scalar.init).map { Array(String(Character($0)).utf8) } ?? []
  }

  private static func write(_ pieces: [Piece], _ source: [UInt8], _ marker: [UInt8]) -> [UInt8] {
    var bytes = source
    for piece in pieces {
      for line in piece.lines {
        for offset in line { bytes[offset] = letter }
      }
      for (step, byte) in marker.enumerated() { bytes[piece.range.lowerBound + step] = byte }
    }
    return bytes
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
