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
    let parts = [headline] + SeriesSummary.sentences(model) + [rules, regions, leftOut, note]
    text = parts.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var headline: String {
    var (kinds, extras): ([String], [String]) = ([], [])
    for mark in model.marks {
      guard let (name, isExtra) = mark.kindName else { continue }
      if isExtra {
        if !extras.contains(name) { extras.append(name) }
      } else if !kinds.contains(name) {
        kinds.append(name)
      }
    }
    // Points on a line are part of it.
    if kinds.contains("line chart"), let index = kinds.firstIndex(of: "scatter plot") {
      kinds.remove(at: index)
      extras.insert("points", at: 0)
    }
    if kinds.isEmpty { swap(&kinds, &extras) }
    let kind = kinds.isEmpty ? "chart" : SeriesSummary.list(kinds)
    let with = extras.isEmpty ? "" : " with \(SeriesSummary.list(extras))"
    let head = kind.prefix(1).uppercased() + kind.dropFirst() + with
    var sentence = subject.isEmpty ? head : "\(head) of \(subject)"
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

  /// What is plotted against what.
  private var subject: String {
    let (x, y) = (model.xTitle, model.yTitle)
    if let first = model.marks.first(where: { $0.kind != .rule }) {
      if first.showsNumbers, let label = model.styles.ramp?.label {
        return
          "\(SeriesSummary.name(label)) by \(SeriesSummary.list([x, y].filter { !$0.isEmpty }))"
      }
      if first.isBin { return "\(x), \(y) by bin" }
      if first.kind == .bar || first.kind == .box, model.y.kind == .band, model.x.kind != .band {
        return [x, y].filter { !$0.isEmpty }.joined(separator: " against ")
      }
    }
    return [y, x].filter { !$0.isEmpty }.joined(separator: " against ")
  }

  private var regions: String {
    model.marks.filter { $0.kind == .rectangle && !$0.showsNumbers }.prefix(4).compactMap { mark in
      let spans = [(mark.xStart, mark.xEnd), (mark.yStart, mark.yEnd)].compactMap {
        from, to -> String? in
        guard let from, let to else { return nil }
        return "\(from.label) \(from.value.brief) to \(to.value.brief)"
      }
      return spans.isEmpty ? nil : "Shaded: \(SeriesSummary.list(spans))."
    }.joined(separator: " ")
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
      return "A \(axis) line at \(value.value.brief)\(meaning)."
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

extension Mark {
  /// Whether the mark is a histogram's bar.
  var isBin: Bool { kind == .bar && xStart != nil && yStart != nil }

  /// What a reader calls a chart of such marks, and whether they only add to others.
  var kindName: (name: String, isExtra: Bool)? {
    switch kind {
    case .line: ("line chart", false)
    case .area: y == nil ? ("a band", true) : ("area chart", false)
    case .point: ("scatter plot", false)
    case .bar: (isBin ? "histogram" : "bar chart", false)
    case .rectangle: showsNumbers ? ("heat map", false) : nil
    case .errorBar: ("error bars", true)
    case .box: ("box plot", false)
    case .histogram, .rule, .text: nil
    }
  }
}
