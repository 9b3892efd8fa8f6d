public import ComplexModule
public import RealModule

/// Holds a pure state of 1 to 28 qubits as 2^n complex amplitudes.
///
/// Qubit 0 is the most significant bit of an amplitude's index: in a two-qubit state, index 2 is |10⟩,
/// qubit 0 being 1.
///
///     let bell = try StateVector(Circuit(qubits: 2) { H(0); CNOT(0, 1) })
///     bell.probabilities  // [0.5, 0, 0, 0.5] to rounding
public struct StateVector: Hashable, Sendable {
  /// The largest number of qubits.
  public static let mostQubits = 28
  /// The number of qubits.
  public let qubits: Int
  /// The amplitudes, by basis state.
  public private(set) var amplitudes: [Complex<Double>]

  /// Creates the state |0…0⟩.
  ///
  /// - Throws: `simulator.qubit-count` outside 1 to 28 qubits.
  public init(qubits: Int) throws {
    guard (1...StateVector.mostQubits).contains(qubits) else {
      throw PhysicsError(
        id: "simulator.qubit-count", summary: "A state vector cannot have \(qubits) qubits.",
        remedy: "It can have 1 to \(StateVector.mostQubits).")
    }
    self.qubits = qubits
    amplitudes = Array(repeating: 0, count: 1 << qubits)
    amplitudes[0] = 1
  }

  /// Creates the state that a circuit makes of |0…0⟩.
  ///
  /// - Throws: what is wrong with the circuit, such as `simulator.qubit-out-of-range`.
  public init(_ circuit: Circuit) throws {
    try self.init(qubits: circuit.qubits)
    try apply(circuit)
  }

  /// Creates a state from its amplitudes.
  ///
  /// - Throws: `simulator.amplitude-count` where there are not 2^n of them, and
  ///   `simulator.not-normalised` where they are not finite or the squares do not sum to 1 within 1e-9.
  public init(amplitudes: [Complex<Double>]) throws {
    let count = amplitudes.count
    guard count >= 2, count & (count - 1) == 0, count <= 1 << StateVector.mostQubits else {
      throw PhysicsError(
        id: "simulator.amplitude-count", summary: "\(count) amplitudes are no state of qubits.",
        remedy: "Give 2 to the power of the number of qubits, at least 2.")
    }
    let norm = amplitudes.reduce(0) { $0 + $1.lengthSquared }
    guard norm.isFinite, (norm - 1).magnitude <= 1e-9 else {
      throw PhysicsError(
        id: "simulator.not-normalised",
        summary: "The squares of the amplitudes sum to \(norm), not to 1.",
        remedy: "Divide every amplitude by the square root of that sum.")
    }
    qubits = count.trailingZeroBitCount
    self.amplitudes = amplitudes
  }

  /// Applies a circuit.
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
    for gate in try circuit.resolved() { apply(gate) }
  }

  /// The probability of every basis state.
  public var probabilities: [Double] { amplitudes.map(\.lengthSquared) }

  /// The density matrix |ψ⟩⟨ψ|.
  ///
  /// - Throws: `simulator.qubit-count` beyond 12 qubits.
  public func densityMatrix() throws -> DensityMatrix {
    try DensityMatrix(pure: self)
  }

  /// Returns the reduced density matrix of some qubits, in the order in which they are named.
  ///
  /// ρ_A = Tr_B |ψ⟩⟨ψ|, over all qubits B that are not named.
  /// - Throws: `simulator.qubit-out-of-range` and `simulator.repeated-qubit`.
  public func reducedDensityMatrix(of kept: [Int]) throws -> DensityMatrix {
    try PartialTrace.check(kept, qubits: qubits)
    let split = PartialTrace(kept: kept, qubits: qubits)
    var matrix = Matrix(rows: 1 << kept.count, columns: 1 << kept.count)
    for rest in split.tracedOffsets {
      for r in split.keptOffsets.indices {
        let left = amplitudes[split.keptOffsets[r] | rest]
        for c in split.keptOffsets.indices {
          matrix[r, c] += left * amplitudes[split.keptOffsets[c] | rest].conjugate
        }
      }
    }
    return try DensityMatrix(matrix: matrix)
  }

  /// Returns ⟨Z⟩ of a qubit: 1 where it is surely 0, -1 where it is surely 1.
  ///
  /// - Throws: `simulator.qubit-out-of-range`.
  public func expectationZ(_ qubit: Int) throws -> Double {
    try PartialTrace.check([qubit], qubits: qubits)
    let mask = 1 << (qubits - 1 - qubit)
    return amplitudes.indices.reduce(0) {
      $0 + ($1 & mask == 0 ? 1 : -1) * amplitudes[$1].lengthSquared
    }
  }

  private mutating func apply(_ gate: ResolvedGate) {
    let controls = gate.controls.reduce(0) { $0 | 1 << (qubits - 1 - $1) }
    let split = PartialTrace(kept: gate.targets, qubits: qubits)
    let dimension = gate.matrix.rows
    let offsets = split.keptOffsets
    var before = [Complex<Double>](repeating: 0, count: dimension)
    amplitudes.withUnsafeMutableBufferPointer { amplitudes in
      for rest in split.tracedOffsets where rest & controls == controls {
        for k in 0..<dimension { before[k] = amplitudes[rest | offsets[k]] }
        for r in 0..<dimension {
          var sum = Complex<Double>(0)
          for c in 0..<dimension { sum += gate.matrix.elements[r * dimension + c] * before[c] }
          amplitudes[rest | offsets[r]] = sum
        }
      }
    }
  }
}
