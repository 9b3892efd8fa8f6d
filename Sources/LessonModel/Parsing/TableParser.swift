/// Finds pipe tables in paragraphs, since plain cmark has none.
struct TableParser {
  /// Holds one cell's text and where it stands in the source, in bytes.
  struct CellText {
    var text: String
    var range: Range<Int>
  }

  /// Holds a table's texts before their inlines are parsed.
  struct Found {
    /// How many lines of the paragraph stand above the table.
    var before: Int
    var alignments: [PipeTable.Alignment]
    var header: [CellText]
    var rows: [[CellText]]
    /// The caption's line below the rows, without its colon.
    var caption: CellText?
  }

  let bytes: [UInt8]

  /// Finds a table in the lines of a paragraph, given as byte ranges without quote markers.
  func find(_ lines: [Range<Int>]) -> Found? {
    guard lines.count >= 2 else { return nil }
    for index in 1..<lines.count {
      guard let alignments = alignments(lines[index]) else { continue }
      let header = split(lines[index - 1])
      guard header.count == alignments.count else { continue }
      var found = Found(before: index - 1, alignments: alignments, header: header, rows: [])
      for line in lines[(index + 1)...] {
        if let caption = caption(line) {
          found.caption = caption
          break
        }
        var row = Array(split(line).prefix(header.count))
        while row.count < header.count {
          row.append(CellText(text: "", range: line.upperBound..<line.upperBound))
        }
        found.rows.append(row)
      }
      return found
    }
    return nil
  }

  /// The text of a caption line `: Caption`, nil for any other line.
  func caption(_ line: Range<Int>) -> CellText? {
    guard bytes[line].starts(with: [58, 32]) else { return nil }
    let range = trim((line.lowerBound + 2)..<line.upperBound)
    return CellText(text: String(decoding: bytes[range], as: UTF8.self), range: range)
  }

  private func alignments(_ line: Range<Int>) -> [PipeTable.Alignment]? {
    guard bytes[line].contains(45), bytes[line].allSatisfy({ [45, 58, 124, 32, 9].contains($0) })
    else { return nil }
    let cells = split(line)
    guard cells.count > 1 || bytes[line].contains(124) else { return nil }
    var alignments: [PipeTable.Alignment] = []
    for cell in cells {
      let text = Array(cell.text.utf8)
      let isLeft = text.first == 58
      let isRight = text.count > 1 && text.last == 58
      let dashes = text.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == 45 }) else { return nil }
      alignments.append(isLeft ? (isRight ? .center : .left) : isRight ? .right : .none)
    }
    return alignments
  }

  private func split(_ line: Range<Int>) -> [CellText] {
    var range = trim(line)
    if range.isEmpty { return [] }
    if bytes[range.lowerBound] == 124 { range = (range.lowerBound + 1)..<range.upperBound }
    var cells: [CellText] = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      if bytes[index] == 92 {
        index += 2
      } else if bytes[index] == 96 {
        let run = bytes[index..<range.upperBound].prefix { $0 == 96 }.count
        index = closing(run, from: index + run, end: range.upperBound) ?? index + run
      } else if bytes[index] == 124 {
        cells.append(cell(start..<index))
        index += 1
        start = index
      } else {
        index += 1
      }
    }
    if start < range.upperBound { cells.append(cell(start..<range.upperBound)) }
    return cells
  }

  private func closing(_ count: Int, from: Int, end: Int) -> Int? {
    var index = from
    while index < end {
      guard bytes[index] == 96 else {
        index += 1
        continue
      }
      let run = bytes[index..<end].prefix { $0 == 96 }.count
      if run == count { return index + run }
      index += run
    }
    return nil
  }

  private func cell(_ range: Range<Int>) -> CellText {
    let range = trim(range)
    let text = String(decoding: bytes[range], as: UTF8.self).replacing("\\|", with: "|")
    return CellText(text: text, range: range)
  }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 32 || bytes[start] == 9 { start += 1 }
    while end > start, bytes[end - 1] == 32 || bytes[end - 1] == 9 { end -= 1 }
    return start..<end
  }
}
