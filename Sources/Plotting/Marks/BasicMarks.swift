/// Draws one point of a line; marks with the same styles make one line, in order.
public struct LineMark: ChartContent, Sendable {
  /// The mark.
  public let marks: [Mark]

  /// Creates a point of a line.
  public init(x: PlottableValue, y: PlottableValue) { self.init(x: x, y: y, key: nil) }

  /// Creates a point of the line of a series that has no style of its own.
  public init(x: PlottableValue, y: PlottableValue, series: PlottableValue) {
    self.init(x: x, y: y, key: series)
  }

  private init(x: PlottableValue, y: PlottableValue, key: PlottableValue?) {
    var mark = Mark(.line)
    (mark.x, mark.y, mark.seriesKey) = (x, y, key)
    marks = [mark]
  }
}

/// Draws one place of a filled area: from zero, stacked, or a band between two values.
public struct AreaMark: ChartContent, Sendable {
  /// The mark.
  public let marks: [Mark]

  /// Creates a place of an area from zero; areas of several series are stacked.
  public init(x: PlottableValue, y: PlottableValue, stacking: MarkStackingMethod = .standard) {
    var mark = Mark(.area)
    (mark.x, mark.y, mark.stacking) = (x, y, stacking)
    marks = [mark]
  }

  /// Creates a place of a band, for example a confidence interval.
  public init(x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue) {
    var mark = Mark(.area)
    (mark.x, mark.yStart, mark.yEnd) = (x, yStart, yEnd)
    marks = [mark]
  }
}

/// Draws a symbol at a point.
public struct PointMark: ChartContent, Sendable {
  /// The mark.
  public let marks: [Mark]

  /// Creates a symbol.
  public init(x: PlottableValue, y: PlottableValue) {
    var mark = Mark(.point)
    (mark.x, mark.y) = (x, y)
    marks = [mark]
  }
}

/// Draws a line across the plot, or between two values.
public struct RuleMark: ChartContent, Sendable {
  /// The mark.
  public let marks: [Mark]

  /// Creates a horizontal line across the plot, or from `xStart` to `xEnd`.
  public init(xStart: PlottableValue? = nil, xEnd: PlottableValue? = nil, y: PlottableValue) {
    var mark = Mark(.rule)
    (mark.xStart, mark.xEnd, mark.y) = (xStart, xEnd, y)
    marks = [mark]
  }

  /// Creates a vertical line across the plot, or from `yStart` to `yEnd`.
  public init(x: PlottableValue, yStart: PlottableValue? = nil, yEnd: PlottableValue? = nil) {
    var mark = Mark(.rule)
    (mark.x, mark.yStart, mark.yEnd) = (x, yStart, yEnd)
    marks = [mark]
  }
}

/// Draws a text at a point.
public struct TextMark: ChartContent, Sendable {
  /// The mark.
  public let marks: [Mark]

  /// Creates a text centred on a point.
  public init(_ text: String, x: PlottableValue, y: PlottableValue) {
    var mark = Mark(.text)
    (mark.x, mark.y, mark.text) = (x, y, text)
    marks = [mark]
  }
}
