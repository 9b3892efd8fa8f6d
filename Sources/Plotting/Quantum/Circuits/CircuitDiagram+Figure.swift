internal import Markup
public import Records
internal import Simulator

extension CircuitDiagram: FigureConvertible {
  /// Returns the diagram as a picture with its text alternative and the list of operations.
  ///
  /// - Throws: `PhysicsError` where there are no wires, more than 64, or an operation names a wire
  ///   that is not there.
  public func figure() throws -> Figure {
    try check()
    let shown = elements.prefix(CircuitDiagram.limit)
    let left = (labels.map { TextMetrics.width($0) }.max() ?? 0) + 10
    let layout = CircuitLayout(shown, qubits: qubits, limit: max(width, 120) - left - 8)
    let rowHeight = CircuitDrawing.wire * Double(qubits)
    let widest = layout.rows.map(\.width).max() ?? 0
    let right = left + max(widest, 40) + 8
    var drawing = CircuitDrawing()
    var top = 2.0
    for (index, row) in layout.rows.enumerated() {
      // Wires that go on in the next row reach the edge.
      let end = index + 1 < layout.rows.count ? right : left + max(row.width, 40) + 8
      drawing.addWires(labels, from: left, to: end, top: top)
      var x = left + CircuitLayout.gap
      for column in row.columns {
        for element in column.elements { drawing.add(element, x: x + column.width / 2, top: top) }
        x += column.width + CircuitLayout.gap
      }
      top += rowHeight + 14
    }
    var height = top - 12
    var children = drawing.elements
    if elements.count > shown.count {
      children.append(
        SVG.text(
          "… and \(elements.count - shown.count) more operations", at: Point(left, height + 14),
          [("fill", ChartColor.muted.css)]))
      height += 22
    }
    let description = CircuitDescription(self, steps: layout.columns.count)
    let svg = SVG.picture(
      width: right, height: height, alternative: description.text, children)
    return Figure(svg: svg, alternative: description.text, data: description.table)
  }

  private func check() throws {
    guard (1...64).contains(qubits), labels.count == qubits else {
      throw PhysicsError(
        id: "plotting.bad-wires",
        summary: "A circuit diagram cannot have \(qubits) wires with \(labels.count) labels.",
        remedy: "Draw 1 to 64 qubits, with one label for each.")
    }
    for element in elements {
      let wires = element.targets + element.controls.map(\.qubit)
      guard !wires.isEmpty, wires.allSatisfy((0..<qubits).contains) else {
        throw PhysicsError(
          id: "plotting.no-such-wire",
          summary: "\(element.name) acts on \(wires), and the diagram has \(qubits) wires.",
          remedy: "Use wires from 0 to \(qubits - 1).")
      }
      guard Set(wires).count == wires.count else {
        throw PhysicsError(
          id: "plotting.wire-used-twice",
          summary: "\(element.name) names a wire twice: \(wires).",
          remedy: "Give every wire of an operation once.")
      }
    }
  }
}

/// Describes a circuit in words and as a list.
struct CircuitDescription {
  let text: String
  let table: Table

  init(_ diagram: CircuitDiagram, steps: Int) {
    let operations = diagram.elements.filter { $0.shape != .barrier }
    func wires(_ qubits: [Int]) -> String {
      SeriesSummary.list(qubits.map { diagram.labels[$0] })
    }
    func sentence(_ element: CircuitDiagram.Element) -> String {
      let parameter = element.parameter.map { " \($0)" } ?? ""
      let controls =
        element.controls.isEmpty
        ? ""
        : " controlled by "
          + SeriesSummary.list(
            element.controls.map { diagram.labels[$0.qubit] + ($0.state == 0 ? " at 0" : "") })
      return "\(element.name)\(parameter) on \(wires(element.targets))\(controls)"
    }
    let count = operations.count
    let head =
      "Circuit of \(diagram.qubits) qubit\(diagram.qubits == 1 ? "" : "s") with \(count) operation\(count == 1 ? "" : "s") in \(steps) steps"
    if count == 0 {
      text =
        "Circuit of \(diagram.qubits) qubit\(diagram.qubits == 1 ? "" : "s") without operations."
    } else if count <= 12 {
      text = "\(head): \(operations.map(sentence).joined(separator: "; "))."
    } else {
      var (order, counts): ([String], [String: Int]) = ([], [:])
      for element in operations {
        let name =
          element.controls.isEmpty || element.shape == .gate && element.name.hasPrefix("C")
          ? element.name : "controlled \(element.name)"
        if counts[name] == nil { order.append(name) }
        counts[name, default: 0] += 1
      }
      let kinds = order.map { "\(counts[$0] ?? 0) \($0)" }
      let first = operations.prefix(3).map(sentence).joined(separator: "; ")
      let cut =
        diagram.elements.count > CircuitDiagram.limit
        ? " The first \(CircuitDiagram.limit) are drawn." : ""
      text = "\(head): \(SeriesSummary.list(kinds)). It starts with \(first).\(cut)"
    }
    table = Table(
      columns: [
        .init("number", isNumeric: true), .init("operation"), .init("parameter"), .init("qubits"),
        .init("controls"),
      ],
      rows: operations.prefix(DataTable.limit).enumerated().map { index, element in
        [
          String(index + 1), element.name, element.parameter ?? "", wires(element.targets),
          element.controls.map { diagram.labels[$0.qubit] + ($0.state == 0 ? " (0)" : "") }
            .joined(separator: ", "),
        ]
      })
  }
}
