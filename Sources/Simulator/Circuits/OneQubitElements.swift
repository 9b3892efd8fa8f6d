// Gates as circuits name them: `Circuit(qubits: 2) { H(0); CNOT(0, 1) }`.

/// Does nothing to a qubit.
public struct I: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [Operation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [Operation(gate: "I", on: [qubit])] }
}

/// Flips a qubit about the x axis (NOT).
public struct X: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [Operation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [Operation(gate: "X", on: [qubit])] }
}

/// Flips a qubit about the y axis.
public struct Y: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [Operation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [Operation(gate: "Y", on: [qubit])] }
}

/// Flips a qubit about the z axis.
public struct Z: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [Operation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [Operation(gate: "Z", on: [qubit])] }
}

/// Applies the Hadamard gate.
public struct H: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [Operation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [Operation(gate: "H", on: [qubit])] }
}

/// Turns a qubit by π/2 about the z axis.
public struct S: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [Operation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [Operation(gate: "S", on: [qubit])] }
}

/// Turns a qubit by -π/2 about the z axis.
public struct SDG: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [Operation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [Operation(gate: "SDG", on: [qubit])] }
}

/// Turns a qubit by π/4 about the z axis.
public struct T: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [Operation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [Operation(gate: "T", on: [qubit])] }
}

/// Turns a qubit by -π/4 about the z axis.
public struct TDG: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [Operation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [Operation(gate: "TDG", on: [qubit])] }
}

/// Applies the square root of X.
public struct SX: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [Operation]

  /// Creates the gate on a qubit.
  public init(_ qubit: Int) { operations = [Operation(gate: "SX", on: [qubit])] }
}
