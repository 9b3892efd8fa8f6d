internal import Records

/// Describes a chart in words and as a table, from the values that are drawn.
struct ChartDescription {
  let model: ChartModel
  /// One or more sentences: what is plotted, ranges, extremes, trend.
  var text = ""
  /// The numbers of the chart, thinned where there are many.
  var table: Table?

  init(_ model: ChartModel) {
    self.model = model
    if model.isEmpty {
      text = "An empty chart: there are no data to show."
      if model.notFinite > 0 { text += " " + leftOut }
      return
    }
    let (table, note) = DataTable(model).table
    self.table = table
    let parts = [headline] + SeriesSummary.sentences(model) + [rules, leftOut, note]
    text = parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var headline: String {
    var kinds: [String] = []
    for mark in model.marks {
      let name = mark.kind.name(
        isBand: mark.y == nil, bins: mark.xStart != nil && mark.yStart != nil)
      if let name, !kinds.contains(name) { kinds.append(name) }
    }
    let kind = kinds.isEmpty ? "Chart" : SeriesSummary.list(kinds)
    let head = kind.prefix(1).uppercased() + kind.dropFirst()
    let titles = [model.yTitle, model.xTitle].filter { !$0.isEmpty }.map(SeriesSummary.name)
    var sentence = titles.isEmpty ? head : "\(head) of \(titles.joined(separator: " against "))"
    var scales: [String] = []
    if model.x.kind == .log { scales.append("x") }
    if model.y.kind == .log { scales.append("y") }
    if !scales.isEmpty {
      sentence += scales.count == 2 ? ", both axes logarithmic" : ", \(scales[0]) axis logarithmic"
    }
    if let facet = model.facets.first {
      let names = model.facets.map(\.value.text)
      sentence += ", in \(names.count) panels by \(facet.label): \(SeriesSummary.list(names))"
    }
    return sentence + "."
  }

  private var rules: String {
    let rules = model.marks.filter { $0.kind == .rule }
    if rules.isEmpty { return "" }
    if rules.count > 6 { return "\(rules.count) lines mark values." }
    return rules.compactMap { mark -> String? in
      guard let value = mark.y ?? mark.x else { return nil }
      let axis = mark.y != nil ? "horizontal" : "vertical"
      let title = mark.y != nil ? model.yTitle : model.xTitle
      let name = mark.annotation?.text ?? (value.label == title ? "" : value.label)
      let meaning = name.isEmpty ? "" : " (\(name))"
      return "A \(axis) line at \(value.value.text)\(meaning)."
    }.joined(separator: " ")
  }

  private var leftOut: String {
    var sentences: [String] = []
    if model.notFinite > 0 {
      sentences.append(
        model.notFinite == 1
          ? "One value is not finite and is left out."
          : "\(model.notFinite) values are not finite and are left out.")
    }
    if model.notPositive > 0 {
      sentences.append(
        model.notPositive == 1
          ? "One value is not positive and has no place on the log scale."
          : "\(model.notPositive) values are not positive and have no place on the log scale.")
    }
    return sentences.joined(separator: " ")
  }
}

extension Mark.Kind {
  /// What a reader calls a chart of such marks, nil for marks that only comment on others.
  func name(isBand: Bool, bins: Bool) -> String? {
    switch self {
    case .line: "line chart"
    case .area: isBand ? "band" : "area chart"
    case .point: "point chart"
    case .bar: bins ? "histogram" : "bar chart"
    case .rectangle: "heat map"
    case .errorBar: "error bars"
    case .box: "box plot"
    case .histogram, .rule, .text: nil
    }
  }
}
