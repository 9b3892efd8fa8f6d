public import Simulator

extension Entangler {
  /// Creates an entangler from the gates in a circuit's braces.
  ///
  ///     let entangler = try Entangler { CNOT(2, 1); CNOT(1, 0) }
  ///
  /// - Throws: the errors of `init(_: Circuit)`.
  public init(@CircuitBuilder _ content: () -> [CircuitOperation]) throws {
    let operations = content()
    let last = operations.flatMap(\.qubits).max() ?? 0
    guard last < ModelSpec.mostQubits else {
      throw QRNNError.entangler("The entangler acts on qubit \(last).")
    }
    try self.init(Circuit(qubits: last + 1, operations: operations))
  }

  /// Creates an entangler from any circuit of unitary gates without open parameters.
  ///
  /// CNOT, CZ and SWAP keep their names; barriers fall away.
  ///
  /// - Throws: the errors of a circuit that cannot be run, such as `simulator.qubit-out-of-range`
  ///   or `simulator.unbound-parameter`.
  public init(_ circuit: Circuit) throws {
    let gates = try circuit.resolved()
    let named = circuit.operations.filter { if case .barrier = $0 { false } else { true } }
    self.init(gates: zip(gates, named).map { Gate($0, $1) })
  }

  /// Returns the entangler as a circuit on a number of qubits, to be run or drawn.
  public func circuit(qubits: Int) -> Circuit {
    Circuit(qubits: qubits, operations: gates.map(\.operation))
  }
}

extension Entangler.Gate {
  fileprivate init(_ gate: ResolvedGate, _ operation: CircuitOperation) {
    let qubits = operation.qubits
    switch operation {
    case .gate("CNOT", _, _): self = .cnot(control: qubits[0], target: qubits[1])
    case .gate("CZ", _, _): self = .cz(qubits[0], qubits[1])
    case .gate("SWAP", _, _): self = .swap(qubits[0], qubits[1])
    default:
      let inner = gate.matrix.rows
      var matrix = Matrix.identity(1 << qubits.count)
      let first = matrix.rows - inner  // controls all 1: the last block
      for row in 0..<inner {
        for column in 0..<inner { matrix[first + row, first + column] = gate.matrix[row, column] }
      }
      self = .unitary(
        name: operation.name, qubits: qubits, real: matrix.elements.map(\.real),
        imaginary: matrix.elements.map(\.imaginary))
    }
  }

  /// The gate as an operation of a circuit.
  fileprivate var operation: CircuitOperation {
    switch self {
    case .cnot(let control, let target):
      return CircuitOperation(gate: "CNOT", on: [control, target])
    case .cz(let first, let second): return CircuitOperation(gate: "CZ", on: [first, second])
    case .swap(let first, let second): return CircuitOperation(gate: "SWAP", on: [first, second])
    case .unitary(let name, let qubits, let real, let imaginary):
      let size = 1 << min(qubits.count, ModelSpec.mostQubits)
      var matrix = Matrix(rows: size, columns: size)
      for (index, (re, im)) in zip(real, imaginary).enumerated() where index < size * size {
        matrix[index / size, index % size] = Complex(re, im)
      }
      return .unitary(matrix, name: name, qubits: qubits)
    }
  }
}

extension RecurrentModel {
  /// Returns the circuit that reads a sequence.
  ///
  /// For every token it has the rotations of every qubit, the entangler, and a barrier, which keeps
  /// a transpiler from merging tokens.
  ///
  /// - Throws: `qrnn.wrong-architecture` for a classical model, `qrnn.token-out-of-range`, and the
  ///   errors of `check()`.
  public func circuit(reading sequence: TokenSequence) throws -> Circuit {
    try check()
    try sequence.check(vocabulary: vocabulary)
    guard case .quantum(let qubits, let entangler, _) = spec.architecture else {
      throw QRNNError.wrongArchitecture("The model \(spec) is no circuit.")
    }
    var operations: [CircuitOperation] = []
    for (position, token) in sequence.tokens.enumerated() {
      for qubit in 0..<qubits {
        let angles = try angles(token: token, qubit: qubit)
        operations.append(CircuitOperation(gate: "RZ", [Angle(angles.a)], on: [qubit]))
        operations.append(CircuitOperation(gate: "RY", [Angle(angles.b)], on: [qubit]))
        operations.append(CircuitOperation(gate: "RZ", [Angle(angles.g)], on: [qubit]))
      }
      operations += entangler.circuit(qubits: qubits).operations
      if position < sequence.tokens.count - 1 {
        operations.append(.barrier(qubits: Array(0..<qubits)))
      }
    }
    return Circuit(qubits: qubits, operations: operations)
  }
}

extension RecurrentModel.Step {
  /// Returns the state as the simulator's state vector, for entropies and reduced states.
  ///
  /// - Throws: `simulator.not-normalised` or its like for the state of a classical model.
  public func stateVector() throws -> StateVector { try StateVector(amplitudes: amplitudes) }
}
