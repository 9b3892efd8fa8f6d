/// Flips a qubit where another is 1.
public struct CNOT: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its control and its target.
  public init(_ control: Int, _ target: Int) {
    operations = [CircuitOperation(gate: "CNOT", on: [control, target])]
  }
}

/// Applies Y to a qubit where another is 1.
public struct CY: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its control and its target.
  public init(_ control: Int, _ target: Int) {
    operations = [CircuitOperation(gate: "CY", on: [control, target])]
  }
}

/// Applies Z to a qubit where another is 1.
public struct CZ: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its control and its target.
  public init(_ control: Int, _ target: Int) {
    operations = [CircuitOperation(gate: "CZ", on: [control, target])]
  }
}

/// Applies H to a qubit where another is 1.
public struct CH: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its control and its target.
  public init(_ control: Int, _ target: Int) {
    operations = [CircuitOperation(gate: "CH", on: [control, target])]
  }
}

/// Exchanges two qubits.
public struct SWAP: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate on two qubits.
  public init(_ first: Int, _ second: Int) {
    operations = [CircuitOperation(gate: "SWAP", on: [first, second])]
  }
}

/// Multiplies the amplitudes in which two qubits are 1 by a phase.
public struct CP: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its angle in radians and two qubits, the control first where there is one.
  public init(_ angle: Angle, _ first: Int, _ second: Int) {
    operations = [CircuitOperation(gate: "CP", [angle], on: [first, second])]
  }
}

/// Turns a qubit about the x axis where another is 1.
public struct CRX: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its angle in radians and two qubits, the control first where there is one.
  public init(_ angle: Angle, _ first: Int, _ second: Int) {
    operations = [CircuitOperation(gate: "CRX", [angle], on: [first, second])]
  }
}

/// Turns a qubit about the y axis where another is 1.
public struct CRY: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its angle in radians and two qubits, the control first where there is one.
  public init(_ angle: Angle, _ first: Int, _ second: Int) {
    operations = [CircuitOperation(gate: "CRY", [angle], on: [first, second])]
  }
}

/// Turns a qubit about the z axis where another is 1.
public struct CRZ: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its angle in radians and two qubits, the control first where there is one.
  public init(_ angle: Angle, _ first: Int, _ second: Int) {
    operations = [CircuitOperation(gate: "CRZ", [angle], on: [first, second])]
  }
}

/// Turns two qubits about their common xx axis.
public struct RXX: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its angle in radians and two qubits, the control first where there is one.
  public init(_ angle: Angle, _ first: Int, _ second: Int) {
    operations = [CircuitOperation(gate: "RXX", [angle], on: [first, second])]
  }
}

/// Turns two qubits about their common yy axis.
public struct RYY: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its angle in radians and two qubits, the control first where there is one.
  public init(_ angle: Angle, _ first: Int, _ second: Int) {
    operations = [CircuitOperation(gate: "RYY", [angle], on: [first, second])]
  }
}

/// Turns two qubits about their common zz axis.
public struct RZZ: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its angle in radians and two qubits, the control first where there is one.
  public init(_ angle: Angle, _ first: Int, _ second: Int) {
    operations = [CircuitOperation(gate: "RZZ", [angle], on: [first, second])]
  }
}

/// Flips a qubit where two others are 1 (Toffoli).
public struct CCX: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its controls and its target.
  public init(_ first: Int, _ second: Int, _ target: Int) {
    operations = [CircuitOperation(gate: "CCX", on: [first, second, target])]
  }
}

/// Exchanges two qubits where another is 1 (Fredkin).
public struct CSWAP: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its control and the two qubits.
  public init(_ control: Int, _ first: Int, _ second: Int) {
    operations = [CircuitOperation(gate: "CSWAP", on: [control, first, second])]
  }
}
