internal import Simulator

/// The distribution of the number of distractors between context and query.
///
///     let training = GapDistribution.uniform(1...6)
///     let test: GapDistribution = 6
public struct GapDistribution: Codable, Hashable, Sendable, ExpressibleByIntegerLiteral {
  /// The longest gap that a sequence may have.
  public static let longest = 1_000_000

  /// The most tokens that a set of sequences may have together.
  static let mostTokens = 100_000_000

  /// Throws where so many sequences of these gaps could have too many tokens.
  func check(count: Int) throws {
    let tokens = count.multipliedReportingOverflow(by: maximum + 2)
    guard !tokens.overflow, tokens.partialValue <= GapDistribution.mostTokens else {
      throw QRNNError.tooManyTokens()
    }
  }

  /// The gaps that can be drawn.
  public let gaps: [Int]
  /// The weight of each gap, positive and finite; nil where all are alike.
  public let weights: [Double]?

  init(gaps: [Int], weights: [Double]?) {
    self.gaps = gaps
    self.weights = weights
  }

  /// Creates the distribution that always gives one gap.
  public init(integerLiteral gap: Int) { self.init(gaps: [gap], weights: nil) }

  /// Returns the distribution that gives every gap of a range with the same probability.
  ///
  /// A range with more than 100,000 gaps is refused by `check()`.
  public static func uniform(_ range: ClosedRange<Int>) -> GapDistribution {
    let wide = range.upperBound.subtractingReportingOverflow(range.lowerBound)
    guard !wide.overflow, wide.partialValue < 100_000 else {
      return GapDistribution(gaps: [], weights: nil)
    }
    return GapDistribution(gaps: Array(range), weights: nil)
  }

  /// Returns the distribution that always gives one gap.
  public static func fixed(_ gap: Int) -> GapDistribution {
    GapDistribution(gaps: [gap], weights: nil)
  }

  /// Returns the distribution that gives each gap with a probability in proportion to its weight.
  public static func weighted(_ weights: [Int: Double]) -> GapDistribution {
    let sorted = weights.sorted { $0.key < $1.key }
    return GapDistribution(gaps: sorted.map(\.key), weights: sorted.map(\.value))
  }

  /// The longest gap that can be drawn, 0 where there is none.
  public var maximum: Int { gaps.max() ?? 0 }

  /// Checks that gaps can be drawn.
  ///
  /// - Throws: `qrnn.gap-out-of-range` for a gap below 1 or above `longest`, or for none at all;
  ///   `qrnn.gap-weights` for weights that are not positive and finite.
  public func check() throws {
    guard !gaps.isEmpty else { throw QRNNError.noGaps() }
    if let gap = gaps.first(where: { $0 < 1 || $0 > GapDistribution.longest }) {
      throw QRNNError.gapOutOfRange(gap)
    }
    guard let weights else { return }
    let sum = weights.reduce(0, +)
    guard weights.count == gaps.count, weights.allSatisfy({ $0 > 0 }), sum.isFinite else {
      throw QRNNError.gapWeights()
    }
  }

  /// Draws a gap; the distribution must have passed `check()`.
  func draw(_ generator: inout SeededGenerator) -> Int {
    guard let weights else { return gaps[generator.integer(below: gaps.count)] }
    var rest = generator.uniform() * weights.reduce(0, +)
    for (gap, weight) in zip(gaps, weights) {
      rest -= weight
      if rest < 0 { return gap }
    }
    return gaps[gaps.count - 1]
  }
}
