extension LessonParser {
  /// The inlines of a fragment, which count as standing where they are.
  func inlines(ofFragment index: Int) -> [Inline] {
    let (text, nodes) = survey.fragment(index)
    return items(nodes, of: text).items.map(\.inline)
  }

  /// The blocks of a paragraph that holds a table: what is above it, and the table.
  func blocks(of surveyed: Survey.Table) -> [Block] {
    let found = surveyed.found
    valueCell = cells.count - 1
    var blocks: [Block] = []
    if let above = surveyed.above {
      let (text, nodes) = survey.fragment(above)
      let range = text.range(0..<max(text.content.bytes.count - 1, 0), in: source)
      blocks += split(items(nodes, of: text).items, range)
    }
    let header = surveyed.header.map { inlines(ofCell: $0) }
    let rows = surveyed.rows.map { row in row.map { inlines(ofCell: $0) } }
    var table = PipeTable(alignments: found.alignments, header: header, rows: rows)
    if let caption = surveyed.caption { take(inlines(ofFragment: caption), as: &table) }
    blocks.append(Block(.table(table), range: source.range(found.range)))
    return blocks
  }

  private func inlines(ofCell fragment: Int?) -> [Inline] {
    fragment.map { inlines(ofFragment: $0) } ?? []
  }

  private func take(_ inlines: [Inline], as table: inout PipeTable) {
    var caption = inlines
    if let label = Headings.takeLabel(&caption) {
      labels.define(label.text, at: label.range)
      table.label = label.text
    }
    table.caption = caption
  }

  /// Takes a paragraph `: Caption` behind a table as its caption; false where it is none.
  func takeCaption(_ block: Block, of blocks: inout [Block]) -> Bool {
    guard isExtended, case .paragraph(var inlines) = block.kind,
      case .text(let text)? = inlines.first?.kind, text.hasPrefix(": "), let last = blocks.last,
      case .table(var table) = last.kind, table.caption.isEmpty, table.label == nil
    else { return false }
    inlines[0].kind = .text(String(text.dropFirst(2)))
    inlines[0].range.start.column += 2
    take(inlines, as: &table)
    blocks[blocks.count - 1] = Block(
      .table(table), range: SourceRange(start: last.range.start, end: block.range.end))
    return true
  }
}
