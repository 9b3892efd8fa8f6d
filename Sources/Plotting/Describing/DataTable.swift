internal import Records

/// Writes a chart's values as a table.
struct DataTable {
  let model: ChartModel
  /// The greatest count of rows; longer data are thinned evenly, and the text alternative says so.
  static let limit = 100

  init(_ model: ChartModel) { self.model = model }

  /// The table, and a sentence where rows are left out.
  var table: (table: Table?, note: String) {
    let marks = model.marks.filter { $0.kind != .rule && $0.kind != .text }
    if marks.isEmpty { return (nil, "") }
    return thinned(wide(marks) ?? long(marks))
  }

  private func thinned(_ table: Table) -> (Table?, String) {
    let count = table.rows.count
    guard count > DataTable.limit else { return (table, "") }
    var table = table
    let every = (count + DataTable.limit - 1) / DataTable.limit
    table.rows = stride(from: 0, to: count, by: every).map { table.rows[$0] }
    let ordinal = every == 2 ? "second" : every == 3 ? "third" : "\(every)th"
    return (table, "The data table shows every \(ordinal) of \(count) rows.")
  }

  /// One row for each x and one column for each series, nil where that does not hold all values.
  private func wide(_ marks: [Mark]) -> Table? {
    let names = model.styles.foregrounds
    guard names.count > 1, names.count <= 6, model.facets.isEmpty, let first = marks.first,
      marks.allSatisfy({
        $0.kind == first.kind && $0.x != nil && $0.y?.value.number != nil && $0.samples.isEmpty
          && $0.foreground != nil && $0.symbolKey == nil && $0.lineKey == nil && $0.seriesKey == nil
      })
    else { return nil }
    var (order, cells): ([PlottedValue], [PlottedValue: [String: PlottedValue]]) = ([], [:])
    for mark in marks {
      guard let x = mark.x?.value, let y = mark.y?.value, let name = mark.foreground?.value.text,
        cells[x]?[name] == nil
      else { return nil }
      if cells[x] == nil { order.append(x) }
      cells[x, default: [:]][name] = y
    }
    var table = Table(
      columns: [Table.Column(model.xTitle, isNumeric: order.allSatisfy { $0.number != nil })],
      rows: column(order).map { [$0] })
    for name in names {
      let heading = "\(model.yTitle), \(name)"
      table.columns.append(Table.Column(heading, isNumeric: true))
      let texts = column(order.map { cells[$0]?[name] })
      for index in texts.indices { table.rows[index].append(texts[index]) }
    }
    return table
  }

  /// One row for each mark and one column for each channel.
  private func long(_ marks: [Mark]) -> Table {
    // A point on a line's point would only repeat its row.
    let lines = Set(marks.filter { $0.kind == .line }.map(Place.init))
    let marks = marks.filter { $0.kind != .point || !lines.contains(Place($0)) }
    let channels: [(Mark) -> PlottableValue?] = [
      { $0.facet }, { $0.foreground?.value.number == nil ? $0.foreground : nil }, { $0.symbolKey },
      { $0.lineKey }, { $0.seriesKey }, { $0.positionKey }, { $0.x },
      { $0.isStacked ? nil : $0.xStart },
      { $0.isStacked ? nil : $0.xEnd }, { $0.y }, { $0.isStacked ? nil : $0.yStart },
      { $0.isStacked ? nil : $0.yEnd },
      { $0.foreground?.value.number != nil ? $0.foreground : nil },
    ]
    var table = Table(columns: [], rows: marks.map { _ in [] })
    var headings: Set<String> = []
    for channel in channels {
      let values = marks.map(channel)
      guard let label = values.compactMap({ $0 }).first?.label else { continue }
      let suffix = suffix(values, marks)
      guard headings.insert(label + suffix).inserted else { continue }
      let isNumeric = values.allSatisfy { $0 == nil || $0?.value.number != nil }
      table.columns.append(Table.Column(label + suffix, isNumeric: isNumeric))
      for (index, text) in column(values.map { $0?.value }).enumerated() {
        table.rows[index].append(text)
      }
    }
    addBoxes(marks, to: &table)
    return table
  }

  private func suffix(_ values: [PlottableValue?], _ marks: [Mark]) -> String {
    for (value, mark) in zip(values, marks) where value != nil {
      if value == mark.xStart || value == mark.yStart { return ", from" }
      if value == mark.xEnd || value == mark.yEnd { return ", to" }
      return ""
    }
    return ""
  }

  private func addBoxes(_ marks: [Mark], to table: inout Table) {
    let boxes = marks.map { $0.kind == .box ? BoxSummary($0.samples) : nil }
    guard let label = marks.first(where: { $0.kind == .box })?.sampleLabel else { return }
    let parts: [(String, (BoxSummary) -> Double)] = [
      ("values", { Double($0.count) }), ("low whisker", \.lowWhisker),
      ("low quartile", \.lowQuartile), ("median", \.median), ("high quartile", \.highQuartile),
      ("high whisker", \.highWhisker),
    ]
    for (name, part) in parts {
      table.columns.append(
        Table.Column(name == "values" ? "values" : "\(label), \(name)", isNumeric: true))
      for (index, text) in column(boxes.map { $0.map { .number(part($0)) } }).enumerated() {
        table.rows[index].append(text)
      }
    }
  }

  private struct Place: Hashable {
    var x: PlottedValue?
    var y: PlottedValue?
    var name: PlottedValue?
    var facet: PlottedValue?

    init(_ mark: Mark) {
      (x, y, name, facet) = (
        mark.x?.value, mark.y?.value, mark.foreground?.value, mark.facet?.value
      )
    }
  }

  /// The values of one column with enough digits to tell them apart, and no more than four places.
  private func column(_ values: [PlottedValue?]) -> [String] {
    let numbers = values.compactMap { value -> Double? in
      if case .number(let number)? = value, number.isFinite { number } else { nil }
    }
    let largest = numbers.map(\.magnitude).max() ?? 0
    let least = numbers.map(\.magnitude).filter { $0 > 0 }.min() ?? 0
    // One count of decimals lines up a column; wide ranges are written one by one.
    let isEven = largest < 1e6 && least >= 1e-3
    let decimals = (0...4).first { decimals in
      let power = NumberFormat.power(of: decimals)
      return numbers.allSatisfy { ($0 * power - ($0 * power).rounded()).magnitude < 1e-6 * power }
    }
    let places = min(decimals ?? 4, largest >= 1000 ? 1 : largest >= 100 ? 2 : 4)
    return values.map { value in
      switch value {
      case nil: ""
      case .number(let number)?
      where number.isFinite && (isEven || number == 0) && !numbers.isEmpty:
        NumberFormat.fixed(number, decimals: isEven ? places : 0)
      case .number(let number)?: NumberFormat.significant(number)
      case let other?: other.text
      }
    }
  }
}

extension Mark {
  /// Whether the ends of the mark only say how it is put on others.
  var isStacked: Bool { (kind == .bar || kind == .area) && x != nil && y != nil }
}
