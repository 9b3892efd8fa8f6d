internal import LessonModel

/// Finds lines and places in a lesson's text.
struct SourceText {
  private let bytes: [UInt8]
  /// The offset of every line's first byte.
  private let starts: [Int]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    self.bytes = bytes
    starts = [0] + bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// The number of lines.
  var lineCount: Int { starts.count }

  /// A line, counted from 1, without its line break; empty outside the text.
  func line(_ number: Int) -> String { String(decoding: lineBytes(number), as: UTF8.self) }

  /// A line's first bytes, those before a column counted from 1.
  func line(_ number: Int, before column: Int) -> String {
    String(decoding: lineBytes(number).prefix(max(column - 1, 0)), as: UTF8.self)
  }

  private func lineBytes(_ number: Int) -> ArraySlice<UInt8> {
    guard starts.indices.contains(number - 1) else { return [] }
    var end = starts.indices.contains(number) ? starts[number] - 1 : bytes.count
    let start = starts[number - 1]
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return bytes[start..<end]
  }

  /// The place of a byte of an inner text, such as a formula, that stands somewhere in `range`.
  ///
  /// Where the text was changed on its way, as in a quote whose marks were taken off, the line is
  /// still right and the column is the line's first.
  func position(of offset: Int, in text: String, within range: SourceRange) -> SourcePosition {
    let inner = Array(text.utf8)
    if let start = index(range.start), let end = index(range.end), end - start >= inner.count {
      var at = start
      while at + inner.count <= end {
        if bytes[at..<at + inner.count].elementsEqual(inner) { return position(at + offset) }
        at += 1
      }
    }
    let breaks = inner.prefix(offset).filter { $0 == UInt8(ascii: "\n") }.count
    return breaks == 0
      ? range.start : SourcePosition(line: range.start.line + breaks, column: 1)
  }

  private func index(_ position: SourcePosition) -> Int? {
    guard starts.indices.contains(position.line - 1) else { return nil }
    let index = starts[position.line - 1] + position.column - 1
    return (0...bytes.count).contains(index) ? index : nil
  }

  private func position(_ index: Int) -> SourcePosition {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= index { low = middle } else { high = middle }
    }
    return SourcePosition(line: low + 1, column: index - starts[low] + 1)
  }
}
