/// Holds an angle in radians: a number, or the name of a parameter that is bound later.
public enum Angle: Hashable, Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  case value(Double)
  /// A named parameter, multiplied by a factor: `-theta` is `.parameter("theta", factor: -1)`.
  case parameter(String, factor: Double = 1)

  /// Creates an angle from a number of radians.
  public init(floatLiteral value: Double) { self = .value(value) }

  /// Creates an angle from a whole number of radians.
  public init(integerLiteral value: Int) { self = .value(Double(value)) }

  /// Creates an angle from a number of radians.
  public init(_ value: Double) { self = .value(value) }
}

/// Holds one step of a circuit.
public enum CircuitOperation: Hashable, Sendable {
  /// A gate of the table by its name, with its angles and qubits, controls first.
  case gate(name: String, angles: [Angle], qubits: [Int])
  /// Any unitary on some qubits, the first being the most significant bit of its index.
  case unitary(Matrix, name: String, qubits: [Int])
  /// Keeps what stands before apart from what stands behind, in drawings and in exports.
  case barrier(qubits: [Int])

  /// Creates the operation of a gate of the table.
  public init(gate name: String, _ angles: [Angle] = [], on qubits: [Int]) {
    self = .gate(name: name, angles: angles, qubits: qubits)
  }

  /// The qubits that the operation acts on, controls first.
  public var qubits: [Int] {
    switch self {
    case .gate(_, _, let qubits), .unitary(_, _, let qubits), .barrier(let qubits): return qubits
    }
  }

  /// The name for drawings and messages.
  public var name: String {
    switch self {
    case .gate(let name, _, _), .unitary(_, let name, _): return name
    case .barrier: return "barrier"
    }
  }
}
