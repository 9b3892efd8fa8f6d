internal import LessonModel
internal import Markup

extension Renderer {
  /// The nodes of blocks, one line each.
  mutating func nodes(_ blocks: [Block]) -> [Node] {
    var output: [Node] = []
    for block in blocks {
      let nodes = self.nodes(block)
      if nodes.isEmpty { continue }
      output += nodes
      output.append("\n")
    }
    return output
  }

  private mutating func nodes(_ block: Block) -> [Node] {
    switch block.kind {
    case .paragraph(let content) where content.isFigure: return imageFigure(content)
    case .paragraph(let content): return [.element("p", [], nodes(content))]
    case .heading: return heading()
    case .quote(let inner): return [.element("blockquote", [], nodes(inner))]
    case .callout(let kind, let title, let content): return [callout(kind, title, content)]
    case .list(let list): return [self.list(list)]
    case .listing(let language, let text):
      let name = language.isEmpty ? "Code" : "\(language) code"
      return [Highlighting.block(text, language: language, label: name)]
    case .cell(let index): return cell(index)
    case .math(let tex, let label): return [displayMath(tex, label: label, range: block.range)]
    case .table(let table): return [pipeTable(table)]
    case .thematicBreak: return [.element("hr")]
    case .html(let text): return rawHTML(text, at: block.range)
    }
  }

  private mutating func heading() -> [Node] {
    guard numbering.sections.indices.contains(sectionCount) else { return [] }
    let section = numbering.sections[sectionCount]
    sectionCount += 1
    return [
      .element(
        "h\(section.level)", [("id", section.anchor)],
        [.element("span", [("class", "num")], [.text(section.number)]), " "]
          + nodes(section.content))
    ]
  }

  private mutating func callout(_ kind: Callout, _ title: [Inline], _ content: [Block]) -> Node {
    let name = kind.rawValue.prefix(1).uppercased() + kind.rawValue.dropFirst()
    let heading: [Node] =
      title.isEmpty
      ? [.text(name)]
      : [.element("span", [("class", "kind")], [.text(name)]), " "] + nodes(title)
    return .element(
      "div", [("class", "callout \(kind.rawValue)"), ("role", "note"), ("aria-label", name)],
      [.element("p", [("class", "callout-title")], heading), "\n"] + nodes(content))
  }

  private mutating func list(_ list: List) -> Node {
    var items: [Node] = ["\n"]
    for blocks in list.items {
      var inner: [Node] = []
      for block in blocks {
        if list.isTight, case .paragraph(let content) = block.kind, !content.isFigure {
          if !inner.isEmpty { inner.append("\n") }
          inner += nodes(content)
        } else {
          if !inner.isEmpty { inner.append("\n") }
          inner += nodes(block)
        }
      }
      items += [.element("li", [], inner), "\n"]
    }
    guard let start = list.start else { return .element("ul", [], items) }
    return .element("ol", start == 1 ? [] : [("start", "\(start)")], items)
  }

  private mutating func pipeTable(_ table: PipeTable) -> Node {
    let number = numbering.tables.indices.contains(tableCount) ? numbering.tables[tableCount] : nil
    tableCount += 1
    func attributes(_ column: Int) -> [(String, String)] {
      switch table.alignments.indices.contains(column) ? table.alignments[column] : .none {
      case .right: [("class", "r")]
      case .center: [("class", "m")]
      case .left, .none: []
      }
    }
    var header: [Node] = []
    for (column, content) in table.header.enumerated() {
      header.append(TableView.heading(nodes(content), attributes(column)))
    }
    var rows: [Node] = ["\n"]
    for row in table.rows {
      var cells: [Node] = []
      for (column, content) in row.enumerated() {
        cells.append(.element("td", attributes(column), nodes(content)))
      }
      rows += [.element("tr", [], cells), "\n"]
    }
    let grid = TableView.grid(header: header, rows: rows, label: TableView.name(number))
    guard let number else { return grid }
    let anchor = table.label.flatMap { numbering.targets[$0]?.anchor }
    return TableView.figure(grid, number: number, caption: nodes(table.caption), anchor: anchor)
  }
}
