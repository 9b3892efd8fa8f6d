internal import Simulator

extension NoiseModel {
  /// Gates that a device does in its frame of reference: no pulse, no time, no error.
  public static let virtualGates = ["I", "Z", "S", "SDG", "T", "TDG", "RZ", "P"]

  /// The study's noise: one-qubit gates of two pulses, one CNOT error, relaxation and readout.
  ///
  /// Two depolarizing pulses of p1 = 3e-4 and 100 ns for a one-qubit gate, rotations about z for free;
  /// p2 = 8e-3 and 300 ns for a two-qubit gate; T1 = 200 µs, T2 = 100 µs; P(1|0) = 1 %, P(0|1) = 2 %.
  public static let study = study()

  /// Returns the study's noise with coherent errors on top.
  ///
  /// - Parameters:
  ///   - overRotation: the fraction by which every RY turns too far.
  ///   - zz: the angle of exp(-i zz/2 Z⊗Z) after every two-qubit gate, in radians.
  ///   - latency: the time in seconds that all qubits wait after every two-qubit gate.
  public static func study(
    overRotation: Double = 0, zz: Double = 0, latency: Double = 0
  ) -> NoiseModel {
    let readout = (try? ReadoutError(oneGivenZero: 0.01, zeroGivenOne: 0.02)) ?? .none
    let qubit = (try? QubitNoise(t1: 200e-6, t2: 100e-6, readout: readout)) ?? .ideal
    var one: [NoiseEffect] = [
      .depolarizing(3e-4), .depolarizing(3e-4), .relaxation(duration: 100e-9),
    ]
    var two: [NoiseEffect] = [.depolarizing(8e-3), .relaxation(duration: 300e-9)]
    if overRotation != 0 { one.insert(.overRotation(overRotation), at: 0) }
    if zz != 0 { two.insert(.zzCrosstalk(zz), at: 0) }
    if latency != 0 { two += [.relaxation(duration: latency), .idling(duration: latency)] }
    return NoiseModel(
      "study", qubits: .all(qubit),
      rules: [
        Rule(qubits: 1, one), Rule(gates: virtualGates, []), Rule(qubits: 2, two),
      ])
  }
}
