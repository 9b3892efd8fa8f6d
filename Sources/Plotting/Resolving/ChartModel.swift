internal import Simulator

/// Holds a chart with its scales, series and panels decided, ready to be laid out and described.
struct ChartModel {
  var chart: Chart
  var marks: [Mark]
  var styles: SeriesStyles
  var facets: [PlottableValue]
  var x: Scale
  var y: Scale
  var xTitle: String
  var yTitle: String
  /// Values that have no place: not finite, or not positive on a log scale.
  var notFinite: Int
  var notPositive: Int
  /// The smallest distance of neighbouring numbers that bars or cells stand on.
  var xSpacing: Double
  var ySpacing: Double

  /// Whether nothing can be drawn.
  var isEmpty: Bool

  init(_ chart: Chart) throws {
    self.chart = chart
    marks = Stacking.resolved(chart.marks)
    styles = SeriesStyles(
      marks, domain: chart.styleDomain, colors: chart.styleColors, limits: chart.colorLimits)
    facets = []
    for facet in marks.compactMap(\.facet) where !facets.contains(facet) { facets.append(facet) }
    xTitle = chart.x.label ?? ChartModel.title(marks, horizontal: true)
    yTitle = chart.y.label ?? ChartModel.title(marks, horizontal: false)
    xSpacing = ChartModel.spacing(marks, horizontal: true)
    ySpacing = ChartModel.spacing(marks, horizontal: false)
    var (xBuilder, yBuilder) = (
      ScaleBuilder(axis: "x", options: chart.x), ScaleBuilder(axis: "y", options: chart.y)
    )
    (notFinite, notPositive) = (0, 0)
    for mark in marks {
      ChartModel.add(mark, &xBuilder, &yBuilder, spacing: (xSpacing, ySpacing))
      let values = (mark.xs + mark.ys).compactMap(\.value.number) + mark.samples
      notFinite += values.contains { !$0.isFinite } ? 1 : 0
      let (xs, ys) = (mark.xs.compactMap(\.value.number), mark.ys.compactMap(\.value.number))
      let isOff =
        chart.x.type == .log && xs.contains { $0 <= 0 }
        || chart.y.type == .log && !mark.isInterval && ys.contains { $0 <= 0 }
      notPositive += isOff ? 1 : 0
    }
    for (builder, options) in [(xBuilder, chart.x), (yBuilder, chart.y)]
    where builder.isBand && options.type == .log {
      throw PhysicsError(
        id: "plotting.log-of-categories",
        summary: "The \(builder.axis) axis holds names, which a log scale cannot place.",
        remedy: "Plot numbers on this axis, or leave its scale type away.")
    }
    isEmpty = xBuilder.isEmpty && yBuilder.isEmpty || marks.isEmpty
    xBuilder.isNice = marks.allSatisfy { $0.kind == .point || $0.kind == .rule || $0.kind == .text }
    if marks.contains(where: { $0.kind == .bar && Stacking.isHorizontal($0) }) {
      xBuilder.isNice = true
    }
    yBuilder.isNice = !marks.contains { $0.kind == .rectangle && $0.y != nil }
    let columns = ChartModel.columns(facets.count, chart)
    let width = (chart.width ?? 480) / Double(columns)
    x = try xBuilder.scale(target: max(2, Int(width / (columns > 1 ? 50 : 65))))
    y = try yBuilder.scale(target: max(2, Int((chart.height ?? 300) / 55)))
  }

  /// The columns of panels: as many as leave each about 140 pixels.
  static func columns(_ count: Int, _ chart: Chart) -> Int {
    if let columns = chart.facetColumns { return max(1, min(columns, max(1, count))) }
    let most = max(1, Int((chart.width ?? 480) / 150))
    let rows = (max(1, count) + most - 1) / most
    return max(1, (count + rows - 1) / rows)
  }

  private static func title(_ marks: [Mark], horizontal: Bool) -> String {
    for quiet in [false, true] {
      for mark in marks where quiet || (mark.kind != .rule && mark.kind != .text) {
        if mark.kind == .box, (mark.x == nil) == horizontal { return mark.sampleLabel }
        // A stacked bar's length is named by its ends.
        let channels = horizontal ? mark.xs : mark.ys
        if let label = channels.last?.label { return label }
      }
    }
    return ""
  }

  private static func spacing(_ marks: [Mark], horizontal: Bool) -> Double {
    var values: Set<Double> = []
    for mark in marks where mark.standsOn(horizontal: horizontal) {
      if let value = (horizontal ? mark.x : mark.y)?.value.number, value.isFinite {
        values.insert(value)
      }
    }
    let sorted = values.sorted()
    return zip(sorted, sorted.dropFirst()).map { $1 - $0 }.min() ?? 1
  }

  private static func add(
    _ mark: Mark, _ x: inout ScaleBuilder, _ y: inout ScaleBuilder, spacing: (Double, Double)
  ) {
    let isHorizontal = mark.kind == .bar && Stacking.isHorizontal(mark)
    // A stacked bar reaches from end to end; its own length says nothing of its place.
    let xEnds = [mark.xStart, mark.xEnd].compactMap { $0 }
    let yEnds = [mark.yStart, mark.yEnd].compactMap { $0 }
    let xs = mark.isStacked && isHorizontal && !xEnds.isEmpty ? xEnds : mark.xs
    let ys = mark.isStacked && !isHorizontal && !yEnds.isEmpty ? yEnds : mark.ys
    for value in xs { x.add(value.value) }
    for value in ys { y.add(value.value) }
    if mark.kind == .bar {
      if isHorizontal { x.startsAtZero = true } else { y.startsAtZero = true }
    }
    if mark.kind == .area && mark.y != nil { y.startsAtZero = true }
    for horizontal in [true, false] where mark.standsOn(horizontal: horizontal) {
      let distance = horizontal ? spacing.0 : spacing.1
      let share = mark.kind == .rectangle ? 0.5 : 0.6
      if let value = (horizontal ? mark.x : mark.y)?.value.number, value.isFinite {
        for side in [-share, share] {
          if horizontal {
            x.add(number: value + side * distance)
          } else {
            y.add(number: value + side * distance)
          }
        }
      }
    }
    if let box = BoxSummary(mark.samples), mark.kind == .box {
      for value in [box.lowWhisker, box.highWhisker] + box.outliers {
        if mark.x == nil { x.add(.number(value)) } else { y.add(.number(value)) }
      }
    }
  }
}

extension Mark {
  /// Whether the mark has a width on the axis and is not given by its ends there.
  func standsOn(horizontal: Bool) -> Bool {
    switch kind {
    case .bar: (horizontal ? x : y) != nil && Stacking.isHorizontal(self) != horizontal
    case .box: (horizontal ? x : y) != nil
    case .rectangle: horizontal ? x != nil : y != nil
    default: false
    }
  }

  /// Whether the mark has two ends in y.
  var isInterval: Bool { yStart != nil || yEnd != nil }
}
