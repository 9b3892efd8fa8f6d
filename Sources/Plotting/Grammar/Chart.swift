/// Draws data as marks on two axes, with the names of Swift Charts.
///
///     Chart {
///       for point in points {
///         LineMark(x: .value("step", point.step), y: .value("entropy (bits)", point.entropy))
///           .foregroundStyle(by: .value("context", point.context))
///       }
///       RuleMark(y: .value("maximum", 1))
///     }
///
/// The axis titles are the labels of the first mark that is not a rule or a text. Values that are
/// not finite leave a gap and are counted in the text alternative.
public struct Chart: Sendable {
  /// The marks in drawing order.
  public internal(set) var marks: [Mark]
  var x = AxisOptions()
  var y = AxisOptions()
  var legend = LegendPlacement.automatic
  var width: Double?
  var height: Double?
  var facetColumns: Int?
  var styleDomain: [String] = []
  var styleColors: [String: ChartColor] = [:]
  var colorLimits: ClosedRange<Double>?
  /// Whether the legend explains the colours of phases.
  var showsPhases = false

  /// Creates a chart from marks, loops and conditions.
  public init<Content: ChartContent>(@ChartContentBuilder content: () throws -> Content) rethrows {
    marks = try content().marks
  }

  /// Creates a chart with the same content for every element of a sequence.
  public init<Data: Sequence, Content: ChartContent>(
    _ data: Data, @ChartContentBuilder content: (Data.Element) throws -> Content
  ) rethrows {
    marks = try data.flatMap { try content($0).marks }
  }
}

/// Holds what modifiers say of one axis.
struct AxisOptions: Sendable {
  var label: String?
  var domain: ClosedRange<Double>?
  var categories: [String]?
  var type: ScaleType?
  var includesZero: Bool?
  var ticks = AxisTicks.automatic
}

/// Names the kind of a scale.
public enum ScaleType: Sendable, Hashable {
  /// Equal distances are equal differences.
  case linear
  /// Equal distances are equal ratios; only positive numbers have a place.
  case log
}

/// Says where an axis has ticks.
public enum AxisTicks: Sendable, Hashable {
  /// At round numbers, powers of ten, or categories.
  case automatic
  /// At round fractions and multiples of pi, for angles in radians.
  case radians
  /// At the given numbers.
  case values([Double])
  /// Nowhere: the axis has neither ticks nor grid.
  case hidden
}

/// Says where the legend stands.
public enum LegendPlacement: Sendable, Hashable {
  /// Labels at the ends of the lines where they fit, a legend beside the plot elsewhere.
  case automatic
  /// Right of the plot.
  case beside
  /// In the corner of the plot with the least data.
  case inside
  /// Nowhere.
  case hidden
}
