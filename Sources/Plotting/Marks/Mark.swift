/// Holds one mark of a chart with its channels; made by `LineMark`, `PointMark` and the others.
public struct Mark: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case line, area, point, bar, rule, rectangle, errorBar, text, box, histogram
  }

  var kind: Kind
  var x: PlottableValue?
  var xStart: PlottableValue?
  var xEnd: PlottableValue?
  var y: PlottableValue?
  var yStart: PlottableValue?
  var yEnd: PlottableValue?
  /// The raw values of a box or a histogram.
  var samples: [Double] = []
  var sampleLabel = ""
  var bins: Histogram.Bins = .automatic
  var normalization = HistogramNormalization.count

  var foreground: PlottableValue?
  var symbolKey: PlottableValue?
  var lineKey: PlottableValue?
  var seriesKey: PlottableValue?
  var positionKey: PlottableValue?
  var facet: PlottableValue?

  var color: ChartColor?
  var opacity: Double?
  var stroke: StrokeStyle?
  var symbol: ChartSymbol?
  var symbolSize: Double?
  var interpolation: InterpolationMethod?
  var stacking = MarkStackingMethod.standard
  var width: Double?
  var text: String?
  var annotation: Annotation?

  init(_ kind: Kind) { self.kind = kind }

  /// The channels in x and y that hold values.
  var xs: [PlottableValue] { [x, xStart, xEnd].compactMap { $0 } }
  var ys: [PlottableValue] { [y, yStart, yEnd].compactMap { $0 } }
}

/// Says how the line between two points runs.
public enum InterpolationMethod: Sendable, Hashable {
  /// Straight.
  case linear
  /// Smooth, without going beyond the points (Fritsch and Carlson 1980).
  case monotone
  /// Steps at the start of each interval.
  case stepStart
  /// Steps halfway between points.
  case stepCenter
  /// Steps at the end of each interval.
  case stepEnd
}

/// Says how bars and areas at the same place are put on each other.
public enum MarkStackingMethod: Sendable, Hashable {
  /// On top of one another, negative values below zero.
  case standard
  /// On top of one another, scaled to a sum of one.
  case normalized
  /// Each from zero.
  case unstacked
}

/// Holds how a line is drawn.
public struct StrokeStyle: Sendable, Hashable {
  /// The width in CSS pixels.
  public var lineWidth: Double
  /// The lengths of dashes and gaps in CSS pixels; empty draws a solid line.
  public var dash: [Double]

  /// Creates a stroke style.
  public init(lineWidth: Double = 2, dash: [Double] = []) {
    self.lineWidth = lineWidth
    self.dash = dash
  }
}

/// Says on which side of its mark an annotation stands.
public enum AnnotationPosition: Sendable, Hashable {
  case top, bottom, leading, trailing
}

/// Holds a text beside a mark.
struct Annotation: Sendable, Hashable {
  var position: AnnotationPosition
  var text: String
}
