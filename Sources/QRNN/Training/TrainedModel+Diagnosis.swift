extension TrainedModel {
  /// What the curves of a training say about it.
  public enum Diagnosis: String, Codable, Hashable, Sendable {
    /// The held-out accuracy is above the threshold.
    case learned
    /// The loss ended clearly below chance, but the accuracy is not above the threshold: a local
    /// minimum, or too few steps.
    case partlyLearned
    /// The loss ended where an answer that knows nothing has it: other first parameters may help.
    case stuckAtChance
    /// A loss or gradient was no longer a finite number: a lower learning rate may help.
    case diverged
  }

  /// What the curves say: learned, partly learned, stuck at chance, or diverged.
  ///
  /// The loss counts as chance above 95 % of ln 2 nats in the mean of the last quarter of the steps.
  public var diagnosis: Diagnosis {
    switch outcome {
    case .converged: return .learned
    case .diverged: return .diverged
    case .notConverged:
      let last = losses.suffix(max(losses.count / 4, 1))
      let loss = last.reduce(0, +) / Double(max(last.count, 1))
      return loss > 0.95 * TrainedModel.chanceLoss ? .stuckAtChance : .partlyLearned
    }
  }
}
