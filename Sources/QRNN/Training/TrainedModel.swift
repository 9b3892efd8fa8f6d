internal import Simulator

/// A model with the training that made it: what was asked, what came out, how it went.
public struct TrainedModel: Codable, Hashable, Sendable {
  /// How a training ended.
  public enum Outcome: Codable, Hashable, Sendable {
    /// The held-out accuracy is above the threshold of the options.
    case converged
    /// The held-out accuracy is not above the threshold.
    case notConverged
    /// A loss or gradient was no longer a finite number at this step; the parameters are those of
    /// the step before.
    case diverged(step: Int)
  }

  /// A point of the accuracy curve.
  public struct Measurement: Codable, Hashable, Sendable {
    /// The number of training steps done before.
    public let step: Int
    /// The fraction of held-out sequences answered right.
    public let accuracy: Double
  }

  /// The task the model was trained on.
  public let task: SequenceTask
  /// How it was trained.
  public let options: TrainingOptions
  /// The seed of its first parameters and of its batches.
  public let seed: UInt64
  /// The model after training.
  public let model: RecurrentModel
  /// The parameters before the first step of the run that counts.
  public let initialParameters: [Double]
  /// The mean loss of the batch of every step, in nats.
  public let losses: [Double]
  /// The Euclidean norm of the gradient of every step.
  public let gradientNorms: [Double]
  /// The held-out accuracy along the training, where the options ask for it.
  public let measurements: [Measurement]
  /// The held-out accuracy at the task's test gap after the last step.
  public let accuracy: Double
  /// How the training ended.
  public let outcome: Outcome
  /// The number of restarts that were needed.
  public let restarts: Int

  /// The architecture of the model.
  public var spec: ModelSpec { model.spec }
  /// Whether the held-out accuracy is above the threshold.
  public var converged: Bool { outcome == .converged }
  /// The loss of an answer that knows nothing: ln 2 nats.
  public static let chanceLoss = 0.6931471805599453
}
