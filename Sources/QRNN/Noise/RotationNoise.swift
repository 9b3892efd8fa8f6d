internal import Noise
internal import Simulator

/// The noise of a token's rotations RZ, RY, RZ on every qubit, as affine maps of eight lanes.
struct RotationNoise {
  /// Before the rotations of a qubit and after each of the three: [qubit][4][12][8].
  private(set) var maps: [Double] = []
  /// Whether no map of a qubit has a shift.
  private(set) var unital: [Bool] = []
  /// How much too far the gates turn: [qubit][RZ, RY][8]; nil where all are exact.
  let factors: [Double]?

  init(qubits: Int, lanes: [NoiseModel]) throws {
    let identity = try PauliTransferMatrix.identity(qubits: 1)
    // Qubit by qubit in the circuit's order; a waiting qubit may idle before its turn or after it.
    var stages = Array(
      repeating: Array(repeating: Array(repeating: identity, count: lanes.count), count: 4),
      count: qubits)
    var reached = Array(repeating: 0, count: qubits)
    for qubit in 0..<qubits {
      for (number, gate) in ["RZ", "RY", "RZ"].enumerated() {
        reached[qubit] = number + 1
        for (lane, model) in lanes.enumerated() {
          for channel in try model.channels(after: gate, on: [qubit], of: qubits) {
            let target = channel.qubits[0]
            let stage = stages[target][reached[target]][lane]
            stages[target][reached[target]][lane] = try stage.then(channel.matrix)
          }
        }
      }
    }
    var factors: [Double] = []
    for qubit in 0..<qubits {
      for gate in ["RZ", "RY"] {
        factors += lanes.map { 1 + $0.overRotation(of: gate, on: [qubit]) }
      }
    }
    self.factors = factors.allSatisfy { $0 == 1 } ? nil : factors
    for qubit in 0..<qubits {
      let start = maps.count
      for stage in stages[qubit] { maps += PauliProgramBuilder.affine(stage) }
      unital.append(
        stride(from: start, to: maps.count, by: 32).allSatisfy { row in
          maps[row..<(row + 8)].allSatisfy { $0 == 0 }
        })
    }
  }
}
