internal import Simulator

/// One thing that goes wrong at a gate.
///
/// A scale s multiplies probabilities (at most 1), durations and coherent angles.
public enum NoiseEffect: Codable, Hashable, Sendable {
  /// With probability p the gate's qubits together become the maximally mixed state:
  /// ρ -> (1 - p) ρ + p I / 2^n.
  case depolarizing(Double)
  /// Each of the gate's qubits relaxes with its T1 and T2 for a duration in seconds.
  case relaxation(duration: Double)
  /// All the other qubits of the circuit relax for a duration in seconds.
  case idling(duration: Double)
  /// Each qubit loses |1⟩ to |0⟩ with this probability.
  case amplitudeDamping(Double)
  /// Each qubit loses its phase: x and y keep the square root of 1 - λ.
  case phaseDamping(Double)
  /// Pauli operators with their probabilities, as words: one letter for every qubit of the gate, or a
  /// single letter that each qubit suffers on its own.
  case pauli([String: Double])
  /// Each qubit is set to 0 with this probability.
  case reset(Double)
  /// The gate's rotation angle is this fraction too large; gates without an angle are exact.
  case overRotation(Double)
  /// exp(-i angle/2 Z⊗Z) on a gate's two qubits, in radians: crosstalk that has not been echoed away.
  case zzCrosstalk(Double)

  /// Returns the effect at another scale.
  func scaled(by scale: Double) -> NoiseEffect {
    switch self {
    case .depolarizing(let p): return .depolarizing(min(1, scale * p))
    case .relaxation(let duration): return .relaxation(duration: scale * duration)
    case .idling(let duration): return .idling(duration: scale * duration)
    case .amplitudeDamping(let gamma): return .amplitudeDamping(min(1, scale * gamma))
    case .phaseDamping(let lambda): return .phaseDamping(min(1, scale * lambda))
    case .pauli(let probabilities):
      let scaled = probabilities.mapValues { scale * $0 }
      let sum = scaled.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value }
      return .pauli(sum > 1 ? scaled.mapValues { $0 / sum } : scaled)
    case .reset(let p): return .reset(min(1, scale * p))
    case .overRotation(let fraction): return .overRotation(scale * fraction)
    case .zzCrosstalk(let angle): return .zzCrosstalk(scale * angle)
    }
  }

  /// Checks the numbers, naming the field that is wrong.
  ///
  /// - Throws: `noise.not-a-probability`, `noise.not-a-time`, `noise.not-finite`,
  ///   `noise.pauli-word`.
  func check(_ place: String) throws {
    switch self {
    case .depolarizing(let p): try Check.probability(p, "\(place): the depolarizing probability")
    case .relaxation(let duration):
      try Check.duration(duration, "\(place): the duration of the relaxation")
    case .idling(let duration): try Check.duration(duration, "\(place): the duration of the idling")
    case .amplitudeDamping(let gamma):
      try Check.probability(gamma, "\(place): the amplitude damping γ")
    case .phaseDamping(let lambda): try Check.probability(lambda, "\(place): the phase damping λ")
    case .reset(let p): try Check.probability(p, "\(place): the reset probability")
    case .overRotation(let fraction): try Check.finite(fraction, "\(place): the over-rotation")
    case .zzCrosstalk(let angle): try Check.finite(angle, "\(place): the ZZ angle")
    case .pauli(let probabilities): try NoiseEffect.check(probabilities, place)
    }
  }

  /// Checks the probabilities of Pauli words; the identity's share is what they leave.
  static func check(_ probabilities: [String: Double], _ place: String) throws {
    var sum = 0.0
    let length = probabilities.keys.min()?.count ?? 1
    for (word, p) in probabilities.sorted(by: { $0.key < $1.key }) {
      guard PauliBasis.index(word) != nil, word.count == length,
        length <= PauliTransferMatrix.mostQubits
      else { throw NoiseError.pauliWord(word, qubits: length) }
      try Check.probability(p, "\(place): the probability of \(word)")
      sum += p
    }
    guard sum <= 1 + 1e-12 else {
      throw NoiseError.probability(sum, field: "\(place): the sum of the Pauli probabilities")
    }
  }
}
