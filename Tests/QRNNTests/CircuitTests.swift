import QRNN
import Simulator
import Testing

@Suite("Models as circuits")
struct CircuitTests {
  @Test(arguments: everyModel.filter { $0.qubits > 0 })
  func `reach the state that the simulator reaches`(spec: ModelSpec) throws {
    let model = try RecurrentModel(random: spec, vocabulary: 5, seed: 6)
    let sequence = try TokenSequence(tokens: [3, 0, 4, 4, 1], label: 1)
    let state = try StateVector(model.circuit(reading: sequence))
    let step = try #require(try model.states(sequence).last)
    for (a, b) in zip(state.amplitudes, step.amplitudes) { #expect((a - b).length < 1e-13) }
    #expect(try abs(state.expectationZ(spec.readout) - step.expectation) < 1e-13)
    #expect(try step.stateVector().qubits == spec.qubits)
  }

  @Test func `take their entangler from a circuit`() throws {
    #expect(try Entangler { CNOT(1, 0) } == .cnot(1, 0))
    #expect(
      try Entangler(
        Circuit(qubits: 3) {
          CNOT(2, 1); Barrier(0, 1, 2); CNOT(1, 0)
        }) == .chain(2, 1, 0))
    #expect(
      try Entangler {
        CZ(0, 1); SWAP(0, 1)
      }.name == "CZ 0,1, SWAP 0,1")
    let circuit = Circuit(qubits: 3) {
      H(1); CRX(0.7, 2, 0); CCX(0, 2, 1); RZZ(0.3, 1, 2); CSWAP(1, 0, 2)
    }
    let entangler = try Entangler(circuit)
    let model = try RecurrentModel(
      random: .qubits(3, entangler: entangler), vocabulary: 4, seed: 2)
    let sequence = try TokenSequence(tokens: [1, 2, 0], label: 0)
    // By hand: rotations of a token, then the circuit itself.
    var state = try StateVector(qubits: 3)
    for token in sequence.tokens {
      for qubit in 0..<3 {
        let angles = try model.angles(token: token, qubit: qubit)
        try state.apply(
          Circuit(qubits: 3) {
            RZ(Angle(angles.a), qubit); RY(Angle(angles.b), qubit); RZ(Angle(angles.g), qubit)
          })
      }
      try state.apply(circuit)
    }
    let last = try #require(try model.states(sequence).last)
    for (a, b) in zip(state.amplitudes, last.amplitudes) { #expect((a - b).length < 1e-13) }
  }

  @Test func `do not mistake a matrix for the gate whose name it bears`() throws {
    let fake = try Entangler { Unitary(.identity(4), name: "CNOT", on: 0, 1) }
    #expect(fake != .cnot(0, 1))
    let model = try RecurrentModel(random: .twoQubit(fake), vocabulary: 8, seed: 1)
    let plain = try RecurrentModel(random: .twoQubit(.none), vocabulary: 8, seed: 1)
    let sequences = try SequenceTask.xor.heldOut(count: 4)
    #expect(try model.expectations(sequences) == plain.expectations(sequences))
  }

  @Test func `refuse circuits that cannot be run and models that are none`() throws {
    #expect(errorID { try Entangler { RX(.parameter("t"), 0) } } == "simulator.unbound-parameter")
    #expect(errorID { try Entangler { CNOT(0, 0) } } == "simulator.repeated-qubit")
    #expect(errorID { try Entangler { CNOT(0, -1) } } == "simulator.qubit-out-of-range")
    #expect(errorID { try Entangler { CNOT(0, .max) } } == "qrnn.entangler")
    let elman = try RecurrentModel(random: .elman, vocabulary: 8, seed: 0)
    let sequence = try TokenSequence(tokens: [0], label: 0)
    #expect(errorID { try elman.circuit(reading: sequence) } == "qrnn.wrong-architecture")
    #expect(errorID { try elman.states(sequence)[0].stateVector() } != nil)
  }
}
