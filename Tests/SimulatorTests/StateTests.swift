import ComplexModule
import Foundation
import RealModule
import Simulator
import TestSupport
import Testing

@Suite struct StateTests {
  static let bell = Circuit(qubits: 2) {
    H(0)
    CNOT(0, 1)
  }

  @Test func aBellStateHasTwoEqualAmplitudesAndOneBitOfEntropy() throws {
    let state = try StateVector(Self.bell)
    let half = 0.5.squareRoot()
    for (amplitude, expected) in zip(state.amplitudes, [half, 0, 0, half]) {
      #expect((amplitude - Complex(expected)).length < 1e-15)
    }
    #expect(abs(try state.entanglementEntropy(of: [0]) - 1) < 1e-12)
    #expect(abs(try state.reducedDensityMatrix(of: [1]).purity - 0.5) < 1e-14)
  }

  @Test func qubitZeroIsTheMostSignificantBit() throws {
    let state = try StateVector(Circuit(qubits: 3) { X(0) })
    #expect(state.amplitudes[4] == 1)
    #expect(try state.expectationZ(0) == -1)
    #expect(try state.expectationZ(2) == 1)
  }

  @Test(arguments: [0.0, 0.3, 1.0, Double.pi / 2, 2.5, Double.pi])
  func theEntropyOfARotatedPairIsTheBinaryEntropyOfItsAngle(_ angle: Double) throws {
    let state = try StateVector(
      Circuit(qubits: 2) {
        RY(.init(angle), 0)
        CNOT(0, 1)
      })
    let p = pow(sin(angle / 2), 2)
    let expected = [p, 1 - p].reduce(0) { $1 <= 0 ? $0 : $0 - $1 * log2($1) }
    #expect(abs(try state.entanglementEntropy(of: [0]) - expected) < 1e-12)
  }

  @Test func everyGateOfTheTableIsUnitaryAndItsInverseUndoesIt() throws {
    for gate in GateDefinition.all {
      let angles = gate.parameters.indices.map { 0.7 + 0.4 * Double($0) }
      #expect(gate.fullMatrix(angles).isUnitary(tolerance: 1e-14), "\(gate.name)")
      let circuit = Circuit(
        qubits: gate.qubits,
        operations: [
          CircuitOperation(gate: gate.name, angles.map { .value($0) }, on: Array(0..<gate.qubits))
        ])
      var state = try RandomCircuits.state(qubits: gate.qubits, seed: 3)
      let before = state
      try state.apply(circuit)
      try state.apply(try circuit.inverse())
      for (a, b) in zip(state.amplitudes, before.amplitudes) {
        #expect((a - b).length < 1e-14, "\(gate.name)")
      }
    }
  }

  @Test func randomCircuitsKeepNormTraceAndPositivityAndBothSidesOfACutAgree() throws {
    for seed in 0..<20 {
      let qubits = 2 + seed % 4
      let circuit = RandomCircuits.circuit(qubits: qubits, gates: 30, seed: UInt64(seed))
      let state = try StateVector(circuit)
      #expect(abs(state.probabilities.reduce(0, +) - 1) < 1e-12)
      let density = try state.densityMatrix()
      var evolved = try DensityMatrix(qubits: qubits)
      try evolved.apply(circuit)
      #expect(evolved.matrix.distance(to: density.matrix) < 1e-12)
      #expect(abs(evolved.matrix.trace.real - 1) < 1e-12)
      #expect(try evolved.leastEigenvalue() > -1e-12)
      #expect(try evolved.entropy() < 1e-10)
      let left = try state.reducedDensityMatrix(of: [0]).entropy()
      let right = try state.reducedDensityMatrix(of: Array(1..<qubits)).entropy()
      #expect(abs(left - right) < 1e-10)
      #expect(
        try density.reduced(to: [0]).matrix.distance(
          to: try state.reducedDensityMatrix(of: [0]).matrix) < 1e-13)
    }
  }

  @Test func aHermitianMatrixIsPutTogetherAgainFromItsEigenvectors() throws {
    for seed in 0..<10 {
      let state = try RandomCircuits.state(qubits: 3, seed: UInt64(seed))
      let matrix = try state.reducedDensityMatrix(of: [0, 2]).matrix
      let (values, vectors) = try matrix.eigendecomposition()
      #expect(vectors.isUnitary(tolerance: 1e-13))
      let diagonal = Matrix.diagonal(values.map { Complex($0) })
      #expect((vectors * diagonal * vectors.adjoint).distance(to: matrix) < 1e-13)
      #expect(values == values.sorted())
    }
  }

  @Test func parametersAreBoundByName() throws {
    let circuit = Circuit(qubits: 1) { RY(.parameter("theta"), 0) }
    #expect(circuit.parameters == ["theta"])
    let state = try StateVector(circuit.bound(["theta": .pi]))
    #expect(abs(state.probabilities[1] - 1) < 1e-15)
  }
}

