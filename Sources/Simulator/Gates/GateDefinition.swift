internal import ComplexModule
internal import Kernels
internal import RealModule

/// Declares one gate: the row of the table that circuits, diagrams, help and exports read.
public struct GateDefinition: Sendable {
  /// The name that circuits and diagrams use, for example `RX`.
  public let name: String
  /// The number of qubits, the controls among them.
  public let qubits: Int
  /// How many of the qubits are controls; they come first.
  public let controls: Int
  /// The names of the angles, in radians.
  public let parameters: [String]
  /// The matrix in LaTeX, without controls.
  public let latex: String
  /// The name in OpenQASM's standard gate library.
  public let openQASM: String
  /// The matrix that acts on the qubits that are not controls.
  let matrix: @Sendable ([Double]) -> Matrix
  /// The name and the angles of the inverse.
  let inverse: @Sendable ([Double]) -> (name: String, angles: [Double])

  /// Every gate, in the order of the documentation.
  public static let all: [GateDefinition] = fixed + rotations + controlled + pairs

  /// Returns the gate of a name, nil where there is none.
  public static func named(_ name: String) -> GateDefinition? { byName[name] }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The matrix on all qubits, the controls being the most significant ones.
  public func fullMatrix(_ angles: [Double] = []) -> Matrix {
    let inner = matrix(angles)
    guard controls > 0 else { return inner }
    let dimension = 1 << qubits
    var full = Matrix.identity(dimension)
    let start = dimension - inner.rows
    for r in 0..<inner.rows { for c in 0..<inner.rows { full[start + r, start + c] = inner[r, c] } }
    return full
  }
}

/// Writes matrices of gates.
enum GateMatrix {
  static let i = Complex<Double>(0, 1)
  static let half = Complex<Double>(0.5.squareRoot())

  static func phase(_ angle: Double) -> Complex<Double> {
    Complex(ketbook_cos(angle), ketbook_sin(angle))
  }

  static func p(_ angle: Double) -> Matrix { .diagonal([1, phase(angle)]) }

  static func rx(_ angle: Double) -> Matrix {
    let c = Complex(ketbook_cos(angle / 2))
    let s = Complex(0, -ketbook_sin(angle / 2))
    return Matrix(rows: [[c, s], [s, c]])
  }

  static func ry(_ angle: Double) -> Matrix {
    let c = Complex(ketbook_cos(angle / 2))
    let s = Complex(ketbook_sin(angle / 2))
    return Matrix(rows: [[c, -s], [s, c]])
  }

  static func rz(_ angle: Double) -> Matrix { .diagonal([phase(-angle / 2), phase(angle / 2)]) }

  static func u(_ theta: Double, _ phi: Double, _ lambda: Double) -> Matrix {
    let c = Complex(ketbook_cos(theta / 2))
    let s = Complex(ketbook_sin(theta / 2))
    return Matrix(rows: [[c, -phase(lambda) * s], [phase(phi) * s, phase(phi + lambda) * c]])
  }

  /// exp(-i angle/2 P ⊗ P) for a Pauli matrix P.
  static func pair(_ pauli: Matrix, _ angle: Double) -> Matrix {
    Complex(ketbook_cos(angle / 2)) * Matrix.identity(4) + Complex(0, -ketbook_sin(angle / 2))
      * pauli.kronecker(pauli)
  }

  static let x = Matrix(rows: [[0, 1], [1, 0]])
  static let y = Matrix(rows: [[0, -i], [i, 0]])
  static let z = Matrix.diagonal([1, -1])
  static let h = half * Matrix(rows: [[1, 1], [1, -1]])
  static let sx = Complex(0.5) * Matrix(rows: [[1 + i, 1 - i], [1 - i, 1 + i]])
  static let swap = Matrix(rows: [[1, 0, 0, 0], [0, 0, 1, 0], [0, 1, 0, 0], [0, 0, 0, 1]])
  static let iswap = Matrix(rows: [[1, 0, 0, 0], [0, 0, i, 0], [0, i, 0, 0], [0, 0, 0, 1]])
}
