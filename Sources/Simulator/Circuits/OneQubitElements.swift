// Gates as circuits name them: `Circuit(qubits: 2) { H(0); CNOT(0, 1) }`.

/// Does nothing to a qubit.
public struct I: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [CircuitOperation(gate: "I", on: [qubit])] }
}

/// Flips a qubit about the x axis (NOT).
public struct X: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [CircuitOperation(gate: "X", on: [qubit])] }
}

/// Flips a qubit about the y axis.
public struct Y: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [CircuitOperation(gate: "Y", on: [qubit])] }
}

/// Flips a qubit about the z axis.
public struct Z: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [CircuitOperation(gate: "Z", on: [qubit])] }
}

/// Applies the Hadamard gate.
public struct H: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [CircuitOperation(gate: "H", on: [qubit])] }
}

/// Turns a qubit by π/2 about the z axis.
public struct S: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [CircuitOperation(gate: "S", on: [qubit])] }
}

/// Turns a qubit by -π/2 about the z axis.
public struct SDG: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [CircuitOperation(gate: "SDG", on: [qubit])] }
}

/// Turns a qubit by π/4 about the z axis.
public struct T: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [CircuitOperation(gate: "T", on: [qubit])] }
}

/// Turns a qubit by -π/4 about the z axis.
public struct TDG: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [CircuitOperation(gate: "TDG", on: [qubit])] }
}

/// Applies the square root of X.
public struct SX: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [CircuitOperation(gate: "SX", on: [qubit])] }
}
