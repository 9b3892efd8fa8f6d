internal import Markup

/// Holds what a chart's legend says.
struct Legend {
  struct Entry {
    var label: String
    var key: SeriesStyles.Key
    var kinds: Set<Mark.Kind>
  }

  struct Group {
    var title: String
    var entries: [Entry]
  }

  var groups: [Group] = []
  var ramp: SeriesStyles.Ramp?
  var showsPhases = false
  let styles: SeriesStyles

  static let swatch = 20.0
  static let gap = 6.0
  static let rampHeight = 110.0

  var isEmpty: Bool { groups.isEmpty && ramp == nil && !showsPhases }

  init(_ model: ChartModel) {
    styles = model.styles
    if model.marks.contains(where: { !$0.showsNumbers }) || styles.ramp != nil {
      ramp = styles.ramp
    }
    showsPhases = model.chart.showsPhases
    let labels = (styles.foregroundLabel, styles.symbolLabel, styles.lineLabel)
    let isOnAxis =
      (labels.0 == model.xTitle && model.x.kind == .band)
      || (labels.0 == model.yTitle && model.y.kind == .band)
    if let title = labels.0, !isOnAxis {
      add(title, styles.foregrounds, model) { name in
        SeriesStyles.Key(
          foreground: name, symbol: labels.1 == title ? name : nil,
          line: labels.2 == title ? name : nil)
      }
    }
    if let title = labels.1, title != labels.0 {
      add(title, styles.symbols, model) { SeriesStyles.Key(symbol: $0) }
    }
    if let title = labels.2, title != labels.0 {
      add(title, styles.lines, model) { SeriesStyles.Key(line: $0) }
    }
  }

  private mutating func add(
    _ title: String, _ names: [String], _ model: ChartModel,
    _ key: (String) -> SeriesStyles.Key
  ) {
    let entries = names.map { name -> Entry in
      let key = key(name)
      let kinds = model.marks.filter { mark in
        let other = SeriesStyles.key(mark)
        return (key.foreground == nil || key.foreground == other.foreground)
          && (key.symbol == nil || key.symbol == other.symbol)
          && (key.line == nil || key.line == other.line)
      }.map(\.kind)
      return Entry(label: name, key: key, kinds: Set(kinds))
    }
    if !entries.isEmpty { groups.append(Group(title: title, entries: entries)) }
  }

  /// The size of the legend as a column.
  var columnSize: (width: Double, height: Double) {
    var (width, height) = (0.0, 0.0)
    for group in groups {
      width = max(width, TextMetrics.width(group.title, size: TextMetrics.small))
      for entry in group.entries {
        width = max(width, Legend.swatch + Legend.gap + TextMetrics.width(entry.label))
      }
      height += TextMetrics.line * Double(group.entries.count + 1) + 6
    }
    if let ramp {
      width = max(width, TextMetrics.width(ramp.label, size: TextMetrics.small), 60)
      height += Legend.rampHeight + TextMetrics.line + 6
    }
    if showsPhases {
      width = max(width, TextMetrics.width("phase (rad)", size: TextMetrics.small))
      height += Legend.rampHeight + TextMetrics.line + 6
    }
    return (width + 2, height)
  }

  /// The legend as a column from its top left corner.
  func column(at origin: Point) -> [Element] {
    var elements: [Element] = []
    var y = origin.y
    for group in groups {
      elements.append(title(group.title, at: Point(origin.x, y + 10)))
      y += TextMetrics.line + 2
      for entry in group.entries {
        elements += draw(entry, at: Point(origin.x, y + 6))
        y += TextMetrics.line
      }
      y += 6
    }
    if let ramp {
      elements.append(title(ramp.label, at: Point(origin.x, y + 10)))
      elements += RampDrawing(ramp).draw(at: Point(origin.x, y + TextMetrics.line + 4))
      y += Legend.rampHeight + TextMetrics.line + 6
    }
    if showsPhases {
      elements.append(title("phase (rad)", at: Point(origin.x, y + 10)))
      elements += RampDrawing.phases(at: Point(origin.x, y + TextMetrics.line + 4))
    }
    return elements
  }

  /// The legend as rows no wider than `limit`, with their height.
  func rows(at origin: Point, limit: Double) -> (elements: [Element], height: Double) {
    var elements: [Element] = []
    var (x, y) = (origin.x, origin.y)
    for group in groups {
      let heading = TextMetrics.width(group.title, size: TextMetrics.small) + 12
      if x > origin.x, x + heading > origin.x + limit {
        (x, y) = (origin.x, y + TextMetrics.line + 2)
      }
      elements.append(title(group.title, at: Point(x, y + 10)))
      x += heading
      for entry in group.entries {
        let width = Legend.swatch + Legend.gap + TextMetrics.width(entry.label) + 14
        if x + width > origin.x + limit { (x, y) = (origin.x, y + TextMetrics.line + 2) }
        elements += draw(entry, at: Point(x, y + 6))
        x += width
      }
      x += 6
    }
    return (elements, groups.isEmpty ? 0 : y - origin.y + TextMetrics.line + 6)
  }

  private func title(_ text: String, at point: Point) -> Element {
    SVG.text(
      text, at: point,
      [("font-size", SVG.number(TextMetrics.small)), ("fill", ChartColor.muted.css)])
  }

  private func draw(_ entry: Entry, at point: Point) -> [Element] {
    let color = styles.color(entry.key, default: entry.key.foreground == nil ? .ink : .series(1))
      .css
    let center = Point(point.x + Legend.swatch / 2, point.y)
    var elements: [Element?] = []
    var path = PathData()
    if !entry.kinds.isDisjoint(with: [.bar, .box, .rectangle, .area]) {
      let isBand = entry.kinds.contains(.line)
      let rect = Rect(
        center.x - (isBand ? 10 : 6), center.y - 6, center.x + (isBand ? 10 : 6), center.y + 6)
      elements.append(
        SVG.rectangle(rect, [("fill", color)] + (isBand ? [("fill-opacity", ".2")] : [])))
      if !entry.kinds.isDisjoint(with: [.bar]) {
        styles.hatch(entry.key).add(to: &path, in: rect)
        elements.append(
          SVG.path(path, [("stroke", ChartColor.paper.css), ("stroke-opacity", ".6")]))
      }
    }
    if !entry.kinds.isDisjoint(with: [.line, .rule, .errorBar]) {
      path = PathData()
      path.polyline([Point(point.x, point.y), Point(point.x + Legend.swatch, point.y)])
      elements.append(
        SVG.path(path, Strokes.attributes(color, width: 2, dash: styles.dash(entry.key))))
    }
    if entry.kinds.contains(.point) {
      path = PathData()
      let symbol = styles.symbol(entry.key)
      symbol.add(to: &path, at: center, diameter: 7)
      elements.append(SVG.path(path, Strokes.symbol(symbol, color: color, diameter: 7)))
    }
    let place = Point(point.x + Legend.swatch + Legend.gap, point.y + 4)
    elements.append(SVG.text(entry.label, at: place))
    return elements.compactMap { $0 }
  }
}

extension Mark {
  /// Whether the mark's colour value is also written in it.
  var showsNumbers: Bool { kind == .rectangle && foreground?.value.number != nil }
}
