public import Simulator

/// A channel as the real matrix that acts on Pauli coefficients.
///
/// R_ij = 2^-n Tr(P_i E(P_j)), so the vector m_P = Tr(P ρ) becomes R m. Indices are in base 4, qubit
/// 0 the most significant digit, digits 0 to 3 for I, X, Y, Z. A trace-preserving channel has the first
/// row (1, 0, …); a unital one the first column too.
/// - Source: Greenbaum, "Introduction to quantum gate set tomography", 2015, section 2.
public struct PauliTransferMatrix: Hashable, Sendable {
  /// The largest number of qubits.
  public static let mostQubits = 3
  /// The number of qubits.
  public let qubits: Int
  /// The elements, row by row, 4^n a row.
  public let elements: [Double]

  /// The number of rows, 4^n.
  public var dimension: Int { 1 << (2 * qubits) }

  init(unchecked qubits: Int, _ elements: [Double]) {
    self.qubits = qubits
    self.elements = elements
  }

  /// Creates a matrix from its elements, row by row.
  ///
  /// - Throws: `noise.qubit-count`, and `noise.transfer-matrix` where there are not 16^n finite
  ///   elements or the first row is not (1, 0, …), within 1e-9.
  public init(qubits: Int, elements: [Double]) throws {
    try PauliTransferMatrix.check(qubits)
    let dimension = 1 << (2 * qubits)
    guard elements.count == dimension * dimension, elements.allSatisfy(\.isFinite),
      (elements[0] - 1).magnitude <= 1e-9,
      elements[1..<dimension].allSatisfy({ $0.magnitude <= 1e-9 })
    else {
      throw PhysicsError(
        id: "noise.transfer-matrix",
        summary: "\(elements.count) elements are no trace-preserving map of \(qubits) qubits.",
        remedy: "Give 16^n finite numbers, row by row, the first row 1, 0, 0, …")
    }
    self.init(unchecked: qubits, elements)
  }

  /// Creates the matrix of a unitary, 2^n by 2^n.
  ///
  /// - Throws: `noise.qubit-count` beyond 3 qubits, `noise.transfer-matrix` where it is not unitary.
  public init(unitary: Matrix) throws {
    let qubits = unitary.rows > 0 ? unitary.rows.trailingZeroBitCount : 0
    try PauliTransferMatrix.check(qubits)
    guard unitary.rows == 1 << qubits, unitary.elements.allSatisfy(\.isFinite),
      unitary.isUnitary(tolerance: 1e-9)
    else {
      throw PhysicsError(
        id: "noise.transfer-matrix",
        summary: "A \(unitary.rows) × \(unitary.columns) matrix is no unitary on qubits.",
        remedy: "Give a 2^n by 2^n matrix whose columns are orthonormal.")
    }
    self.init(kraus: [unitary], qubits: qubits)
  }

  /// Creates the matrix of a circuit of gates.
  ///
  /// - Throws: `noise.qubit-count` beyond 3 qubits, and what is wrong with the circuit.
  public init(circuit: Circuit) throws {
    try PauliTransferMatrix.check(circuit.qubits)
    let size = 1 << circuit.qubits
    var unitary = Matrix(rows: size, columns: size)
    for column in 0..<size {
      var basis = [Complex<Double>](repeating: 0, count: size)
      basis[column] = 1
      var state = try StateVector(amplitudes: basis)
      try state.apply(circuit)
      for row in 0..<size { unitary[row, column] = state.amplitudes[row] }
    }
    self.init(kraus: [unitary], qubits: circuit.qubits)
  }

  /// Creates the matrix of ρ -> Σ K ρ K†; the caller has checked the operators.
  init(kraus: [Matrix], qubits: Int) {
    let dimension = 1 << (2 * qubits)
    var elements = [Double](repeating: 0, count: dimension * dimension)
    for column in 0..<dimension {
      let pauli = PauliBasis.matrix(column, qubits: qubits)
      var image = Matrix(rows: pauli.rows, columns: pauli.rows)
      for operator_ in kraus { image = image + operator_ * pauli * operator_.adjoint }
      let factor = 1 / Double(pauli.rows)
      for (row, value) in PauliBasis.coefficients(image, qubits: qubits).enumerated() {
        elements[row * dimension + column] = factor * value
      }
    }
    self.init(unchecked: qubits, elements)
  }

  /// Returns the identity.
  ///
  /// - Throws: `noise.qubit-count`.
  public static func identity(qubits: Int) throws -> PauliTransferMatrix {
    try check(qubits)
    return diagonal([Double](repeating: 1, count: 1 << (2 * qubits)), qubits: qubits)
  }

  static func diagonal(_ values: [Double], qubits: Int) -> PauliTransferMatrix {
    var elements = [Double](repeating: 0, count: values.count * values.count)
    for (index, value) in values.enumerated() { elements[index * (values.count + 1)] = value }
    return PauliTransferMatrix(unchecked: qubits, elements)
  }

  /// The element in a row and a column, both from 0.
  public subscript(row: Int, column: Int) -> Double { elements[row * dimension + column] }

  /// Returns the channel that does this one first and another one after it.
  ///
  /// - Throws: `noise.qubit-count` where the other one has another number of qubits.
  public func then(_ next: PauliTransferMatrix) throws -> PauliTransferMatrix {
    guard next.qubits == qubits else {
      throw PhysicsError(
        id: "noise.qubit-count",
        summary: "A channel on \(qubits) qubits cannot be followed by one on \(next.qubits).",
        remedy: "Compose channels on the same number of qubits.")
    }
    let dimension = dimension
    var result = [Double](repeating: 0, count: elements.count)
    for row in 0..<dimension {
      for k in 0..<dimension {
        let factor = next.elements[row * dimension + k]
        if factor == 0 { continue }
        for column in 0..<dimension {
          result[row * dimension + column] += factor * elements[k * dimension + column]
        }
      }
    }
    return PauliTransferMatrix(unchecked: qubits, result)
  }

  /// Returns the channel on more qubits that does this one on the first and another on the rest.
  ///
  /// - Throws: `noise.qubit-count` beyond 3 qubits.
  public func tensor(_ other: PauliTransferMatrix) throws -> PauliTransferMatrix {
    try PauliTransferMatrix.check(qubits + other.qubits)
    let (mine, theirs) = (dimension, other.dimension)
    var result: [Double] = []
    result.reserveCapacity(mine * theirs * mine * theirs)
    for row in 0..<(mine * theirs) {
      for column in 0..<(mine * theirs) {
        result.append(
          self[row / theirs, column / theirs] * other[row % theirs, column % theirs])
      }
    }
    return PauliTransferMatrix(unchecked: qubits + other.qubits, result)
  }

  static func check(_ qubits: Int) throws {
    guard (1...mostQubits).contains(qubits) else {
      throw NoiseError.qubits(qubits, most: mostQubits, what: "A Pauli transfer matrix")
    }
  }
}
