public import ComplexModule
public import RealModule
internal import Simulator

extension RecurrentModel {
  /// The state of a model after one token of a sequence.
  public struct Step: Hashable, Sendable {
    /// The number of tokens read before this one.
    public let index: Int
    /// The token that was read.
    public let token: Int
    /// The numbers that describe the state: real and imaginary parts of the amplitudes in turn, the
    /// unit vector, or the hidden units.
    public let state: [Double]
    /// The readout z that the state would give now.
    public let expectation: Double

    /// The amplitudes of a quantum model, qubit 0 the most significant bit of their index.
    public var amplitudes: [Complex<Double>] {
      stride(from: 0, to: state.count - 1, by: 2).map { Complex(state[$0], state[$0 + 1]) }
    }
  }

  /// Returns the state after every token of a sequence.
  ///
  /// - Throws: the errors of `expectations(_:)`.
  public func states(_ sequence: TokenSequence) throws -> [Step] {
    try states([sequence])[0]
  }

  /// Returns the states after every token of every sequence, as [sequence][step].
  ///
  /// - Throws: the errors of `expectations(_:)`.
  public func states(_ sequences: [TokenSequence]) throws -> [[Step]] {
    try check()
    let batch = try PackedBatch(sequences, vocabulary: vocabulary)
    let kernel = try ModelKernel(spec: spec, vocabulary: vocabulary)
    let numbers = try kernel.states(parameters, batch)
    var start = 0
    return sequences.map { sequence in
      sequence.tokens.enumerated().map { index, token in
        let state = numbers[start..<(start + kernel.stateWidth)]
        start += kernel.stateWidth
        return Step(
          index: index, token: token, state: Array(state),
          expectation: kernel.readout(parameters, state))
      }
    }
  }

  /// Returns the rotation network that answers exactly as this one-qubit model does.
  ///
  /// A qubit's Bloch vector turns by R = RZ(g) RY(b) RZ(a), so both have the same parameters.
  ///
  /// - Throws: `qrnn.wrong-architecture` unless the model has one qubit and no entangler.
  public func rotationTwin() throws -> RecurrentModel {
    guard case .quantum(1, let entangler, _) = spec.architecture, entangler.gates.isEmpty else {
      throw QRNNError.wrongArchitecture("Only one qubit alone has an SO(3) twin, not \(spec).")
    }
    return RecurrentModel(unchecked: .rotation, vocabulary: vocabulary, parameters: parameters)
  }
}
