/// Turns a qubit about the x axis.
public struct RX: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its angle in radians, or a named parameter, and a qubit.
  public init(_ angle: Angle, _ qubit: Int) {
    operations = [CircuitOperation(gate: "RX", [angle], on: [qubit])]
  }
}

/// Turns a qubit about the y axis.
public struct RY: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its angle in radians, or a named parameter, and a qubit.
  public init(_ angle: Angle, _ qubit: Int) {
    operations = [CircuitOperation(gate: "RY", [angle], on: [qubit])]
  }
}

/// Turns a qubit about the z axis.
public struct RZ: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its angle in radians, or a named parameter, and a qubit.
  public init(_ angle: Angle, _ qubit: Int) {
    operations = [CircuitOperation(gate: "RZ", [angle], on: [qubit])]
  }
}

/// Multiplies the amplitude of 1 by a phase.
public struct P: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its angle in radians, or a named parameter, and a qubit.
  public init(_ angle: Angle, _ qubit: Int) {
    operations = [CircuitOperation(gate: "P", [angle], on: [qubit])]
  }
}

/// Applies the general one-qubit gate U(θ, φ, λ) of OpenQASM 3.
public struct U: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the gate from its angles in radians and a qubit.
  public init(_ theta: Angle, _ phi: Angle, _ lambda: Angle, _ qubit: Int) {
    operations = [CircuitOperation(gate: "U", [theta, phi, lambda], on: [qubit])]
  }
}
