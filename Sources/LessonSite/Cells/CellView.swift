internal import LessonModel
internal import LessonRunner
internal import Markup
internal import Records

extension Renderer {
  /// A cell: its code, what it gave, and why it failed.
  mutating func cell(_ index: Int) -> [Node] {
    guard lesson.cells.indices.contains(index) else { return [] }
    let cell = lesson.cells[index]
    let outcome =
      self.outcome.cells.indices.contains(index)
      ? self.outcome.cells[index] : CellOutcome(status: .notRun)
    let options = cell.options
    let failed = outcome.status == .failed
    guard options.include || failed else { return [] }

    var content: [Node] = ["\n"]
    if options.echo && options.include && !cell.code.isEmpty {
      content += [code(of: cell), "\n"]
    }
    var results: [Node] = []
    if options.output && options.include { results = outputs(outcome.outputs, of: cell) }
    if options.include || failed { results += note(outcome, of: cell) }
    if !results.isEmpty {
      content += [
        .element(
          "div",
          [("class", "outputs"), ("role", "group"), ("aria-label", "Output of \(cell.name)")],
          ["\n"] + results),
        "\n",
      ]
    }
    if content.count == 1 { return [] }
    let anchor = numbering.cells.indices.contains(index) ? numbering.cells[index].anchor : ""
    let isTaken = figureHasAnchor(cell, outcome)
    return [
      .element(
        "div", [("class", "cell")] + (isTaken || anchor.isEmpty ? [] : [("id", anchor)]), content)
    ]
  }

  /// Whether the label stands on the cell's figure or table instead of on the cell.
  private func figureHasAnchor(_ cell: Cell, _ outcome: CellOutcome) -> Bool {
    guard let label = cell.options.label, cell.options.output, cell.options.include else {
      return false
    }
    return outcome.outputs.contains { output in
      switch output {
      case .display(.figure): label.hasPrefix("fig-")
      case .display(.table): label.hasPrefix("tbl-")
      default: false
      }
    }
  }

  private func code(of cell: Cell) -> Node {
    let block = Highlighting.block(cell.code, language: "swift", label: "Code of \(cell.name)")
    guard cell.options.codeFold else { return block }
    return .element(
      "details", [("class", "fold")],
      [.element("summary", [], ["Code"]), block])
  }

  private func notRun(_ cell: Cell) -> String {
    let failed = outcome.cells.prefix(cell.index).lastIndex { $0.status == .failed }
    return failed.map { "Not run, since \(lesson.cells[$0].name) failed." } ?? "Not run."
  }

  /// Says how a cell ended, where it did not just succeed.
  private mutating func note(_ outcome: CellOutcome, of cell: Cell) -> [Node] {
    switch outcome.status {
    case .succeeded: []
    case .skipped: []
    case .notRun:
      [.element("p", [("class", "not-run")], [.text(notRun(cell))]), "\n"]
    case .failed, .failedAsExpected:
      outcome.failure.flatMap { diagnostic -> [Node] in
        [failure(diagnostic, isExpected: outcome.status == .failedAsExpected), "\n"]
      }
    }
  }
}
