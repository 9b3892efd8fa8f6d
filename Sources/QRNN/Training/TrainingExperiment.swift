public import Experiments

/// One training of one model from one seed, as the store keeps it.
///
/// Seeds are stored one by one, so asking for 100 seeds after 20 computes 80.
public struct TrainingExperiment: Experiment, Hashable {
  /// The store's name of this kind of experiment.
  public static let kind = "qrnn.training"
  /// The version of the numbers, raised by hand.
  ///
  /// It rises whenever tasks, models, gradients or the optimiser give other bits. A test holds a digest of trainings for this version and fails when the digest
  /// moves while the version stands still.
  public static let version = "1"

  /// The task.
  public let task: SequenceTask
  /// The architecture.
  public let model: ModelSpec
  /// How it is trained.
  public let options: TrainingOptions
  /// The seed of the first parameters and of the batches.
  public let seed: UInt64

  /// Creates the experiment of one seed.
  public init(
    task: SequenceTask, model: ModelSpec, options: TrainingOptions = TrainingOptions(), seed: UInt64
  ) {
    self.task = task
    self.model = model
    self.options = options
    self.seed = seed
  }

  /// Throws where task, model or options are not possible; see their own `check()`.
  public func check() throws {
    try task.check()
    try model.check()
    try options.check()
  }

  /// Trains the model.
  public func outcome(report: (ExperimentStatus) -> Void) throws -> TrainedModel {
    try check()
    return try Trainer(task: task, spec: model, options: options, seed: seed).run(report: report)
  }
}
