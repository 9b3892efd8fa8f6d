public import Simulator

/// The trained models of many seeds.
public struct TrainingRuns: Codable, Hashable, Sendable, RandomAccessCollection {
  /// The trained models, in the order of their seeds.
  public let models: [TrainedModel]

  /// Creates the runs of some trained models.
  public init(_ models: [TrainedModel]) { self.models = models }

  /// The position of the first model.
  public var startIndex: Int { models.startIndex }
  /// The position after the last model.
  public var endIndex: Int { models.endIndex }
  /// The model at a position.
  public subscript(position: Int) -> TrainedModel { models[position] }

  /// The runs that converged.
  public var converged: TrainingRuns { TrainingRuns(models.filter(\.converged)) }
  /// The fraction of seeds that converged; 0 where there are none.
  public var convergenceRate: Double {
    models.isEmpty ? 0 : Double(models.filter(\.converged).count) / Double(models.count)
  }
  /// The seeds whose training diverged.
  public var diverged: [UInt64] {
    models.filter { if case .diverged = $0.outcome { true } else { false } }.map(\.seed)
  }
  /// The held-out accuracy of every seed at the task's test gap.
  public var accuracy: SeedValues { SeedValues(models.map(\.accuracy)) }

  /// Returns the held-out accuracy of every seed at a gap, the same sequences for every seed.
  ///
  /// - Throws: `qrnn.no-seeds` where there are no models, `qrnn.gap-out-of-range`,
  ///   `qrnn.no-sequences`.
  public func accuracy(
    gap: GapDistribution, count: Int = 300, threads: Int = Workers.available
  ) throws -> SeedValues {
    guard !models.isEmpty else { throw QRNNError.noSeeds() }
    let results = Slots<Double>(count: models.count)
    let models = models
    Workers.forEach(count: models.count, threads: threads) { index in
      results.fill(index) {
        let trained = models[index]
        try trained.model.check()
        let set = try HeldOutSet(task: trained.task, gap: gap, count: count)
        let kernel = try ModelKernel(spec: trained.spec, vocabulary: trained.model.vocabulary)
        return try set.accuracy(kernel, trained.model.parameters)
      }
    }
    return SeedValues(try results.values())
  }

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
}
