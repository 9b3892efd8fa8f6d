/// Follows cmark's inlines through a paragraph's text and tells where each of them stands.
///
/// The tree says what comes next, so every step is certain: two asterisks where `strong` begins, a
/// run of backticks around code, a backslash or an entity where the text differs from the source.
/// That makes places exact where cmark's own columns are wrong, in linear time.
struct InlineAligner {
  /// Holds a stretch of text that is either verbatim in the source or stands for an escape.
  struct Piece {
    var text: ArraySlice<UInt8>
    var range: Range<Int>
    var isVerbatim: Bool
  }

  private let bytes: [UInt8]
  private let links: LinkSyntax
  private let entities: Entities
  /// The content offset of the next byte that belongs to no inline yet.
  private(set) var offset: Int

  /// Whether the tree and the text have come apart, so that nothing more can be told.
  private var isLost = false

  /// - Parameter skipsDefinitions: whether the text may start with link definitions.
  init(_ bytes: [UInt8], entities: Entities, skipsDefinitions: Bool) {
    self.bytes = bytes
    self.entities = entities
    links = LinkSyntax(bytes: bytes)
    offset = skipsDefinitions ? links.endOfDefinitions() : 0
  }

  /// Stops moving: what follows gets the place reached so far.
  mutating func giveUp() { isLost = true }

  /// Moves over a text and returns its pieces.
  ///
  /// - Parameter escapes: whether a backslash escapes; it does not in an autolink.
  mutating func text(_ literal: [UInt8], escapes: Bool) -> [Piece] {
    var pieces: [Piece] = []
    var done = 0
    var start = offset
    var taken = 0
    func close() {
      guard taken > done else { return }
      pieces.append(
        Piece(text: literal[done..<taken], range: start..<offset, isVerbatim: true))
    }
    while !isLost, taken < literal.count, offset < bytes.count {
      let byte = bytes[offset]
      if let special = special(byte, escapes: escapes), literal[taken...].starts(with: special.text)
      {
        close()
        pieces.append(
          Piece(
            text: literal[taken..<(taken + special.text.count)],
            range: offset..<(offset + special.length), isVerbatim: false))
        offset += special.length
        taken += special.text.count
        (done, start) = (taken, offset)
      } else {
        // A byte that does not match can only come from a cmark that reads differently.
        guard byte == literal[taken] else { break }
        offset += 1
        taken += 1
      }
    }
    close()
    if taken < literal.count {
      giveUp()
      pieces.append(Piece(text: literal[taken...], range: offset..<offset, isVerbatim: false))
    }
    return pieces
  }

  /// What an escape, an entity or a NUL stands for, and its length in the source.
  private func special(_ byte: UInt8, escapes: Bool) -> (text: [UInt8], length: Int)? {
    switch byte {
    case 92:
      guard escapes, offset + 1 < bytes.count, isPunctuation(bytes[offset + 1]) else { return nil }
      return ([bytes[offset + 1]], 2)
    case 38:
      let behind = bytes[(offset + 1)...].prefix(34)
      guard let end = behind.firstIndex(of: 59), end > offset + 1 else { return nil }
      let name = bytes[(offset + 1)..<end]
      guard let text = name.first == 35 ? number(name.dropFirst()) : entity(name) else {
        return nil
      }
      return (text, end + 1 - offset)
    case 0: return ([0xEF, 0xBF, 0xBD], 1)
    default: return nil
    }
  }

  private func entity(_ name: ArraySlice<UInt8>) -> [UInt8]? {
    let isName = name.allSatisfy {
      (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0)
    }
    return isName ? entities.text(of: name) : nil
  }

  private func number(_ digits: ArraySlice<UInt8>) -> [UInt8]? {
    let isHexadecimal = digits.first == 120 || digits.first == 88
    let digits = isHexadecimal ? digits.dropFirst() : digits
    guard !digits.isEmpty, digits.count <= (isHexadecimal ? 6 : 7), digits.first != 43,
      digits.first != 45,
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: isHexadecimal ? 16 : 10)
    else { return nil }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return Array(String(Character(scalar ?? "\u{FFFD}")).utf8)
  }

  /// Moves over a number of delimiters, such as the two asterisks of strong emphasis.
  mutating func delimiters(_ count: Int) -> Range<Int> {
    let start = offset
    if isLost { return start..<start }
    while offset - start < count, offset < bytes.count, bytes[offset] == 42 || bytes[offset] == 95 {
      offset += 1
    }
    if offset - start < count { giveUp() }
    return start..<offset
  }

  /// Moves over a code span; returns it and what is between its backticks.
  mutating func code() -> (whole: Range<Int>, inside: Range<Int>) {
    let start = offset
    let run = isLost ? 0 : runOfBackticks(from: start)
    var index = start + run
    while run > 0, index < bytes.count {
      if bytes[index] != 96 {
        index += 1
        continue
      }
      let found = runOfBackticks(from: index)
      if found == run {
        offset = index + run
        return (start..<offset, (start + run)..<index)
      }
      index += found
    }
    giveUp()
    return (start..<start, start..<start)
  }

  private func runOfBackticks(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 96 { index += 1 }
    return index - start
  }

  /// Moves over text that cmark keeps as it is: raw HTML.
  mutating func verbatim(_ count: Int) -> Range<Int> {
    let start = offset
    if !isLost { offset = min(offset + count, bytes.count) }
    return start..<offset
  }

  /// Moves over the opening of a link or image; true where it is an autolink.
  mutating func openLink(isImage: Bool) -> Bool {
    guard !isLost else { return false }
    let isAutolink = offset < bytes.count && bytes[offset] == 60
    offset = min(offset + (isImage ? 2 : 1), bytes.count)
    return isAutolink
  }

  /// Moves over the end of a link or image.
  mutating func closeLink(isAutolink: Bool) {
    guard !isLost, offset < bytes.count else { return }
    offset = isAutolink ? offset + 1 : links.endOfLink(behind: offset + 1)
  }

  /// Moves over a line end with the spaces or the backslash before it; returns the line end itself.
  mutating func lineBreak() -> Range<Int> {
    let start = offset
    if isLost { return start..<start }
    let isEscaped = offset < bytes.count && bytes[offset] == 92
    if isEscaped { offset += 1 }
    while offset < bytes.count, bytes[offset] != 10, isSpace(bytes[offset]) { offset += 1 }
    guard offset < bytes.count, bytes[offset] == 10 else {
      offset = start
      return start..<start
    }
    offset += 1
    let range = start..<offset
    // cmark keeps the indentation behind a backslash.
    while !isEscaped, offset < bytes.count, bytes[offset] == 32 || bytes[offset] == 9 {
      offset += 1
    }
    return range
  }
}
