/// Counts values in equal bins.
enum Histogram {
  /// Holds what the author says of the bins.
  struct Bins: Sendable, Hashable {
    var count: Int?
    var range: ClosedRange<Double>?
    static let automatic = Bins(count: nil, range: nil)
  }

  /// The edges of bins for all samples together, at least two.
  static func edges(_ samples: [Double], bins: Bins) -> [Double] {
    let sorted = samples.filter(\.isFinite).sorted()
    let low = bins.range?.lowerBound ?? sorted.first ?? 0
    let high = bins.range?.upperBound ?? sorted.last ?? 1
    guard low.isFinite, high.isFinite, (high - low).isFinite else { return [0, 1] }
    if low == high { return [low - 0.5, high + 0.5] }
    let count = bins.count.map(clamp) ?? automaticCount(sorted, span: high - low)
    let step = Ticks.Step(span: high - low, target: count, whole: false)
    // What the author fixed is kept; else the edges are round numbers.
    if bins.count != nil || bins.range != nil || step.size <= 0 {
      return even(low, high, count: count)
    }
    let first = (low / step.size + 1e-9).rounded(.down)
    let last = max(first + 1, (high / step.size - 1e-9).rounded(.up))
    return stride(from: first, through: last, by: 1).map(step.multiple)
  }

  /// The counts between edges; the last bin holds its upper edge.
  static func counts(_ samples: [Double], edges: [Double]) -> [Int] {
    guard let low = edges.first, let high = edges.last, edges.count > 1 else { return [] }
    var counts = [Int](repeating: 0, count: edges.count - 1)
    for sample in samples where sample >= low && sample <= high {
      var (first, last) = (0, counts.count - 1)
      while first < last {
        let middle = (first + last + 1) / 2
        if sample >= edges[middle] { first = middle } else { last = middle - 1 }
      }
      counts[first] += 1
    }
    return counts
  }

  private static func clamp(_ count: Int) -> Int { min(max(1, count), 1000) }

  private static func even(_ low: Double, _ high: Double, count: Int) -> [Double] {
    (0...count).map { $0 == count ? high : low + (high - low) * Double($0) / Double(count) }
  }

  /// The rule of Freedman and Diaconis (1981), bounded by Sturges (1926) and forty.
  private static func automaticCount(_ sorted: [Double], span: Double) -> Int {
    var sturges = 1
    while 1 << (sturges - 1) < sorted.count, sturges < 30 { sturges += 1 }
    let spread = BoxSummary.quantile(sorted, 0.75) - BoxSummary.quantile(sorted, 0.25)
    var root = 1.0
    while root * root * root < Double(sorted.count) { root += 0.25 }
    guard spread > 0 else { return max(sturges, 10) }
    return min(max(sturges, Int(min(40, (span * root / (2 * spread)).rounded(.up)))), 40)
  }
}

/// Holds quartiles, whiskers and outliers (Tukey 1977).
struct BoxSummary: Sendable, Hashable {
  var count: Int
  var lowWhisker: Double
  var lowQuartile: Double
  var median: Double
  var highQuartile: Double
  var highWhisker: Double
  var outliers: [Double]

  /// Summarises the finite values, nil where there are none.
  init?(_ samples: [Double]) {
    let sorted = samples.filter(\.isFinite).sorted()
    guard let least = sorted.first, let greatest = sorted.last else { return nil }
    count = sorted.count
    lowQuartile = BoxSummary.quantile(sorted, 0.25)
    median = BoxSummary.quantile(sorted, 0.5)
    highQuartile = BoxSummary.quantile(sorted, 0.75)
    let reach = 1.5 * (highQuartile - lowQuartile)
    let (low, high) = (lowQuartile - reach, highQuartile + reach)
    lowWhisker = min(sorted.first { $0 >= low } ?? least, lowQuartile)
    highWhisker = max(sorted.last { $0 <= high } ?? greatest, highQuartile)
    outliers = sorted.filter { $0 < low || $0 > high }
  }

  /// The quantile with linear interpolation between order statistics (type 7 of Hyndman and Fan 1996).
  static func quantile(_ sorted: [Double], _ part: Double) -> Double {
    guard let last = sorted.last else { return 0 }
    let place = part * Double(sorted.count - 1)
    let index = Int(place)
    guard index + 1 < sorted.count else { return last }
    let rest = place - Double(index)
    return sorted[index] * (1 - rest) + sorted[index + 1] * rest
  }
}
