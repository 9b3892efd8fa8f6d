public import Noise
internal import Simulator

extension RecurrentModel {
  /// Returns the readout z = ⟨Z⟩ after the last token of every sequence under noise, in [-1, 1].
  ///
  /// Exact, by the Pauli coefficients of the mixed state. The readout error is not in it:
  /// `ReadoutError.applied(toZ:)` adds it.
  ///
  /// - Throws: `qrnn.wrong-architecture` for a classical model, the errors of `expectations(_:)`, and
  ///   those of the noise model, such as `noise.not-a-probability`.
  public func expectations(
    _ sequences: [TokenSequence], noise: NoiseModel
  ) throws -> [Double] {
    try expectations(sequences, noise: [noise])[0]
  }

  /// Returns z of every sequence under every scale of a noise model, as [scale][sequence].
  ///
  /// - Throws: `noise.scale`, and the errors of `expectations(_:noise:)`.
  public func expectations(
    _ sequences: [TokenSequence], noise: NoiseModel, scales: [Double]
  ) throws -> [[Double]] {
    try expectations(sequences, noise: scales.map { try noise.scaled(by: $0) })
  }

  /// `models` are scales of one model: all have the same rules.
  private func expectations(
    _ sequences: [TokenSequence], noise models: [NoiseModel]
  ) throws -> [[Double]] {
    try check()
    let packed = try NoisyLanes.pack(sequences, vocabulary: vocabulary, qubits: spec.qubits)
    var result = Array(
      repeating: Array(repeating: 0.0, count: sequences.count), count: models.count)
    for start in stride(from: 0, to: models.count, by: NoisyLanes.count) {
      let group = Array(models[start..<min(start + NoisyLanes.count, models.count)])
      let lanes = try NoisyLanes(spec: spec, vocabulary: vocabulary, noise: group)
      lanes.bind([parameters])
      try lanes.run(packed) { place, z in
        for lane in group.indices { result[start + lane][place] = z[lane] }
      }
    }
    return result
  }

  /// Returns the Pauli coefficients of the mixed state after the last token of every sequence.
  ///
  /// - Throws: the errors of `expectations(_:noise:)`.
  public func pauliVectors(
    _ sequences: [TokenSequence], noise: NoiseModel
  ) throws -> [PauliVector] {
    try check()
    let packed = try NoisyLanes.pack(sequences, vocabulary: vocabulary, qubits: spec.qubits)
    let lanes = try NoisyLanes(spec: spec, vocabulary: vocabulary, noise: [noise])
    lanes.bind([parameters])
    let empty = try PauliVector(qubits: spec.qubits)
    var result = Array(repeating: empty, count: sequences.count)
    try lanes.states(packed) { place, values in
      let coefficients = (0..<empty.coefficients.count).map { values[8 * $0] }
      result[place] = PauliVector(unchecked: spec.qubits, coefficients)
    }
    return result
  }
}
