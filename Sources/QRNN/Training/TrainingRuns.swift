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

  /// The model with the best held-out accuracy, the first of equals; nil where there are none.
  public var best: TrainedModel? {
    models.reduce(nil) { best, next in
      if let best, best.accuracy >= next.accuracy { best } else { next }
    }
  }

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
}
