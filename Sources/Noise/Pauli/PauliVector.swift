public import Simulator

/// A mixed state of 1 to 8 qubits as its Pauli coefficients m_P = Tr(P ρ).
///
/// Index in base 4, qubit 0 the most significant digit, digits 0 to 3 for I, X, Y, Z; m_0 is 1. One
/// qubit's vector is 1 and its Bloch vector.
///
///     var state = try PauliVector(qubits: 2)
///     state.expectation("ZI")  // 1
public struct PauliVector: Hashable, Sendable {
  /// The largest number of qubits.
  public static let mostQubits = 8
  /// The number of qubits.
  public let qubits: Int
  /// The 4^n coefficients.
  public let coefficients: [Double]

  package init(unchecked qubits: Int, _ coefficients: [Double]) {
    self.qubits = qubits
    self.coefficients = coefficients
  }

  /// Creates the state |0…0⟩.
  ///
  /// - Throws: `noise.qubit-count`.
  public init(qubits: Int) throws {
    try PauliVector.check(qubits)
    // Only I and Z: the digits 0 and 3, two equal bits each.
    self.init(
      unchecked: qubits,
      (0..<(1 << (2 * qubits))).map { index in
        PauliBasis.digits(index, qubits: qubits).allSatisfy { $0 == 0 || $0 == 3 } ? 1 : 0
      })
  }

  /// Creates the coefficients of a density matrix.
  ///
  /// - Throws: `noise.qubit-count` beyond 8 qubits.
  public init(_ state: DensityMatrix) throws {
    try PauliVector.check(state.qubits)
    self.init(
      unchecked: state.qubits, PauliBasis.coefficients(state.matrix, qubits: state.qubits))
  }

  /// Returns the density matrix.
  ///
  /// - Throws: `simulator.not-a-state` where the coefficients are those of no state.
  public func densityMatrix() throws -> DensityMatrix {
    try DensityMatrix(matrix: PauliBasis.matrix(coefficients, qubits: qubits))
  }

  /// Returns the expectation of a word such as "ZI", one letter of I, X, Y, Z for every qubit.
  ///
  /// - Throws: `noise.pauli-word`.
  public func expectation(_ word: String) throws -> Double {
    guard word.count == qubits, let index = PauliBasis.index(word) else {
      throw NoiseError.pauliWord(word, qubits: qubits)
    }
    return coefficients[index]
  }

  /// Returns ⟨Z⟩ of a qubit.
  ///
  /// - Throws: `simulator.qubit-out-of-range`.
  public func expectationZ(_ qubit: Int) throws -> Double {
    guard (0..<qubits).contains(qubit) else { throw NoiseError.qubitRange(qubit, qubits: qubits) }
    return coefficients[3 << (2 * (qubits - 1 - qubit))]
  }

  static func check(_ qubits: Int) throws {
    guard (1...mostQubits).contains(qubits) else {
      throw NoiseError.qubits(qubits, most: mostQubits, what: "A Pauli vector")
    }
  }
}

extension NoiseError {
  static func pauliWord(_ word: String, qubits: Int) -> PhysicsError {
    PhysicsError(
      id: "noise.pauli-word", summary: "\"\(word)\" names no Pauli operator on \(qubits) qubits.",
      remedy: "Give one letter of I, X, Y, Z for every qubit, qubit 0 first.")
  }

  static func qubitRange(_ qubit: Int, qubits: Int) -> PhysicsError {
    PhysicsError(
      id: "simulator.qubit-out-of-range",
      summary: "Qubit \(qubit) does not exist in a state of \(qubits) qubits.",
      remedy: "Qubits are numbered from 0 to \(qubits - 1).")
  }
}
