public import Simulator

extension TrainingRuns {
  /// A point of a curve over training: a step and a value for every seed.
  public struct CurvePoint: Hashable, Sendable {
    /// The number of steps done, or the gap.
    public let step: Int
    /// The values, one for every seed that has one here.
    public let values: SeedValues
  }

  /// The held-out accuracy against the training step, where the options asked for it.
  ///
  /// A run that stopped early has no value at later steps.
  public var accuracyCurve: [CurvePoint] {
    let steps = Set(models.flatMap { $0.measurements.map(\.step) }).sorted()
    return steps.map { step in
      CurvePoint(
        step: step,
        values: SeedValues(
          models.compactMap { $0.measurements.first { $0.step == step }?.accuracy }))
    }
  }

  /// Returns the batch loss in nats against the training step, averaged over windows of steps.
  ///
  /// Each point stands at the first step of its window. A window below 1 counts as 1.
  public func lossCurve(window: Int = 10) -> [CurvePoint] { curve(\.losses, window) }

  /// Returns the gradient norm against the training step, averaged over windows of steps.
  public func gradientNormCurve(window: Int = 10) -> [CurvePoint] { curve(\.gradientNorms, window) }

  private func curve(_ path: KeyPath<TrainedModel, [Double]>, _ window: Int) -> [CurvePoint] {
    let width = Swift.max(window, 1)
    let curves = models.map { $0[keyPath: path] }
    let longest = curves.map(\.count).max() ?? 0
    return stride(from: 0, to: longest, by: width).map { step in
      CurvePoint(
        step: step,
        values: SeedValues(
          curves.compactMap { curve in
            guard step < curve.count else { return nil }
            let part = curve[step..<Swift.min(step + width, curve.count)]
            return part.reduce(0, +) / Double(part.count)
          }))
    }
  }

  /// A point of a curve over gaps: a gap and a value for every seed.
  public struct GapPoint: Hashable, Sendable {
    /// The number of distractors between context and query.
    public let gap: Int
    /// The values, one for every seed.
    public let values: SeedValues
  }

  /// Returns the held-out accuracy of every seed against the gap.
  ///
  ///     let curve = try runs.accuracy(gaps: Array(1...50))
  ///
  /// - Throws: `qrnn.no-seeds`, `qrnn.gap-out-of-range`, `qrnn.no-sequences`.
  public func accuracy(
    gaps: [Int], count: Int = 300, threads: Int = Workers.available
  ) throws -> [GapPoint] {
    try gaps.map { gap in
      GapPoint(gap: gap, values: try accuracy(gap: .fixed(gap), count: count, threads: threads))
    }
  }
}
