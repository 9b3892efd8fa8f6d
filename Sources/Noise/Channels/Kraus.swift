internal import Kernels
internal import Simulator

/// The Kraus operators of the named channels.
///
/// Parameters have been checked.
enum Kraus {
  /// ρ -> (1 - p) ρ + p I / 2^n: every Pauli operator but the identity with probability p / 4^n.
  static func depolarizing(_ p: Double, qubits: Int) -> [Matrix] {
    let count = 1 << (2 * qubits)
    let each = p / Double(count)
    return (0..<count).map { index in
      let weight = index == 0 ? max(0, 1 - p + each) : each
      return Complex(weight.squareRoot()) * PauliBasis.matrix(index, qubits: qubits)
    }
  }

  /// Every Pauli operator with the square root of its probability, the identity with the rest.
  static func pauli(_ probabilities: [Int: Double], qubits: Int) -> [Matrix] {
    let rest = probabilities.sorted { $0.key < $1.key }.reduce(1) {
      $0 - ($1.key == 0 ? 0 : $1.value)
    }
    let others = probabilities.filter { $0.key != 0 && $0.value > 0 }.sorted { $0.key < $1.key }
    return ([(key: 0, value: max(0, rest))] + others).map {
      Complex($0.value.squareRoot()) * PauliBasis.matrix($0.key, qubits: qubits)
    }
  }

  static func amplitudeDamping(_ gamma: Double) -> [Matrix] {
    [
      .diagonal([1, Complex((1 - gamma).squareRoot())]),
      Matrix(rows: [[0, Complex(gamma.squareRoot())], [0, 0]]),
    ]
  }

  static func phaseDamping(_ lambda: Double) -> [Matrix] {
    [
      .diagonal([1, Complex((1 - lambda).squareRoot())]),
      .diagonal([0, Complex(lambda.squareRoot())]),
    ]
  }

  /// Amplitude damping with gamma = 1 - e^{-t/T1}, and dephasing until x and y keep e^{-t/T2}.
  static func relaxation(_ decay: Relaxation) -> [Matrix] {
    let excited = decay.z.squareRoot()  // what amplitude damping leaves of x and y
    let flips = excited > 0 ? max(0, (1 - decay.xy / excited) / 2) : 0
    let keep = Complex((1 - flips).squareRoot())
    let flip = Complex(flips.squareRoot())
    let damping = amplitudeDamping(decay.shift)
    let z = Matrix.diagonal([1, -1])
    // Z after a decay changes its sign only, so the decay needs no operator of its own.
    return [keep * damping[0], flip * (z * damping[0]), damping[1]]
  }

  /// With probability p0 the qubit becomes 0, with p1 it becomes 1.
  static func reset(_ p0: Double, _ p1: Double) -> [Matrix] {
    let (zero, one) = (Complex(p0.squareRoot()), Complex(p1.squareRoot()))
    return [
      Complex(max(0, 1 - p0 - p1).squareRoot()) * Matrix.identity(2),
      Matrix(rows: [[zero, 0], [0, 0]]), Matrix(rows: [[0, zero], [0, 0]]),
      Matrix(rows: [[0, 0], [one, 0]]), Matrix(rows: [[0, 0], [0, one]]),
    ]
  }

  /// exp(-i angle P / 2) for a word of Pauli letters, given by its index.
  static func rotation(_ angle: Double, about index: Int, qubits: Int) -> Matrix {
    Complex(ketbook_cos(angle / 2)) * Matrix.identity(1 << qubits)
      + Complex(0, -ketbook_sin(angle / 2)) * PauliBasis.matrix(index, qubits: qubits)
  }
}

/// What a time t does to a qubit's Bloch vector: x and y shrink, z goes to 1.
struct Relaxation {
  /// e^{-t/T2}.
  let xy: Double
  /// e^{-t/T1}.
  let z: Double
  /// 1 - e^{-t/T1}: how far z moves to 1.
  var shift: Double { 1 - z }

  /// Times in seconds; T1 and T2 may be infinite.
  init(t1: Double, t2: Double, duration: Double) {
    z = ketbook_exp(-duration / t1)
    // Where T2 is 2 T1, rounding must not let x and y outlive the damping.
    xy = min(ketbook_exp(-duration / t2), z.squareRoot())
  }
}
