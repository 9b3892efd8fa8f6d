public import Experiments
public import Simulator

/// The training of one model on one task from many seeds.
///
///     let training = Training(task: .recall, model: .oneQubit, seeds: 20)
///     let runs = try training.run(store: .standard) { progress in print(progress.done) }
///     runs.accuracy.mean
public struct Training: Hashable, Sendable {
  /// The task.
  public var task: SequenceTask
  /// The architecture.
  public var model: ModelSpec
  /// The seeds, one training each.
  public var seeds: [UInt64]
  /// How each is trained.
  public var options: TrainingOptions

  /// Creates a training from the seeds 0, 1, 2, … or as many from another first one.
  public init(
    task: SequenceTask, model: ModelSpec, seeds count: Int, from first: UInt64 = 0,
    options: TrainingOptions = TrainingOptions()
  ) {
    // A count that is not possible is told by run(), where an error can be thrown.
    let seeds =
      count > 0 && count <= Training.mostSeeds ? (0..<UInt64(count)).map { first &+ $0 } : []
    self.init(task: task, model: model, seeds: seeds, options: options)
  }

  /// Creates a training from a list of seeds.
  public init(
    task: SequenceTask, model: ModelSpec, seeds: [UInt64],
    options: TrainingOptions = TrainingOptions()
  ) {
    self.task = task
    self.model = model
    self.seeds = seeds
    self.options = options
  }

  /// The most seeds of one training.
  public static let mostSeeds = 1_000_000

  /// The experiments, one for every seed.
  public var experiments: [TrainingExperiment] {
    seeds.map { TrainingExperiment(task: task, model: model, options: options, seed: $0) }
  }

  /// Trains every seed, or reads it from the store, on joined threads.
  ///
  /// The result has the same bits for any number of threads, with or without a store.
  ///
  /// - Parameters:
  ///   - store: where trainings are kept; `.none()` keeps nothing.
  ///   - progress: seeds done, last loss and time left; called by one thread at a time.
  /// - Throws: `qrnn.no-seeds`, and the errors of the `check()` of task, model and options.
  public func run(
    store: ExperimentStore = .standard, threads: Int = Workers.available,
    progress: @Sendable (ExperimentProgress) -> Void = { _ in }
  ) throws -> TrainingRuns {
    guard !seeds.isEmpty else { throw QRNNError.noSeeds() }
    return TrainingRuns(
      try store.outcomes(of: experiments, threads: threads, progress: progress))
  }
}
