/// Holds a quantum circuit: operations on qubits, in order.
///
/// Qubit 0 is the most significant bit of a basis state's index.
///
///     let bell = Circuit(qubits: 2) {
///       H(0)
///       CNOT(0, 1)
///     }
///     let state = try StateVector(bell)
///
/// A circuit is a value that anything may be written into; what is wrong with it, such as a qubit out
/// of range, is thrown where it is run, drawn or exported.
public struct Circuit: Hashable, Sendable, CircuitElement {
  /// The number of qubits.
  public let qubits: Int
  /// The operations in the order in which they act.
  public private(set) var operations: [CircuitOperation]

  /// Creates a circuit from its elements.
  public init(qubits: Int, @CircuitBuilder _ content: () -> [CircuitOperation]) {
    self.qubits = qubits
    operations = content()
  }

  /// Creates a circuit from a list of operations.
  public init(qubits: Int, operations: [CircuitOperation] = []) {
    self.qubits = qubits
    self.operations = operations
  }

  /// Appends the operations of another element.
  public mutating func append(_ element: some CircuitElement) { operations += element.operations }

  /// Returns the circuit with another one behind it, on as many qubits as the larger one.
  public static func + (left: Circuit, right: Circuit) -> Circuit {
    Circuit(
      qubits: max(left.qubits, right.qubits), operations: left.operations + right.operations)
  }

  /// Returns the circuit repeated a number of times.
  public func repeated(_ times: Int) -> Circuit {
    Circuit(
      qubits: qubits, operations: Array(repeatElement(operations, count: max(times, 0)).joined()))
  }

  /// Returns the circuit that undoes this one.
  ///
  /// - Throws: `simulator.unknown-gate` for a gate that the table does not have.
  public func inverse() throws -> Circuit {
    Circuit(qubits: qubits, operations: try operations.reversed().map { try $0.inverse() })
  }

  /// The names of the parameters that are not bound, in the order of their first use.
  public var parameters: [String] {
    var seen: Set<String> = []
    var names: [String] = []
    for case .gate(_, let angles, _) in operations {
      for case .parameter(let name, _) in angles where seen.insert(name).inserted {
        names.append(name)
      }
    }
    return names
  }

  /// Returns the circuit with numbers, in radians, for some of its parameters.
  public func bound(_ values: [String: Double]) -> Circuit {
    Circuit(
      qubits: qubits,
      operations: operations.map { operation in
        guard case .gate(let name, let angles, let qubits) = operation else { return operation }
        let bound = angles.map { angle -> Angle in
          guard case .parameter(let name, let factor) = angle, let value = values[name] else {
            return angle
          }
          return .value(factor * value)
        }
        return .gate(name: name, angles: bound, qubits: qubits)
      })
  }
}

/// Describes what can stand in a circuit's braces.
public protocol CircuitElement: Sendable {
  /// The operations that the element stands for.
  var operations: [CircuitOperation] { get }
}

extension CircuitOperation: CircuitElement {
  /// The operation itself.
  public var operations: [CircuitOperation] { [self] }
}

/// Keeps what stands before apart from what stands behind.
public struct Barrier: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates a barrier on some qubits.
  public init(_ qubits: Int...) { operations = [.barrier(qubits: qubits)] }
}

/// Applies any unitary matrix to some qubits.
public struct Unitary: CircuitElement {
  /// The operation that the circuit stores.
  public let operations: [CircuitOperation]

  /// Creates the operation of a matrix; the first qubit is the most significant bit of its index.
  public init(_ matrix: Matrix, name: String = "U", on qubits: Int...) {
    operations = [.unitary(matrix, name: name, qubits: qubits)]
  }
}

/// Collects the elements in a circuit's braces, with `if`, `for` and `switch`.
@resultBuilder
public enum CircuitBuilder {
  /// Takes in one element.
  public static func buildExpression(_ element: some CircuitElement) -> [CircuitOperation] {
    element.operations
  }

  /// Joins elements.
  public static func buildBlock(_ parts: [CircuitOperation]...) -> [CircuitOperation] {
    Array(parts.joined())
  }

  /// Takes in an `if` without `else`.
  public static func buildOptional(_ part: [CircuitOperation]?) -> [CircuitOperation] { part ?? [] }

  /// Takes in the first branch.
  public static func buildEither(first: [CircuitOperation]) -> [CircuitOperation] { first }

  /// Takes in the second branch.
  public static func buildEither(second: [CircuitOperation]) -> [CircuitOperation] { second }

  /// Takes in a `for`.
  public static func buildArray(_ parts: [[CircuitOperation]]) -> [CircuitOperation] {
    Array(parts.joined())
  }
}
