internal import ComplexModule
internal import Kernels
internal import RealModule

extension DensityMatrix {
  /// Returns the von Neumann entropy in bits, S(ρ) = -Tr ρ log₂ ρ.
  ///
  /// It is 0 for a pure state and n for the maximally mixed state of n qubits.
  /// - Throws: `simulator.not-hermitian`.
  public func entropy() throws -> Double {
    let sum = try matrix.eigendecomposition().values.reduce(0.0) { sum, p in
      // p log p tends to 0; eigenvalues of a state can be slightly negative by rounding.
      p <= 1e-300 ? sum : sum - p * ketbook_log2(p)
    }
    return max(sum, 0)
  }

  /// The Bloch vector (⟨X⟩, ⟨Y⟩, ⟨Z⟩) of a one-qubit state.
  ///
  /// - Throws: `simulator.qubit-count` for more than one qubit.
  public func blochVector() throws -> (x: Double, y: Double, z: Double) {
    guard qubits == 1 else {
      throw PhysicsError(
        id: "simulator.qubit-count", summary: "A state of \(qubits) qubits has no Bloch vector.",
        remedy: "Reduce it to one qubit first: `state.reduced(to: [0])`.")
    }
    return (
      2 * matrix[0, 1].real, -2 * matrix[0, 1].imaginary, matrix[0, 0].real - matrix[1, 1].real
    )
  }
}

extension StateVector {
  /// Returns the entanglement entropy in bits between some qubits and the others.
  ///
  /// The von Neumann entropy of the qubits' reduced density matrix; for one qubit of a Bell state, 1.
  /// - Throws: `simulator.qubit-out-of-range` and `simulator.repeated-qubit`.
  public func entanglementEntropy(of qubits: [Int]) throws -> Double {
    let others = (0..<self.qubits).filter { !qubits.contains($0) }
    // Both sides of the cut have the same entropy; the smaller one is cheaper.
    let isSmaller = qubits.count <= others.count || others.isEmpty
    try PartialTrace.check(qubits, qubits: self.qubits)
    return try reducedDensityMatrix(of: isSmaller ? qubits : others).entropy()
  }
}
