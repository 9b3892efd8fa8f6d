internal import Kernels
internal import Simulator

/// A channel in a circuit: its transfer matrix and the qubits it acts on.
package struct PlacedChannel {
  package let matrix: PauliTransferMatrix
  package let qubits: [Int]
}

extension NoiseModel {
  /// Returns what happens after a gate, as transfer matrices; coherent over-rotation is in the gate.
  package func channels(
    after gate: String, on targets: [Int], of qubitCount: Int
  ) throws -> [PlacedChannel] {
    var placed: [PlacedChannel] = []
    for effect in effects(of: gate, on: targets) {
      try effect.check("\(name), \(gate)")
      placed += try channels(of: effect, on: targets, of: qubitCount)
    }
    return placed
  }

  /// The fraction by which a gate turns too far.
  package func overRotation(of gate: String, on targets: [Int]) -> Double {
    effects(of: gate, on: targets).reduce(0) { sum, effect in
      if case .overRotation(let fraction) = effect { sum + fraction } else { sum }
    }
  }

  private func channels(
    of effect: NoiseEffect, on targets: [Int], of qubitCount: Int
  ) throws -> [PlacedChannel] {
    func each(_ matrix: PauliTransferMatrix) -> [PlacedChannel] {
      targets.map { PlacedChannel(matrix: matrix, qubits: [$0]) }
    }
    func relaxation(_ duration: Double, _ qubits: [Int]) throws -> [PlacedChannel] {
      try qubits.map { qubit in
        let figures = try self.qubit(qubit)
        let decay = Relaxation(t1: figures.t1, t2: figures.t2, duration: duration)
        return PlacedChannel(matrix: .relaxation(decay), qubits: [qubit])
      }
    }
    switch effect {
    case .depolarizing(let p):
      let matrix = PauliTransferMatrix.depolarizing(p, qubits: targets.count)
      return [PlacedChannel(matrix: matrix, qubits: targets)]
    case .relaxation(let duration): return try relaxation(duration, targets)
    case .idling(let duration):
      return try relaxation(duration, (0..<qubitCount).filter { !targets.contains($0) })
    case .amplitudeDamping(let gamma): return each(.amplitudeDamping(gamma))
    case .phaseDamping(let lambda): return each(.phaseDamping(lambda))
    case .reset(let p): return each(.reset(p))
    case .pauli(let probabilities):
      let length = probabilities.keys.first?.count ?? 1
      let matrix = PauliTransferMatrix.pauli(probabilities, qubits: length)
      if length == 1 { return each(matrix) }
      guard length == targets.count else {
        throw NoiseError.pauliWord(probabilities.keys.sorted()[0], qubits: targets.count)
      }
      return [PlacedChannel(matrix: matrix, qubits: targets)]
    case .overRotation: return []
    case .zzCrosstalk(let angle):
      guard targets.count == 2 else { throw NoiseError.crosstalk(targets.count) }
      return [PlacedChannel(matrix: .zz(angle), qubits: targets)]
    }
  }
}

extension PauliTransferMatrix {
  static func depolarizing(_ p: Double, qubits: Int) -> PauliTransferMatrix {
    diagonal((0..<(1 << (2 * qubits))).map { $0 == 0 ? 1 : 1 - p }, qubits: qubits)
  }

  static func relaxation(_ decay: Relaxation) -> PauliTransferMatrix {
    damping(xy: decay.xy, z: decay.z, shift: decay.shift)
  }

  static func amplitudeDamping(_ gamma: Double) -> PauliTransferMatrix {
    damping(xy: (1 - gamma).squareRoot(), z: 1 - gamma, shift: gamma)
  }

  static func phaseDamping(_ lambda: Double) -> PauliTransferMatrix {
    damping(xy: (1 - lambda).squareRoot(), z: 1, shift: 0)
  }

  static func reset(_ p: Double) -> PauliTransferMatrix {
    damping(xy: 1 - p, z: 1 - p, shift: p)
  }

  private static func damping(xy: Double, z: Double, shift: Double) -> PauliTransferMatrix {
    PauliTransferMatrix(
      unchecked: 1, [1, 0, 0, 0, 0, xy, 0, 0, 0, 0, xy, 0, shift, 0, 0, z])
  }

  /// P_i keeps the probability of what commutes with it minus that of what does not.
  static func pauli(_ probabilities: [String: Double], qubits: Int) -> PauliTransferMatrix {
    let terms = probabilities.sorted { $0.key < $1.key }.compactMap { word, p in
      PauliBasis.index(word).map { (digits: PauliBasis.digits($0, qubits: qubits), p: p) }
    }
    let values = (0..<(1 << (2 * qubits))).map { index -> Double in
      let digits = PauliBasis.digits(index, qubits: qubits)
      return terms.reduce(1) { value, term in
        let anticommuting = zip(digits, term.digits).filter { $0 != 0 && $1 != 0 && $0 != $1 }
        return value - (anticommuting.count % 2 == 1 ? 2 * term.p : 0)
      }
    }
    return diagonal(values, qubits: qubits)
  }

  /// exp(-i angle/2 Z⊗Z): what anticommutes with ZZ turns into its partner.
  static func zz(_ angle: Double) -> PauliTransferMatrix {
    let (cosine, sine) = (ketbook_cos(angle), ketbook_sin(angle))
    let pauli = (0..<16).map { PauliBasis.digits($0, qubits: 2) }
    var elements = [Double](repeating: 0, count: 256)
    for (column, digits) in pauli.enumerated() {
      let turned = digits.map { $0 == 1 || $0 == 2 }
      guard turned[0] != turned[1] else {
        elements[16 * column + column] = 1
        continue
      }
      // X -> cos X + sin Y Z, Y -> cos Y - sin X Z on the turned qubit, Z toggled on the other.
      let partner = zip(digits, turned).map { $1 ? 3 - $0 : ($0 == 0 ? 3 : 0) }
      let row = 4 * partner[0] + partner[1]
      elements[16 * column + column] = cosine
      elements[16 * row + column] = (turned[0] ? digits[0] : digits[1]) == 1 ? sine : -sine
    }
    return PauliTransferMatrix(unchecked: 2, elements)
  }
}

extension NoiseError {
  static func crosstalk(_ count: Int) -> PhysicsError {
    PhysicsError(
      id: "noise.zz-needs-two-qubits",
      summary: "ZZ crosstalk is given for a gate on \(count) qubits.",
      remedy: "Put it into a rule for gates on two qubits.")
  }
}
