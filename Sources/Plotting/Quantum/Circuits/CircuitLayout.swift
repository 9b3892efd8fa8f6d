/// Puts the operations of a circuit into columns as early as their wires allow, and columns into rows.
struct CircuitLayout {
  /// Holds operations that stand above one another.
  struct Column {
    var elements: [CircuitDiagram.Element] = []
    var width = 0.0
  }

  /// Holds columns that stand side by side before the drawing wraps.
  struct Row {
    var columns: [Column] = []
    var width: Double {
      columns.reduce(0) { $0 + $1.width } + CircuitLayout.gap * Double(columns.count)
    }
  }

  static let gap = 8.0
  private(set) var columns: [Column] = []
  private(set) var rows: [Row] = []

  init(_ elements: some Sequence<CircuitDiagram.Element>, qubits: Int, limit: Double) {
    var free = [Int](repeating: 0, count: qubits)
    for element in elements {
      let wires = element.wires
      let index = free[wires].max() ?? 0
      while columns.count <= index { columns.append(Column()) }
      columns[index].elements.append(element)
      columns[index].width = max(columns[index].width, element.width)
      // Lines to controls cross the wires between; barriers hold back what comes after.
      for wire in wires { free[wire] = index + 1 }
    }
    var row = Row()
    for column in columns {
      if !row.columns.isEmpty, row.width + column.width + CircuitLayout.gap > limit {
        rows.append(row)
        row = Row()
      }
      row.columns.append(column)
    }
    rows.append(row)
  }
}
