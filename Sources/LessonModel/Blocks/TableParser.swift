/// Finds pipe tables in paragraphs, since plain cmark has none.
struct TableParser {
  /// Holds a table's texts before their inlines are parsed, as byte ranges.
  struct Found {
    /// From the header's first byte to the end of the last line.
    var range: Range<Int>
    /// How many lines of the paragraph stand above the table.
    var before: Int
    var alignments: [PipeTable.Alignment]
    var header: [Range<Int>]
    var rows: [[Range<Int>]]
    /// The lines of the caption below the rows, without its colon.
    var caption: [Range<Int>]
  }

  /// How many cells may be missing from rows, and how many columns there may be; a few bytes could
  /// otherwise ask for gigabytes.
  static let mostMissing = 100_000
  static let mostColumns = 1_000

  let bytes: [UInt8]

  /// Finds a table in the lines of a paragraph, given as byte ranges without quote markers.
  func find(_ lines: [Range<Int>]) -> Found? {
    guard lines.count >= 2 else { return nil }
    for index in 1..<lines.count {
      guard let alignments = alignments(lines[index]), alignments.count <= TableParser.mostColumns,
        // A header as long as a book is none; the test keeps the search linear.
        lines[index - 1].count < 1_000_000
      else { continue }
      let header = split(lines[index - 1])
      guard header.count == alignments.count else { continue }
      return table(lines, index, header, alignments)
    }
    return nil
  }

  private func table(
    _ lines: [Range<Int>], _ delimiter: Int, _ header: [Range<Int>],
    _ alignments: [PipeTable.Alignment]
  ) -> Found? {
    let start = lines[delimiter - 1].lowerBound
    let end = trim(lines[lines.count - 1]).upperBound
    var found = Found(
      range: start..<end, before: delimiter - 1, alignments: alignments, header: header, rows: [],
      caption: [])
    var missing = 0
    for line in lines[(delimiter + 1)...] {
      if !found.caption.isEmpty {
        found.caption.append(trim(line))
      } else if let caption = caption(line) {
        found.caption = [caption]
      } else {
        var row = Array(split(line).prefix(header.count))
        missing += header.count - row.count
        if missing > TableParser.mostMissing { return nil }
        let end = line.upperBound..<line.upperBound
        row += Array(repeating: end, count: header.count - row.count)
        found.rows.append(row)
      }
    }
    return found
  }

  /// The text of a caption line `: Caption`, nil for any other line.
  private func caption(_ line: Range<Int>) -> Range<Int>? {
    guard bytes[line].starts(with: [58, 32]) else { return nil }
    return trim((line.lowerBound + 2)..<line.upperBound)
  }

  private func alignments(_ line: Range<Int>) -> [PipeTable.Alignment]? {
    guard bytes[line].contains(45), bytes[line].allSatisfy({ [45, 58, 124, 32, 9].contains($0) })
    else { return nil }
    let cells = split(line)
    guard cells.count > 1 || bytes[line].contains(124) else { return nil }
    var alignments: [PipeTable.Alignment] = []
    for cell in cells {
      let text = Array(bytes[cell])
      let isLeft = text.first == 58
      let isRight = text.count > 1 && text.last == 58
      let dashes = text.dropFirst(isLeft ? 1 : 0).dropLast(isRight ? 1 : 0)
      guard !dashes.isEmpty, dashes.allSatisfy({ $0 == 45 }) else { return nil }
      alignments.append(isLeft ? (isRight ? .center : .left) : isRight ? .right : .none)
    }
    return alignments
  }

  private func split(_ line: Range<Int>) -> [Range<Int>] {
    var range = trim(line)
    if range.isEmpty { return [] }
    if bytes[range.lowerBound] == 124 { range = (range.lowerBound + 1)..<range.upperBound }
    var cells: [Range<Int>] = []
    // Runs of backticks that nothing closes are looked for once.
    var vain: Set<Int> = []
    var start = range.lowerBound
    var index = start
    while index < range.upperBound {
      if bytes[index] == 92 {
        index += 2
      } else if bytes[index] == 96 {
        let run = bytes[index..<range.upperBound].prefix { $0 == 96 }.count
        let end = vain.contains(run) ? nil : closing(run, from: index + run, end: range.upperBound)
        if end == nil { vain.insert(run) }
        index = end ?? index + run
      } else if bytes[index] == 124 {
        cells.append(trim(start..<index))
        index += 1
        start = index
      } else {
        index += 1
      }
    }
    if start < range.upperBound { cells.append(trim(start..<range.upperBound)) }
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

  /// The text of a cell, in which `\|` stands for a bar.
  func content(_ range: Range<Int>) -> InlineContent {
    var content = InlineContent()
    var start = range.lowerBound
    for index in range where bytes[index] == 92 && index + 1 < range.upperBound {
      guard bytes[index + 1] == 124 else { continue }
      content.append(bytes[start..<index], at: start)
      start = index + 1
    }
    content.append(bytes[start..<range.upperBound], at: start)
    return content
  }

  private func trim(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, bytes[start] == 32 || bytes[start] == 9 { start += 1 }
    while end > start, bytes[end - 1] == 32 || bytes[end - 1] == 9 { end -= 1 }
    return start..<end
  }
}
