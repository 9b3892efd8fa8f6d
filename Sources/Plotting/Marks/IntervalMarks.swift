/// Draws a bar from zero, or between two values.
///
/// The bar stands on the x axis unless only y is a category, or x alone has two ends.
public struct BarMark: ChartContent, Sendable {
  /// The mark.
  public let marks: [Mark]

  /// Creates a bar from zero; bars of several series are stacked unless `position(by:)` parts them.
  public init(x: PlottableValue, y: PlottableValue, stacking: MarkStackingMethod = .standard) {
    var mark = Mark(.bar)
    (mark.x, mark.y, mark.stacking) = (x, y, stacking)
    marks = [mark]
  }

  /// Creates a vertical bar between two values.
  public init(x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue) {
    var mark = Mark(.bar)
    (mark.x, mark.yStart, mark.yEnd) = (x, yStart, yEnd)
    marks = [mark]
  }

  /// Creates a horizontal bar between two values.
  public init(xStart: PlottableValue, xEnd: PlottableValue, y: PlottableValue) {
    var mark = Mark(.bar)
    (mark.xStart, mark.xEnd, mark.y) = (xStart, xEnd, y)
    marks = [mark]
  }
}

/// Draws a rectangle: a cell of a heat map, or a region between two values on each axis.
///
///     RectangleMark(x: .value("step", s), y: .value("qubit", q))
///       .foregroundStyle(by: .value("entropy (bits)", e))
public struct RectangleMark: ChartContent, Sendable {
  /// The mark.
  public let marks: [Mark]

  /// Creates a cell of a heat map; cells are as wide as the smallest distance of neighbours.
  public init(x: PlottableValue, y: PlottableValue) {
    var mark = Mark(.rectangle)
    (mark.x, mark.y) = (x, y)
    marks = [mark]
  }

  /// Creates a region; an axis without ends is covered from side to side.
  public init(
    xStart: PlottableValue? = nil, xEnd: PlottableValue? = nil, yStart: PlottableValue? = nil,
    yEnd: PlottableValue? = nil
  ) {
    var mark = Mark(.rectangle)
    (mark.xStart, mark.xEnd, mark.yStart, mark.yEnd) = (xStart, xEnd, yStart, yEnd)
    marks = [mark]
  }
}

/// Draws an error bar with caps between two values.
public struct ErrorBarMark: ChartContent, Sendable {
  /// The mark.
  public let marks: [Mark]

  /// Creates a vertical error bar.
  public init(x: PlottableValue, yStart: PlottableValue, yEnd: PlottableValue) {
    var mark = Mark(.errorBar)
    (mark.x, mark.yStart, mark.yEnd) = (x, yStart, yEnd)
    marks = [mark]
  }

  /// Creates a horizontal error bar.
  public init(xStart: PlottableValue, xEnd: PlottableValue, y: PlottableValue) {
    var mark = Mark(.errorBar)
    (mark.xStart, mark.xEnd, mark.y) = (xStart, xEnd, y)
    marks = [mark]
  }
}
