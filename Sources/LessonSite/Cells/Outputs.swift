internal import LessonModel
internal import LessonRunner
internal import Markup
internal import Records

extension Renderer {
  /// A cell's outputs in the order in which they came.
  mutating func outputs(_ outputs: [CellOutcome.Output], of cell: Cell) -> [Node] {
    let numbers =
      numbering.cells.indices.contains(cell.index) ? numbering.cells[cell.index].outputs : []
    var nodes: [Node] = []
    var hasFigure = false
    var hasTable = false
    for (index, output) in outputs.enumerated() {
      let number = numbers.indices.contains(index) ? numbers[index] : nil
      switch output {
      case .standardOutput(let text): nodes.append(printed(text, "stdout", "Printed text"))
      case .standardError(let text): nodes.append(printed(text, "stderr", "Text on standard error"))
      case .display(.text(let text)): nodes.append(printed(text, "result", "Value"))
      case .display(.math(let tex)):
        nodes.append(displayMath(tex, label: nil, range: cell.range, isOutput: true))
      case .display(.check(let check)): nodes.append(CheckView.node(check))
      case .display(.table(let table)):
        nodes.append(self.table(table, number: number, of: cell, isFirst: !hasTable))
        hasTable = true
      case .display(.figure(let figure)):
        nodes.append(self.figure(figure, number: number ?? 0, of: cell, isFirst: !hasFigure))
        hasFigure = true
      }
      nodes.append("\n")
    }
    return nodes
  }

  private func printed(_ text: String, _ name: String, _ label: String) -> Node {
    let shown = Terminal.text(text)
    return .element(
      "pre", [("class", name), ("role", "group"), ("tabindex", "0"), ("aria-label", label)],
      [.element("samp", [], [.text(shown)])])
  }

  private mutating func table(
    _ table: Table, number: Int?, of cell: Cell, isFirst: Bool
  ) -> Node {
    let grid = TableView.grid(table, label: TableView.name(number))
    guard let number, isFirst else { return grid }
    let label = cell.options.label ?? ""
    return TableView.figure(
      grid, number: number, caption: nodes(cell.options.tableCaption ?? []),
      anchor: label.hasPrefix("tbl-") ? anchor(of: cell) : nil)
  }

  /// The anchor that references to a cell's label lead to.
  func anchor(of cell: Cell) -> String? {
    numbering.cells.indices.contains(cell.index) ? numbering.cells[cell.index].anchor : nil
  }
}

/// Reads text as a terminal shows it.
enum Terminal {
  /// The text without colour codes, lines that were overwritten by a carriage return, and the line
  /// break at its end.
  static func text(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    var lineStart = output.endIndex
    var scalars = text.unicodeScalars.makeIterator()
    var pending = scalars.next()
    while let scalar = pending {
      pending = scalars.next()
      switch scalar {
      case "\u{1B}":
        guard pending == "[" else { continue }
        pending = scalars.next()
        while let code = pending, !(0x40...0x7E).contains(code.value) { pending = scalars.next() }
        pending = scalars.next()
      case "\r":
        if let next = pending, next != "\n" { output.removeSubrange(lineStart...) }
      default:
        output.append(scalar)
        if scalar == "\n" { lineStart = output.endIndex }
      }
    }
    while output.last == "\n" { output.removeLast() }
    return String(output)
  }
}
