/// Finds where literal texts stand in the source, going forward through one block.
///
/// cmark's inline columns are wrong behind indented continuation lines and escapes, so they are a
/// hint that is checked against the source.
struct TextCursor {
  let bytes: [UInt8]
  private(set) var offset: Int
  let end: Int

  init(bytes: [UInt8], range: Range<Int>) {
    self.bytes = bytes
    offset = min(range.lowerBound, bytes.count)
    end = min(max(range.upperBound, offset), bytes.count)
  }

  /// The range of a literal at or behind the cursor, which moves to its end.
  mutating func take(_ literal: String, hint: Int) -> Range<Int> {
    let wanted = Array(literal.utf8)
    guard !wanted.isEmpty else { return offset..<offset }
    var start = hint
    if hint < offset || !matches(wanted, at: hint) {
      start = offset
      while start < end && !matches(wanted, at: start) { start += 1 }
      if start >= end { start = offset }
    }
    offset = min(start + wanted.count, end)
    return start..<max(offset, start)
  }

  /// Moves behind a byte where it comes next; used for line breaks.
  mutating func takeLineBreak() -> Range<Int> {
    var index = offset
    while index < end && bytes[index] != 10 && bytes[index] != 13 { index += 1 }
    guard index < end else { return offset..<offset }
    offset = index + 1
    return index..<offset
  }

  private func matches(_ wanted: [UInt8], at start: Int) -> Bool {
    guard start >= 0, start + min(wanted.count, 24) <= end else { return false }
    for index in 0..<min(wanted.count, 24) {
      let byte = bytes[start + index]
      // A line break in a code span becomes a space.
      guard byte == wanted[index] || (wanted[index] == 32 && (byte == 10 || byte == 13)) else {
        return false
      }
    }
    return true
  }
}
