extension SequenceTask: CustomStringConvertible {
  /// The name, the size of the vocabulary and the gaps, in words.
  public var description: String {
    let gaps = trainingGaps.gaps
    let range =
      gaps.count > 1 ? "\(gaps.min() ?? 0) to \(gaps.max() ?? 0)" : "\(trainingGaps.maximum)"
    return "\(name): \(vocabulary) tokens, trained on gaps of \(range)"
  }
}

extension TokenSequence: CustomStringConvertible {
  /// The tokens and the label, such as `0 3 5 6 -> 1`.
  public var description: String {
    tokens.map { String($0) }.joined(separator: " ") + " -> \(label)"
  }
}

extension RecurrentModel: CustomStringConvertible {
  /// The architecture and the number of parameters.
  public var description: String { "\(spec), \(parameters.count) parameters" }
}

extension TrainedModel: CustomStringConvertible {
  /// What was trained, from which seed, and how it ended.
  public var description: String {
    let end =
      switch outcome {
      case .converged: "converged"
      case .notConverged: "not converged (\(diagnosis.rawValue))"
      case .diverged(let step): "diverged at step \(step)"
      }
    return "\(spec) on \(task.name), seed \(seed): accuracy \(SeedValues.rounded(accuracy)), \(end)"
  }
}

extension TrainingRuns: CustomStringConvertible {
  /// How many models were trained, how many converged, and their accuracy.
  public var description: String {
    guard let first = models.first else { return "no runs" }
    let count = models.count == 1 ? "1 run" : "\(models.count) runs"
    return "\(count) of \(first.spec) on \(first.task.name): "
      + "\(models.filter(\.converged).count) converged, accuracy \(accuracy)"
  }
}

extension SeedValues: CustomStringConvertible {
  /// The mean with its 95 % bootstrap interval, such as `0.998 [0.994, 1] over 20 seeds`.
  public var description: String {
    guard count > 0 else { return "no values" }
    let mean = SeedValues.rounded(mean)
    guard count > 1 else { return "\(mean) from 1 seed" }
    let interval = interval()
    let (low, high) = (interval.lowerBound, interval.upperBound)
    return "\(mean) [\(SeedValues.rounded(low)), \(SeedValues.rounded(high))] over \(count) seeds"
  }

  /// A number to three decimals, without trailing zeros.
  static func rounded(_ value: Double) -> String {
    guard value.magnitude < 1e12 else { return "\(value)" }  // NaN and infinity too
    let text = "\((value * 1000).rounded() / 1000)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
