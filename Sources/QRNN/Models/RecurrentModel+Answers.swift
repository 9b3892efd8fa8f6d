internal import Kernels
internal import Simulator

extension RecurrentModel {
  /// Returns the readout z = <Z> after the last token of every sequence, in [-1, 1].
  ///
  /// - Throws: `qrnn.empty-sequence`, `qrnn.token-out-of-range`, `qrnn.no-sequences`, and the
  ///   errors of `check()`.
  public func expectations(_ sequences: [TokenSequence]) throws -> [Double] {
    try check()
    let batch = try PackedBatch(sequences, vocabulary: vocabulary)
    return try ModelKernel(spec: spec, vocabulary: vocabulary).expectations(parameters, batch)
  }

  /// Returns the probability of the answer 1, (1 - z) / 2, for every sequence.
  public func probabilities(_ sequences: [TokenSequence]) throws -> [Double] {
    try expectations(sequences).map { 0.5 - 0.5 * $0 }
  }

  /// Returns the logit log(p / (1 - p)) of the answer 1 for every sequence, in nats.
  ///
  /// p enters as the loss sees it, so the logit is finite: at most about 13.8 in size.
  public func logits(_ sequences: [TokenSequence]) throws -> [Double] {
    try expectations(sequences).map { z in
      let floor = ModelKernel.probabilityFloor
      let one = floor + (1 - 2 * floor) * (0.5 - 0.5 * z)
      let zero = floor + (1 - 2 * floor) * (0.5 + 0.5 * z)
      return ketbook_log(one) - ketbook_log(zero)
    }
  }

  /// Returns the margin of every sequence: z where the label is 0, -z where it is 1.
  ///
  /// A positive margin is a right answer; (1 + margin) / 2 is the chance that one shot is right.
  public func margins(_ sequences: [TokenSequence]) throws -> [Double] {
    zip(try expectations(sequences), sequences).map { $1.label == 0 ? $0 : -$0 }
  }

  /// Returns the fraction of sequences that are answered right; z = 0 is not an answer.
  public func accuracy(_ sequences: [TokenSequence]) throws -> Double {
    let margins = try margins(sequences)
    return Double(margins.filter { $0 > 0 }.count) / Double(margins.count)
  }

  /// The mean binary cross-entropy in nats, with its derivative by every parameter.
  public struct Gradient: Hashable, Sendable {
    /// The mean of -log p over the sequences, p = 1e-6 + (1 - 2e-6) times the probability of the
    /// right answer.
    public let loss: Double
    /// The derivative by every parameter, in the order of `parameters`.
    public let values: [Double]
    /// The Euclidean norm of the derivative.
    public var norm: Double { ketbook_norm(Int32(values.count), values) }
  }

  /// Returns the loss and its exact gradient: one backward pass over every sequence.
  ///
  /// - Throws: the errors of `expectations(_:)`.
  public func gradient(_ sequences: [TokenSequence]) throws -> Gradient {
    try check()
    let batch = try PackedBatch(sequences, vocabulary: vocabulary)
    var values = [Double](repeating: 0, count: parameters.count)
    let loss = try ModelKernel(spec: spec, vocabulary: vocabulary)
      .loss(parameters, batch, gradient: &values)
    return Gradient(loss: loss, values: values)
  }
}