@Suite struct BadInputTests {
  private func id(_ body: () throws -> Void) -> String? {
    do { try body() } catch let error as PhysicsError { return error.id } catch {
      return "\(error)"
    }
    return nil
  }

  @Test func everyFaultOfACircuitIsAnErrorThatNamesTheOperation() throws {
    let cases: [(String, Circuit)] = [
      ("simulator.qubit-out-of-range", Circuit(qubits: 2) { H(2) }),
      ("simulator.qubit-out-of-range", Circuit(qubits: 2) { H(-1) }),
      ("simulator.repeated-qubit", Circuit(qubits: 2) { CNOT(1, 1) }),
      ("simulator.angle-not-finite", Circuit(qubits: 1) { RX(.init(Double.nan), 0) }),
      ("simulator.unbound-parameter", Circuit(qubits: 1) { RX(.parameter("a"), 0) }),
      ("simulator.qubit-count", Circuit(qubits: 0) {}),
      ("simulator.qubit-count", Circuit(qubits: 60) { H(0) }),
      (
        "simulator.not-unitary",
        Circuit(qubits: 1) { Unitary(Matrix(rows: [[1, 1], [0, 1]]), on: 0) }
      ),
      (
        "simulator.unknown-gate",
        Circuit(qubits: 1, operations: [CircuitOperation(gate: "Q", on: [0])])
      ),
      (
        "simulator.wrong-arity",
        Circuit(qubits: 2, operations: [CircuitOperation(gate: "H", on: [0, 1])])
      ),
    ]
    for (expected, circuit) in cases {
      #expect(id { _ = try StateVector(circuit) } == expected)
    }
    do {
      _ = try StateVector(
        Circuit(qubits: 2) {
          H(0)
          CNOT(0, 5)
        })
    } catch let error as PhysicsError {
      #expect(error.summary.contains("operation 2 (CNOT)") && error.summary.contains("Qubit 5"))
    }
  }

  @Test func amplitudesThatAreNoStateAreRefused() {
    #expect(id { _ = try StateVector(amplitudes: [1, 1]) } == "simulator.not-normalised")
    #expect(id { _ = try StateVector(amplitudes: [1, 0, 0]) } == "simulator.amplitude-count")
    #expect(
      id { _ = try StateVector(amplitudes: [Complex(.nan), 0]) } == "simulator.not-normalised")
    #expect(
      id { _ = try DensityMatrix(matrix: Matrix(rows: [[1, 1], [0, 0]])) }
        == "simulator.not-a-state")
    #expect(id { _ = try DensityMatrix(qubits: 13) } == "simulator.qubit-count")
  }
}

/// Makes random circuits over the whole gate table.
enum RandomCircuits {
  static func circuit(qubits: Int, gates: Int, seed: UInt64) -> Circuit {
    var generator = SeededGenerator(seed: seed).split("circuit")
    let table = GateDefinition.all.filter { $0.qubits <= qubits }
    let operations = (0..<gates).map { _ -> CircuitOperation in
      let gate = table[generator.integer(below: table.count)]
      let chosen = (0..<qubits).shuffled(using: &generator).prefix(gate.qubits)
      let angles = gate.parameters.map { _ in Angle.value(generator.uniform(in: -.pi..<(.pi))) }
      return CircuitOperation(gate: gate.name, angles, on: Array(chosen))
    }
    return Circuit(qubits: qubits, operations: operations)
  }

  static func state(qubits: Int, seed: UInt64) throws -> StateVector {
    try StateVector(circuit(qubits: qubits, gates: 20, seed: seed))
  }
}
