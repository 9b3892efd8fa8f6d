internal import Simulator

/// One figure for every seed, with what describes them together.
public struct SeedValues: Codable, Hashable, Sendable {
  /// The values, one for every seed, in the order of the seeds.
  public let values: [Double]

  /// Creates a set of values; there must be at least one.
  public init(_ values: [Double]) { self.values = values }

  /// The number of seeds.
  public var count: Int { values.count }

  /// The mean over the seeds; NaN where there are none.
  public var mean: Double { values.reduce(0, +) / Double(values.count) }

  /// The standard deviation over the seeds with n - 1; 0 for one seed.
  public var standardDeviation: Double {
    guard values.count > 1 else { return 0 }
    let mean = mean
    let sum = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (sum / Double(values.count - 1)).squareRoot()
  }

  /// The least value; NaN where there are none.
  public var minimum: Double { values.min() ?? .nan }
  /// The greatest value; NaN where there are none.
  public var maximum: Double { values.max() ?? .nan }
  /// The middle value; NaN where there are none.
  public var median: Double { quantile(0.5) }

  /// Returns a quantile, linear between the sorted values; NaN where there are none.
  ///
  /// A fraction outside 0...1 counts as the nearer end.
  public func quantile(_ fraction: Double) -> Double {
    SeedValues.quantile(fraction, of: values.sorted())
  }

  /// Returns the bootstrap interval of the mean: resampled seeds, percentiles.
  ///
  /// - Parameters:
  ///   - level: the share of resampled means inside, 0.95 for a 95 % interval.
  ///   - samples: the number of resamples, at least 1.
  ///   - seed: the seed of the resampling; the same seed gives the same interval.
  public func interval(
    level: Double = 0.95, samples: Int = 2000, seed: UInt64 = 0
  ) -> ClosedRange<Double> {
    guard let least = values.min(), let greatest = values.max(), least < greatest else {
      let value = values.first ?? 0
      return value.isNaN ? 0...0 : value...value
    }
    var generator = SeededGenerator(seed: seed).split("bootstrap")
    let means = (0..<max(samples, 1)).map { _ in
      (0..<values.count).reduce(0.0) { sum, _ in
        sum + values[generator.integer(below: values.count)]
      } / Double(values.count)
    }.sorted()
    let tail = (1 - min(max(level, 0), 1)) / 2
    let low = SeedValues.quantile(tail, of: means)
    return low...max(low, SeedValues.quantile(1 - tail, of: means))
  }

  private static func quantile(_ fraction: Double, of sorted: [Double]) -> Double {
    guard let last = sorted.indices.last else { return .nan }
    let place = Double(last) * min(max(fraction, 0), 1)
    let lower = min(Int(place), last)
    let upper = min(lower + 1, last)
    return sorted[lower] + (sorted[upper] - sorted[lower]) * (place - Double(lower))
  }
}
