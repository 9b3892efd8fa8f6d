/// Holds a lesson's text as lines of bytes, so that every place is a line and a column.
struct SourceLines {
  let bytes: [UInt8]
  /// The byte ranges of the lines, without their line ends.
  let lines: [Range<Int>]

  init(_ text: String) {
    bytes = Array(text.utf8)
    var lines: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] == 10 || bytes[index] == 13 {
        lines.append(start..<index)
        if bytes[index] == 13 && index + 1 < bytes.count && bytes[index + 1] == 10 { index += 1 }
        start = index + 1
      }
      index += 1
    }
    lines.append(start..<bytes.count)
    self.lines = lines
  }

  /// The bytes of a line counted from 1; empty for a line that does not exist.
  func line(_ number: Int) -> ArraySlice<UInt8> {
    guard number >= 1 && number <= lines.count else { return [] }
    return bytes[lines[number - 1]]
  }

  func text(_ number: Int) -> String { String(decoding: line(number), as: UTF8.self) }

  /// The byte offset of a position, moved into its line where the column is beyond it.
  func offset(_ position: SourcePosition) -> Int {
    guard position.line >= 1 else { return 0 }
    guard position.line <= lines.count else { return bytes.count }
    let line = lines[position.line - 1]
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
