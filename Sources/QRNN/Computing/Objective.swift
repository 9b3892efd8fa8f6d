internal import Kernels
internal import Simulator

/// The loss of an architecture on a fixed set of sequences, for optimisers of one's own.
///
/// The sequences are packed once; `loss(_:gradient:)` may then be called for any parameters. One
/// objective serves one thread.
///
///     let objective = try Objective(spec: .oneQubit, vocabulary: 8, sequences: sequences)
///     var adam = Adam(count: parameters.count)
///     var gradient = parameters
///     for _ in 0..<100 {
///       _ = try objective.loss(parameters, gradient: &gradient)
///       adam.step(&parameters, gradient: gradient, rate: 0.1)
///     }
public final class Objective {
  private let kernel: ModelKernel
  private let batch: PackedBatch
  private let count: Int
  private let floor: Double

  /// Creates the objective of a set of sequences.
  ///
  /// - Parameter floor: the probability p of the right answer enters as floor + (1 - 2 floor) p.
  /// - Throws: `qrnn.no-sequences`, `qrnn.token-out-of-range`, `qrnn.vocabulary-out-of-range`,
  ///   `qrnn.options` for a floor outside 0..<0.5, and the errors of `ModelSpec.check()`.
  public init(
    spec: ModelSpec, vocabulary: Int, sequences: [TokenSequence], floor: Double = 1e-6
  ) throws {
    guard vocabulary >= 1, vocabulary <= 65_536 else {
      throw QRNNError.vocabularyOutOfRange(vocabulary)
    }
    guard floor >= 0, floor < 0.5 else {
      throw QRNNError.options("A probability floor of \(floor) is outside 0..<0.5.")
    }
    kernel = try ModelKernel(spec: spec, vocabulary: vocabulary)
    batch = try PackedBatch(sequences, vocabulary: vocabulary)
    count = spec.parameterCount(vocabulary: vocabulary)
    self.floor = floor
  }

  /// Returns the mean loss in nats and writes its exact gradient.
  ///
  /// - Throws: `qrnn.parameter-count`, `qrnn.parameter-not-finite`, `qrnn.out-of-memory`.
  public func loss(_ parameters: [Double], gradient: inout [Double]) throws -> Double {
    guard parameters.count == count else {
      throw QRNNError.parameterCount(parameters.count, expected: count, model: "of this objective")
    }
    guard ketbook_all_finite(Int32(count), parameters) != 0 else {
      let index = parameters.firstIndex { !$0.isFinite } ?? 0
      throw QRNNError.parameterNotFinite(parameters[index], at: index)
    }
    if gradient.count != count { gradient = Array(repeating: 0, count: count) }
    return try kernel.loss(parameters, batch, floor: floor, gradient: &gradient)
  }
}
