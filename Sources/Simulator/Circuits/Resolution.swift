/// Holds an operation that was checked: its matrix, its controls and its targets.
package struct ResolvedGate: Sendable {
  package var matrix: Matrix
  package var controls: [Int]
  package var targets: [Int]
}

extension Circuit {
  /// Checks every operation and looks up its matrix; barriers fall away.
  ///
  /// - Throws: a `PhysicsError` that names the operation by its number, from 1, and what is wrong.
  package func resolved() throws -> [ResolvedGate] {
    guard qubits >= 1 else {
      throw PhysicsError(
        id: "simulator.qubit-count", summary: "A circuit on \(qubits) qubits has no state.",
        remedy: "Give it at least one qubit.")
    }
    return try operations.enumerated().compactMap { index, operation in
      try operation.resolved(number: index + 1, qubits: qubits)
    }
  }
}

extension CircuitOperation {
  func resolved(number: Int, qubits count: Int) throws -> ResolvedGate? {
    let place = "operation \(number) (\(name))"
    for qubit in qubits where !(0..<count).contains(qubit) {
      throw PhysicsError(
        id: "simulator.qubit-out-of-range",
        summary: "Qubit \(qubit) of \(place) does not exist in a circuit on \(count) qubits.",
        remedy: "Qubits are numbered from 0 to \(count - 1).")
    }
    guard Set(qubits).count == qubits.count else {
      throw PhysicsError(
        id: "simulator.repeated-qubit", summary: "\(place.capitalizedFirst) names a qubit twice.",
        remedy: "Give it different qubits.")
    }
    switch self {
    case .barrier: return nil
    case .unitary(let matrix, _, let qubits):
      guard !qubits.isEmpty, qubits.count <= 10, matrix.rows == 1 << qubits.count,
        matrix.elements.allSatisfy(\.isFinite), matrix.isUnitary(tolerance: 1e-9)
      else {
        throw PhysicsError(
          id: "simulator.not-unitary",
          summary:
            "The \(matrix.rows) × \(matrix.columns) matrix of \(place) is not a unitary on \(qubits.count) qubits.",
          remedy: "Its columns must be orthonormal, 2 to the power of the number of qubits.")
      }
      return ResolvedGate(matrix: matrix, controls: [], targets: qubits)
    case .gate(let name, let angles, let qubits):
      let definition = try GateDefinition.required(name, place: place)
      guard qubits.count == definition.qubits, angles.count == definition.parameters.count else {
        throw PhysicsError(
          id: "simulator.wrong-arity",
          summary:
            "\(place.capitalizedFirst) has \(qubits.count) qubits and \(angles.count) angles.",
          remedy:
            "\(name) takes \(definition.qubits) qubits and \(definition.parameters.count) angles.")
      }
      let values = try angles.map { try $0.number(place: place) }
      return ResolvedGate(
        matrix: definition.matrix(values), controls: Array(qubits.prefix(definition.controls)),
        targets: Array(qubits.dropFirst(definition.controls)))
    }
  }

  func inverse() throws -> CircuitOperation {
    switch self {
    case .barrier: return self
    case .unitary(let matrix, let name, let qubits):
      return .unitary(matrix.adjoint, name: "\(name)†", qubits: qubits)
    case .gate(let name, let angles, let qubits):
      let definition = try GateDefinition.required(name, place: "the circuit")
      // Inverses permute angles and change signs; probing with distinct numbers shows how.
      let probe = angles.indices.map { Double($0 + 1) }
      let (inverse, mapped) = definition.inverse(probe)
      let result = mapped.map { value -> Angle in
        angles[Int(value.magnitude) - 1].multiplied(by: value < 0 ? -1 : 1)
      }
      return .gate(name: inverse, angles: result, qubits: qubits)
    }
  }
}

extension GateDefinition {
  static func required(_ name: String, place: String) throws -> GateDefinition {
    guard let definition = named(name) else {
      throw PhysicsError(
        id: "simulator.unknown-gate", summary: "There is no gate `\(name)` in \(place).",
        remedy: "The gates are \(all.map(\.name).joined(separator: ", ")).")
    }
    return definition
  }
}

extension Angle {
  func number(place: String) throws -> Double {
    switch self {
    case .value(let value):
      guard value.isFinite else {
        throw PhysicsError(
          id: "simulator.angle-not-finite", summary: "An angle of \(place) is \(value).",
          remedy: "Angles are finite numbers of radians.")
      }
      return value
    case .parameter(let name, _):
      throw PhysicsError(
        id: "simulator.unbound-parameter",
        summary: "The parameter `\(name)` of \(place) has no value.",
        remedy: "Bind it first: `circuit.bound([\"\(name)\": 0.5])`.")
    }
  }

  func multiplied(by factor: Double) -> Angle {
    switch self {
    case .value(let value): return .value(factor * value)
    case .parameter(let name, let own): return .parameter(name, factor: factor * own)
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
