package import Simulator

extension CircuitOperation {
  /// Returns the operation on other qubits, as many as it has.
  package func moved(to qubits: [Int]) -> CircuitOperation {
    switch self {
    case .gate(let name, let angles, _): return .gate(name: name, angles: angles, qubits: qubits)
    case .unitary(let matrix, let name, _): return .unitary(matrix, name: name, qubits: qubits)
    case .barrier: return .barrier(qubits: qubits)
    }
  }
}
