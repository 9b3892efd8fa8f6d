public import Records

/// Shows a value on the page, below the cell that calls this.
///
/// Charts, circuits, matrices and tables are shown as pictures and tables, anything else as text.
/// The value of a cell's last expression is shown without a call.
///
///     for angle in [0.1, 0.2] { show(angle) }
///
/// - Parameter value: any value; nothing is shown for `Void`.
public func show<Value>(_ value: Value) {
  guard Value.self != Void.self else { return }
  Channel.send(.display(Displays.of(value)))
}

/// Shows a table from columns and rows of texts.
///
///     show(columns: ["gate", "qubits"], rows: [["H", "1"], ["CNOT", "2"]])
public func show(columns: [String], rows: [[String]]) {
  Channel.send(.display(.table(Displays.table(columns: columns, rows: rows))))
}

/// Shows a formula in TeX, without dollars.
///
///     show(tex: #"S = \log_2 2"#)
public func show(tex: String) {
  Channel.send(.display(.math(tex)))
}

/// Describes a value that knows its own picture, table or formula.
public protocol LessonDisplayable {
  /// What the page shows for the value.
  ///
  /// - Throws: where the value cannot be shown, for example a chart without data.
  func lessonDisplay() throws -> Display
}
