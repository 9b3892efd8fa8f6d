/// Reads the parts of links and link definitions as cmark does, to know where they end.
struct LinkSyntax {
  let bytes: [UInt8]

  /// The end of the link definitions that a paragraph starts with.
  func endOfDefinitions() -> Int {
    var index = 0
    while index < bytes.count, bytes[index] == 91, let end = definition(from: index) { index = end }
    return index
  }

  /// The end of what follows a link's `]`: `(destination "title")`, `[label]`, or nothing.
  func endOfLink(behind index: Int) -> Int {
    inlineTarget(from: index) ?? label(from: index)?.end ?? index
  }

  private func inlineTarget(from start: Int) -> Int? {
    guard start < bytes.count, bytes[start] == 40,
      let url = destination(from: spaces(from: start + 1))
    else { return nil }
    var end = spaces(from: url)
    if end > url, let behind = title(from: end) { end = spaces(from: behind) }
    return end < bytes.count && bytes[end] == 41 ? end + 1 : nil
  }

  private func definition(from start: Int) -> Int? {
    guard let label = label(from: start), !label.isBlank, label.end < bytes.count,
      bytes[label.end] == 58, let url = destination(from: lineSpace(from: label.end + 1))
    else { return nil }
    let beforeTitle = lineSpace(from: url)
    if beforeTitle > url, let behind = title(from: beforeTitle), let end = lineEnd(from: behind) {
      return end
    }
    return lineEnd(from: url)
  }

  /// A label in brackets: its end and whether there is nothing in it.
  private func label(from start: Int) -> (end: Int, isBlank: Bool)? {
    guard start < bytes.count, bytes[start] == 91 else { return nil }
    var index = start + 1
    var isBlank = true
    while index < bytes.count, bytes[index] != 91, index - start <= 1001 {
      if bytes[index] == 93 { return (index + 1, isBlank) }
      if !isSpace(bytes[index]) { isBlank = false }
      index +=
        bytes[index] == 92 && index + 1 < bytes.count && isPunctuation(bytes[index + 1]) ? 2 : 1
    }
    return nil
  }

  private func destination(from start: Int) -> Int? {
    var index = start
    if index < bytes.count, bytes[index] == 60 {
      index += 1
      while index < bytes.count {
        switch bytes[index] {
        case 62: return index + 1
        case 92: index += 2
        case 10, 60: return nil
        default: index += 1
        }
      }
      return nil
    }
    var depth = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 92, index + 1 < bytes.count, isPunctuation(bytes[index + 1]) {
        index += 2
        continue
      }
      if byte == 40 { depth += 1 }
      if depth > 32 { return nil }
      if byte == 41 {
        if depth == 0 { break }
        depth -= 1
      }
      if isSpace(byte) { break }
      index += 1
    }
    if index == start && (index >= bytes.count || bytes[index] != 41) { return nil }
    return index < bytes.count ? index : nil
  }

  private func title(from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    let open = bytes[start]
    guard open == 34 || open == 39 || open == 40 else { return nil }
    let close = open == 40 ? UInt8(41) : open
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == close { return index + 1 }
      if open == 40 && bytes[index] == 40 || bytes[index] == 0 { return nil }
      index += bytes[index] == 92 ? 2 : 1
    }
    return nil
  }

  /// Moves over white space of any kind.
  private func spaces(from start: Int) -> Int {
    var index = start
    while index < bytes.count, isSpace(bytes[index]) { index += 1 }
    return index
  }

  /// Moves over spaces with at most one line end among them.
  private func lineSpace(from start: Int) -> Int {
    var index = blanks(from: start)
    if index < bytes.count, bytes[index] == 10 { index = blanks(from: index + 1) }
    return index
  }

  private func lineEnd(from start: Int) -> Int? {
    let index = blanks(from: start)
    if index >= bytes.count { return index }
    return bytes[index] == 10 ? index + 1 : nil
  }

  private func blanks(from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 32 || bytes[index] == 9 { index += 1 }
    return index
  }
}

/// Whether a byte is white space in a paragraph.
func isSpace(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

/// Whether a byte is ASCII punctuation, which a backslash can escape.
func isPunctuation(_ byte: UInt8) -> Bool {
  (33...47).contains(byte) || (58...64).contains(byte) || (91...96).contains(byte)
    || (123...126).contains(byte)
}
