/// Draws how often values fall into each of equal bins.
///
///     HistogramMark("single-shot drop", drops).foregroundStyle(by: .value("circuit", "CNOT"))
///
/// The bins of a chart are computed once over all its histograms, so that series are comparable.
public struct HistogramMark: ChartContent, Sendable {
  /// The mark.
  public let marks: [Mark]

  /// Creates a histogram with round bin edges.
  ///
  /// - Parameters:
  ///   - label: what the values are, with the unit in parentheses.
  ///   - values: the values; those that are not finite are left out and counted.
  ///   - bins: the number of bins, by default from the rule of Freedman and Diaconis (1981).
  ///   - range: the first and last edge, by default round numbers around the values.
  ///   - normalization: what a bar's length says.
  public init(
    _ label: String, _ values: some Sequence<Double>, bins: Int? = nil,
    range: ClosedRange<Double>? = nil, normalization: HistogramNormalization = .count
  ) {
    var mark = Mark(.histogram)
    mark.samples = Array(values)
    mark.sampleLabel = label
    mark.normalization = normalization
    mark.bins = .init(count: bins, range: range)
    marks = [mark]
  }
}

/// Says what the length of a histogram's bar means.
public enum HistogramNormalization: Sendable, Hashable {
  /// The number of values in the bin.
  case count
  /// The part of the values in the bin.
  case fraction
  /// The part of the values in the bin divided by the bin's width.
  case density
}

/// Draws the quartiles, whiskers and outliers of values (Tukey 1977).
///
/// The box spans the quartiles with the median inside; whiskers reach the last value within 1.5
/// times the box; values beyond are points.
public struct BoxMark: ChartContent, Sendable {
  /// The mark.
  public let marks: [Mark]

  /// Creates an upright box at an x value.
  public init(x: PlottableValue, values label: String, _ values: some Sequence<Double>) {
    var mark = Mark(.box)
    (mark.x, mark.sampleLabel, mark.samples) = (x, label, Array(values))
    marks = [mark]
  }

  /// Creates a lying box at a y value.
  public init(y: PlottableValue, values label: String, _ values: some Sequence<Double>) {
    var mark = Mark(.box)
    (mark.y, mark.sampleLabel, mark.samples) = (y, label, Array(values))
    marks = [mark]
  }
}
