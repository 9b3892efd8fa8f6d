/// Puts a series into a sentence: how many values, where they lie, how they run.
enum SeriesSummary {
  private struct Item {
    var place: PlottedValue?
    var value: Double
    var series = ""
  }

  /// One sentence for each series, and one for all where there are more than eight.
  static func sentences(_ model: ChartModel) -> [String] {
    var order: [[String]] = []
    var groups: [[String]: [Mark]] = [:]
    for mark in model.marks where mark.kind != .rule && mark.kind != .text {
      // Points on a line repeat its values; bands and error bars belong to what they surround.
      if mark.kind == .errorBar || (mark.kind == .area && mark.y == nil) { continue }
      let names = [mark.facet, mark.foreground, mark.symbolKey, mark.lineKey, mark.seriesKey]
        .compactMap { $0 }.filter {
          $0.value.number == nil || mark.kind == .line || mark.kind == .bar
        }
        .map { "\($0.value.text)" }
      var unique: [String] = []
      for name in names where !unique.contains(name) { unique.append(name) }
      // Bars whose colour repeats their category are one series.
      let isAxis = mark.foreground?.label == model.xTitle || mark.foreground?.label == model.yTitle
      if isAxis { unique = mark.facet.map { [$0.value.text] } ?? [] }
      if groups[unique] == nil { order.append(unique) }
      groups[unique, default: []].append(mark)
    }
    if order.count > 6 {
      let all = order.flatMap { groups[$0] ?? [] }
      return ["\(order.count) series."]
        + [sentence("", all, model, names: true)]
        .filter { !$0.isEmpty }
    }
    return order.map { sentence($0.joined(separator: ", "), groups[$0] ?? [], model) }
      .filter { !$0.isEmpty }
  }

  private static func sentence(
    _ name: String, _ marks: [Mark], _ model: ChartModel, names: Bool = false
  ) -> String {
    let prefix = name.isEmpty ? "" : "\(name): "
    if marks.contains(where: { $0.kind == .box }) { return boxes(prefix, marks) }
    if marks.contains(where: { $0.showsNumbers }) { return cells(prefix, marks, model) }
    let lead = marks.contains { $0.kind == .line } ? Mark.Kind.line : marks.first?.kind
    let items = marks.filter { $0.kind == lead }.compactMap { item($0, named: names) }
    guard let first = items.first else { return "" }
    let format = NumberFormat.significant
    var low = first
    var high = first
    for item in items {
      if item.value < low.value { low = item }
      if item.value > high.value { high = item }
    }
    func at(_ item: Item) -> String {
      let series = item.series.isEmpty ? "" : " (\(item.series))"
      return (item.place.map { " at \($0.brief)" } ?? "") + series
    }
    if items.count == 1 { return ("\(prefix)\(format(first.value, 4))\(at(first)).") }
    if low.value == high.value {
      return ("\(prefix)\(items.count) values, all \(format(low.value, 4)).")
    }
    let range =
      "from \(format(low.value, 4))\(at(low)) to \(format(high.value, 4))\(at(high))"
    let isOrdered = model.x.kind != .band && lead != .bar || lead == .line
    let trend = isOrdered && !names ? Trend.text(items.map { ($0.place?.number, $0.value) }) : ""
    return ("\(prefix)\(items.count) values \(range)\(trend.isEmpty ? "" : ", \(trend)").")
  }

  private static func item(_ mark: Mark, named: Bool) -> Item? {
    guard var item = item(mark) else { return nil }
    let keys = [mark.facet, mark.foreground, mark.lineKey, mark.seriesKey].compactMap { $0 }
    if named { item.series = list(keys.map(\.value.text)) }
    return item
  }

  private static func item(_ mark: Mark) -> Item? {
    if mark.kind == .bar {
      if mark.xStart != nil, mark.yStart != nil {
        guard let low = mark.xStart?.value.number, let high = mark.xEnd?.value.number,
          let value = mark.yEnd?.value.number
        else { return nil }
        let bin = "\(NumberFormat.significant(low)) to \(NumberFormat.significant(high))"
        return Item(place: .category(bin), value: value)
      }
      let isHorizontal = Stacking.isHorizontal(mark) || mark.y?.value.number == nil
      guard let value = length(of: mark, horizontal: isHorizontal) else { return nil }
      return Item(place: (isHorizontal ? mark.y : mark.x)?.value, value: value)
    }
    let value =
      mark.kind == .area ? length(of: mark, horizontal: false) : mark.y?.value.number
    guard let value, value.isFinite else { return nil }
    return Item(place: mark.x?.value, value: value)
  }

  /// The length of a bar or the height of an area, as it is drawn.
  private static func length(of mark: Mark, horizontal: Bool) -> Double? {
    let (start, end) = horizontal ? (mark.xStart, mark.xEnd) : (mark.yStart, mark.yEnd)
    guard let end = end?.value.number, end.isFinite else { return nil }
    guard mark.isStacked, let start = start?.value.number else { return end }
    return end - start
  }

  private static func boxes(_ prefix: String, _ marks: [Mark]) -> String {
    marks.compactMap { mark -> String? in
      guard let box = BoxSummary(mark.samples) else { return nil }
      let format = NumberFormat.significant
      let name = (mark.x ?? mark.y).map { "\($0.value.text): " } ?? prefix
      let far =
        box.outliers.isEmpty
        ? "" : box.outliers.count == 1 ? ", 1 outlier" : ", \(box.outliers.count) outliers"
      return
        ("\(name)median \(format(box.median, 4)), quartiles \(format(box.lowQuartile, 4)) and "
        + "\(format(box.highQuartile, 4)) of \(box.count) values\(far).")
    }.joined(separator: " ")
  }

  private static func cells(_ prefix: String, _ marks: [Mark], _ model: ChartModel) -> String {
    let cells = marks.compactMap { mark -> (Mark, Double)? in
      mark.foreground?.value.number.flatMap { $0.isFinite ? (mark, $0) : nil }
    }
    guard let low = cells.min(by: { $0.1 < $1.1 }), let high = cells.max(by: { $0.1 < $1.1 }) else {
      return ""
    }
    func at(_ cell: (Mark, Double)) -> String {
      let places = [cell.0.x, cell.0.y].compactMap { $0?.value.brief }
      let place = places.isEmpty ? "" : " at \(places.joined(separator: ", "))"
      return NumberFormat.significant(cell.1) + place
    }
    let label = name(model.styles.ramp?.label ?? "value")
    return ("\(prefix)\(cells.count) cells; \(label) from \(at(low)) to \(at(high)).")
  }

  /// The names as "a, b and c".
  static func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  /// A label for use inside a sentence.
  static func name(_ label: String) -> String { label.isEmpty ? "value" : label }

}
