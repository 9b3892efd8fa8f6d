internal import ComplexModule
internal import RealModule

/// Holds a mixed state of 1 to 12 qubits as a density matrix.
///
/// The matrix is Hermitian, positive and of trace 1. Qubit 0 is the most significant bit of an index.
public struct DensityMatrix: Hashable, Sendable {
  /// The largest number of qubits.
  public static let mostQubits = 12
  /// The number of qubits.
  public let qubits: Int
  /// The matrix, 2^n by 2^n.
  public private(set) var matrix: Matrix

  /// Creates the state |0…0⟩⟨0…0|.
  ///
  /// - Throws: `simulator.qubit-count` outside 1 to 12 qubits.
  public init(qubits: Int) throws {
    try DensityMatrix.check(qubits)
    self.qubits = qubits
    matrix = Matrix(rows: 1 << qubits, columns: 1 << qubits)
    matrix[0, 0] = 1
  }

  /// Creates the state |ψ⟩⟨ψ| of a state vector.
  ///
  /// - Throws: `simulator.qubit-count` beyond 12 qubits.
  public init(pure state: StateVector) throws {
    try DensityMatrix.check(state.qubits)
    qubits = state.qubits
    let amplitudes = state.amplitudes
    matrix = Matrix(rows: amplitudes.count, columns: amplitudes.count)
    for r in amplitudes.indices {
      for c in amplitudes.indices { matrix[r, c] = amplitudes[r] * amplitudes[c].conjugate }
    }
  }

  /// Creates a state from its matrix.
  ///
  /// - Throws: `simulator.not-a-state` where the matrix is not 2^n by 2^n, not finite, not Hermitian
  ///   or not of trace 1, within 1e-9. Positivity is not checked; `leastEigenvalue()` tells it.
  public init(matrix: Matrix) throws {
    let count = matrix.rows
    guard matrix.isSquare, count >= 2, count & (count - 1) == 0,
      matrix.elements.allSatisfy(\.isFinite), matrix.isHermitian(tolerance: 1e-9),
      (matrix.trace - 1).length <= 1e-9
    else {
      throw PhysicsError(
        id: "simulator.not-a-state",
        summary:
          "A \(matrix.rows) × \(matrix.columns) matrix of trace \(matrix.trace) is no state.",
        remedy: "A density matrix is 2^n by 2^n, Hermitian, positive and of trace 1.")
    }
    try DensityMatrix.check(count.trailingZeroBitCount)
    qubits = count.trailingZeroBitCount
    self.matrix = matrix
  }

  /// Returns the reduced density matrix of some qubits, in the order in which they are named.
  ///
  /// - Throws: `simulator.qubit-out-of-range` and `simulator.repeated-qubit`.
  public func reduced(to kept: [Int]) throws -> DensityMatrix {
    try PartialTrace.check(kept, qubits: qubits)
    let split = PartialTrace(kept: kept, qubits: qubits)
    var reduced = Matrix(rows: 1 << kept.count, columns: 1 << kept.count)
    for rest in split.tracedOffsets {
      for r in split.keptOffsets.indices {
        for c in split.keptOffsets.indices {
          reduced[r, c] += matrix[split.keptOffsets[r] | rest, split.keptOffsets[c] | rest]
        }
      }
    }
    return try DensityMatrix(matrix: reduced)
  }

  /// Applies a circuit: ρ becomes UρU†.
  ///
  /// - Throws: `simulator.qubit-count` for a circuit on another number of qubits, and what is wrong
  ///   with the circuit.
  public mutating func apply(_ circuit: Circuit) throws {
    guard circuit.qubits == qubits else {
      throw PhysicsError(
        id: "simulator.qubit-count",
        summary: "A circuit on \(circuit.qubits) qubits cannot act on a state of \(qubits).",
        remedy: "Give both the same number of qubits.")
    }
    for gate in try circuit.resolved() {
      multiplyRows(gate)
      matrix = matrix.adjoint
      multiplyRows(gate)
      matrix = matrix.adjoint
    }
  }

  /// The purity Tr ρ²: 1 for a pure state, 1/2^n for the maximally mixed one.
  public var purity: Double { matrix.elements.reduce(0) { $0 + $1.lengthSquared } }

  /// Returns the least eigenvalue, which is negative only where the matrix is no state.
  ///
  /// - Throws: `simulator.not-hermitian`.
  public func leastEigenvalue() throws -> Double {
    try matrix.eigendecomposition().values.first ?? 0
  }

  private mutating func multiplyRows(_ gate: ResolvedGate) {
    let controls = gate.controls.reduce(0) { $0 | 1 << (qubits - 1 - $1) }
    let split = PartialTrace(kept: gate.targets, qubits: qubits)
    let dimension = gate.matrix.rows
    var before = [Complex<Double>](repeating: 0, count: dimension)
    for column in 0..<matrix.columns {
      for rest in split.tracedOffsets where rest & controls == controls {
        for k in 0..<dimension { before[k] = matrix[rest | split.keptOffsets[k], column] }
        for r in 0..<dimension {
          var sum = Complex<Double>(0)
          for c in 0..<dimension { sum += gate.matrix[r, c] * before[c] }
          matrix[rest | split.keptOffsets[r], column] = sum
        }
      }
    }
  }

  private static func check(_ qubits: Int) throws {
    guard (1...mostQubits).contains(qubits) else {
      throw PhysicsError(
        id: "simulator.qubit-count", summary: "A density matrix cannot have \(qubits) qubits.",
        remedy: "It can have 1 to \(mostQubits); use a state vector for more.")
    }
  }
}
