internal import Simulator

/// How a model is trained: Adam on fresh batches, with the study's values as defaults.
public struct TrainingOptions: Codable, Hashable, Sendable {
  /// How the learning rate falls over the steps.
  public enum Decay: String, Codable, Sendable {
    /// rate (1 + cos(pi t / steps)) / 2 at step t, from the full rate to 0.
    case cosine
    /// The same rate at every step.
    case none
  }

  /// The number of steps; the task's own where nil.
  public var steps: Int?
  /// The number of fresh sequences in a step.
  public var batch: Int
  /// The learning rate at the first step.
  public var learningRate: Double
  /// How the learning rate falls.
  public var decay: Decay
  /// The number of steps between two points of the accuracy curve; none are measured where nil.
  public var measureEvery: Int?
  /// The number of held-out sequences that measure accuracy.
  public var heldOut: Int
  /// The held-out accuracy above which a training has converged.
  public var convergedAbove: Double
  /// How often a training that has not converged may start again from other parameters.
  public var restarts: Int
  /// The step at which an attempt that still answers like chance gives way to the next restart;
  /// every attempt runs to its end where nil.
  public var giveUpAfter: Int?

  /// Creates options; what is left out is as in the study.
  public init(
    steps: Int? = nil, batch: Int = 32, learningRate: Double = 0.1, decay: Decay = .cosine,
    measureEvery: Int? = nil, heldOut: Int = 300, convergedAbove: Double = 0.95, restarts: Int = 0,
    giveUpAfter: Int? = nil
  ) {
    self.steps = steps
    self.batch = batch
    self.learningRate = learningRate
    self.decay = decay
    self.measureEvery = measureEvery
    self.heldOut = heldOut
    self.convergedAbove = convergedAbove
    self.restarts = restarts
    self.giveUpAfter = giveUpAfter
  }

  /// Checks that a training can follow the options.
  ///
  /// - Throws: `qrnn.no-steps`, `qrnn.no-sequences`, `qrnn.options`.
  public func check() throws {
    if let steps, steps < 1 || steps > 10_000_000 { throw QRNNError.noSteps(steps) }
    guard batch >= 1, batch <= 1_000_000 else { throw QRNNError.noSequences(batch) }
    guard heldOut >= 1, heldOut <= 10_000_000 else { throw QRNNError.noSequences(heldOut) }
    guard learningRate > 0, learningRate.isFinite else {
      throw QRNNError.options("The learning rate is \(learningRate), not positive and finite.")
    }
    if let measureEvery, measureEvery < 1 {
      throw QRNNError.options("Accuracy cannot be measured every \(measureEvery) steps.")
    }
    if let giveUpAfter, giveUpAfter < 1 {
      throw QRNNError.options("A training cannot give up after \(giveUpAfter) steps.")
    }
    guard convergedAbove >= 0, convergedAbove <= 1 else {
      throw QRNNError.options(
        "An accuracy above \(convergedAbove) is not possible or means nothing.")
    }
    guard restarts >= 0, restarts <= 1000 else {
      throw QRNNError.options("A training cannot restart \(restarts) times.")
    }
  }
}
