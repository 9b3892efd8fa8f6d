/// Decides where panels, titles and the legend of a chart stand.
struct ChartLayout {
  /// Holds the place of one panel.
  struct Panel {
    var rect: Rect
    var facet: PlottableValue?
    var showsX: Bool
    var showsY: Bool
  }

  /// Says where the legend stands.
  enum LegendPlace { case none, right, above, inside, direct }

  var width: Double
  var height: Double
  var panels: [Panel] = []
  var legendPlace = LegendPlace.none
  var legendOrigin = Point(0, 0)
  var direct: [DirectLabels.Label] = []
  /// Whether the names of an x axis of categories are tilted for lack of room.
  var isTilted = false
  var yTitlePlace = Point(0, 0)
  var xTitlePlace = Point(0, 0)

  static let strip = 18.0

  init(_ model: ChartModel, _ legend: Legend) {
    let chart = model.chart
    let facets: [PlottableValue?] = model.facets.isEmpty ? [nil] : model.facets
    let columns = ChartModel.columns(facets.count, chart)
    let rows = (facets.count + columns - 1) / columns
    width = max(120, chart.width ?? 480)
    height = chart.height ?? (rows > 1 ? 60 + 190 * Double(rows) : 300)

    let tickWidth = model.y.ticks.map { TextMetrics.width($0.label) }.max() ?? 0
    let left = min(tickWidth, width * 0.4) + (model.y.ticks.isEmpty ? 4 : 9)
    var right = 14.0
    var top = model.yTitle.isEmpty ? 10.0 : 28.0
    let strip = model.facets.isEmpty ? 0 : ChartLayout.strip

    legendPlace = .none
    if !legend.isEmpty, chart.legend != .hidden {
      let size = legend.columnSize
      let fits = size.width <= width * 0.32 && size.height <= height - 20
      legendPlace =
        chart.legend == .inside && facets.count == 1
        ? .inside : fits || legend.groups.isEmpty ? .right : .above
      if chart.legend == .automatic, facets.count == 1 {
        let labels = DirectLabels(model, height: height - top - 44)
        if let placed = labels.placed, labels.width <= width * 0.35 {
          (direct, legendPlace) = (placed, .direct)
          right = labels.width + 10
        }
      }
      if legendPlace == .right { right = size.width + 16 }
      if legendPlace == .above {
        let rows = legend.rows(at: Point(0, 0), limit: width - 4)
        legendOrigin = Point(2, 4)
        top += rows.height + 2
      }
    }
    // The last tick's label is centred on the edge.
    if let last = model.x.ticks.last, model.x.kind != .band, legendPlace != .right,
      legendPlace != .direct
    {
      right = max(right, TextMetrics.width(last.label) / 2 + 2)
    }

    // Labels at the inner edges of neighbouring panels must not touch.
    let ends = [model.x.ticks.first, model.x.ticks.last].compactMap { $0?.label }
    let halves = ends.map { TextMetrics.width($0) / 2 }.reduce(0, +)
    let gap = model.x.kind == .band ? 12 : max(12, halves + 6)
    let panelWidth = max(20, (width - left - right - gap * Double(columns - 1)) / Double(columns))
    var tickHeight = model.x.ticks.isEmpty ? 4.0 : 22.0
    if model.x.kind == .band {
      let widest = model.x.ticks.map { TextMetrics.width($0.label) }.max() ?? 0
      isTilted = widest + 6 > panelWidth * model.x.bandwidth
      if isTilted { tickHeight = 16 + min(widest, 130) * 0.64 }
    }
    let bottom = tickHeight + (model.xTitle.isEmpty ? 2 : 20)
    if chart.height == nil, let cells = ChartLayout.cellHeight(model, panelWidth, rows) {
      height = top + bottom + Double(rows) * (cells + strip) + 10 * Double(rows - 1)
      if legendPlace == .right { height = max(height, legend.columnSize.height + 16) }
    }
    height = max(height, top + bottom + Double(rows) * (strip + 30))
    let rowHeight = (height - top - bottom - 10 * Double(rows - 1)) / Double(rows)
    for (index, facet) in facets.enumerated() {
      let (row, column) = index.quotientAndRemainder(dividingBy: columns)
      let x = left + Double(column) * (panelWidth + gap)
      let y = top + Double(row) * (rowHeight + 10) + strip
      panels.append(
        Panel(
          rect: Rect(x, y, x + panelWidth, y + rowHeight - strip), facet: facet,
          showsX: index + columns >= facets.count, showsY: column == 0))
    }
    yTitlePlace = Point(0, top - 13 + (strip > 0 ? 2 : 0))
    let plotRight = left + Double(columns) * panelWidth + gap * Double(columns - 1)
    xTitlePlace = Point((left + plotRight) / 2, height - 5)
    if legendPlace == .right { legendOrigin = Point(plotRight + 14, top + strip - 2) }
    if legendPlace == .inside, let rect = panels.first?.rect {
      legendOrigin = ChartLayout.quietCorner(model, rect, legend.columnSize)
    }
    if legendPlace == .direct, let rect = panels.first?.rect {
      direct = DirectLabels(model, height: rect.height).placed ?? []
      for index in direct.indices { direct[index].shift(to: rect) }
    }
  }

  /// The height of panels whose cells are square, nil where the chart is no heat map.
  private static func cellHeight(_ model: ChartModel, _ width: Double, _ rows: Int) -> Double? {
    let cells = model.marks.filter { $0.kind == .rectangle && $0.x != nil && $0.y != nil }
    guard !cells.isEmpty, cells.count * 2 > model.marks.count else { return nil }
    let across = Set(cells.compactMap { $0.x?.value }).count
    let down = Set(cells.compactMap { $0.y?.value }).count
    let side = min(44, max(16, width / Double(max(1, across))))
    return min(max(side * Double(down), 40), 420 / Double(rows))
  }

  /// The corner of a panel that covers the fewest points of the data.
  private static func quietCorner(
    _ model: ChartModel, _ rect: Rect, _ size: (width: Double, height: Double)
  ) -> Point {
    let space = model.space(in: rect)
    let points = model.marks.compactMap { mark -> Point? in
      let (x, y) = (mark.x ?? mark.xEnd, mark.y ?? mark.yEnd)
      guard let px = space.px(x?.value), let py = space.py(y?.value) else { return nil }
      return Point(px, py)
    }
    let (left, right) = (rect.minX + 8, rect.maxX - size.width - 8)
    let (top, bottom) = (rect.minY + 6, rect.maxY - size.height - 4)
    let corners = [Point(right, top), Point(left, top), Point(right, bottom), Point(left, bottom)]
    func covered(_ corner: Point) -> Int {
      let box = Rect(corner.x - 6, corner.y - 6, corner.x + size.width + 6, corner.y + size.height)
      return points.count { box.contains($0) }
    }
    return corners.min { covered($0) < covered($1) } ?? corners[0]
  }
}

extension ChartModel {
  /// The space of a panel.
  func space(in rect: Rect) -> PlotSpace {
    var positions: [String] = []
    for mark in marks {
      if let name = mark.positionKey?.value.text, !positions.contains(name) {
        positions.append(name)
      }
    }
    return PlotSpace(
      rect: rect, x: x, y: y, xSpacing: xSpacing, ySpacing: ySpacing, positions: positions)
  }
}
