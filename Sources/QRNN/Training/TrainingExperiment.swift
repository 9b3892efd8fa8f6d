public import Experiments

/// One training of one model from one seed, as the store keeps it.
///
/// Seeds are stored one by one, so asking for 100 seeds after 20 computes 80.
public struct TrainingExperiment: Experiment, Hashable {
  /// The store's name of this kind of experiment.
  public static let kind = "qrnn.training"
  /// The version of the code: the version of the form, and a fingerprint of the numbers.
  ///
  /// The fingerprint is computed, not declared; see `NumbersFingerprint`. Whatever gives other bits,
  /// a changed gradient, optimiser or sine, gives other keys, so nobody reads what this code would
  /// not compute.
  public static let version = "\(formatVersion)-\(NumbersFingerprint.current)"
  /// The version of the written form and of what the fingerprint cannot see, raised by hand.
  public static let formatVersion = "1"

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

  private enum Key: String, CodingKey {
    case version, task, model, options, seed
  }

  /// Writes the experiment with the version of the form.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(TrainingExperiment.formatVersion, forKey: .version)
    try container.encode(task, forKey: .task)
    try container.encode(model, forKey: .model)
    try container.encode(options, forKey: .options)
    try container.encode(seed, forKey: .seed)
  }

  /// Reads an experiment of this form and checks it.
  ///
  /// - Throws: `qrnn.other-version`, and the errors of `check()`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let version = try container.decode(String.self, forKey: .version)
    guard version == TrainingExperiment.formatVersion else {
      throw QRNNError.otherVersion("training", version, TrainingExperiment.formatVersion)
    }
    self.init(
      task: try container.decode(SequenceTask.self, forKey: .task),
      model: try container.decode(ModelSpec.self, forKey: .model),
      options: try container.decode(TrainingOptions.self, forKey: .options),
      seed: try container.decode(UInt64.self, forKey: .seed))
    try check()
  }

  /// Throws where task, model or options are not possible; see their own `check()`.
  public func check() throws {
    try task.check()
    try model.check()
    try options.check()
    try task.trainingGaps.check(count: options.batch)
    try GapDistribution.fixed(task.testGap).check(count: options.heldOut)
  }

  /// The architecture and the task.
  public var title: String { "training \(model) on \(task.name)" }

  /// Trains the model.
  public func outcome(report: (ExperimentStatus) -> Void) throws -> TrainedModel {
    try check()
    return try Trainer(task: task, spec: model, options: options, seed: seed).run(report: report)
  }
}
