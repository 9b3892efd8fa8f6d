import ComplexModule
import QRNN
import Simulator
import Testing

@Suite("Models")
struct ModelTests {
  @Test func `refuse sequences and parameters that they cannot compute with`() throws {
    let model = try RecurrentModel(random: .twoQubit(.cnot(1, 0)), vocabulary: 8, seed: 0)
    #expect(errorID { try TokenSequence(tokens: [], label: 0) } == "qrnn.empty-sequence")
    #expect(errorID { try TokenSequence(tokens: [1, -1], label: 0) } == "qrnn.token-out-of-range")
    #expect(errorID { try TokenSequence(tokens: [1], label: 2) } == "qrnn.label-not-binary")
    let far = try TokenSequence(tokens: [0, 8], label: 0)
    #expect(errorID { try model.expectations([far]) } == "qrnn.token-out-of-range")
    #expect(errorID { try model.gradient([far]) } == "qrnn.token-out-of-range")
    #expect(errorID { try model.states(far) } == "qrnn.token-out-of-range")
    #expect(
      errorID { try model.states(TokenSequence(tokens: [.max], label: 0)) }
        == "qrnn.token-out-of-range")
    #expect(errorID { try model.expectations([]) } == "qrnn.no-sequences")
    #expect(errorID { try model.accuracy([]) } == "qrnn.no-sequences")
    #expect(errorID { try model.gradient([]) } == "qrnn.no-sequences")
    func build(_ parameters: [Double], _ vocabulary: Int = 1) -> String? {
      errorID {
        try RecurrentModel(spec: .oneQubit, vocabulary: vocabulary, parameters: parameters)
      }
    }
    #expect(build([0, 0]) == "qrnn.parameter-count")
    #expect(build([0, .nan, 0]) == "qrnn.parameter-not-finite")
    #expect(build([0, .infinity, 0]) == "qrnn.parameter-not-finite")
    #expect(build([], 0) == "qrnn.vocabulary-out-of-range")
    #expect(build([], .max) == "qrnn.vocabulary-out-of-range")
    #expect(build([0, 1, 2]) == nil)
    let long = try TokenSequence(tokens: Array(repeating: 0, count: 300_000), label: 0)
    let wide = try RecurrentModel(random: .qubits(10, entangler: .none), vocabulary: 1, seed: 0)
    #expect(errorID { try wide.gradient([long]) } == "qrnn.out-of-memory")
    #expect(ModelSpec.oneQubit.parameterCount(vocabulary: .max) == 3 * 65_536)
    #expect(ModelSpec.qubits(.max, entangler: .none).parameterCount(vocabulary: 1) == 30)
    #expect(errorID { try model.angles(token: 8) } == "qrnn.token-out-of-range")
    #expect(errorID { try model.angles(token: 0, qubit: 2) } == "qrnn.readout-out-of-range")
  }

  @Test(arguments: everyModel)
  func `keep states normalised, probabilities in range and margins signed`(spec: ModelSpec) throws {
    let model = try RecurrentModel(random: spec, vocabulary: 8, seed: 4)
    let sequences = try SequenceTask.xor.heldOut(gap: 20, count: 17)
    let probabilities = try model.probabilities(sequences)
    let logits = try model.logits(sequences)
    let margins = try model.margins(sequences)
    for (index, sequence) in sequences.enumerated() {
      #expect(probabilities[index] > -1e-12 && probabilities[index] < 1 + 1e-12)
      #expect((logits[index] > 0) == (probabilities[index] > 0.5))
      let right = sequence.label == 1 ? probabilities[index] : 1 - probabilities[index]
      #expect(abs((1 + margins[index]) / 2 - right) < 1e-15)
    }
    let accuracy = try model.accuracy(sequences)
    #expect(accuracy == Double(margins.filter { $0 > 0 }.count) / 17)
    for step in try model.states(sequences).joined() where spec.qubits > 0 {
      #expect(abs(step.amplitudes.reduce(0) { $0 + $1.lengthSquared } - 1) < 1e-13)
    }
  }

  @Test func `apply RZ(a) first, then RY(b), then RZ(g), then the entangler`() throws {
    // RY(pi) on qubit 1 gives |01>; CNOT 1->0 gives |11>; z of qubit 0 is -1.
    let flip = try RecurrentModel(
      spec: .twoQubit(.cnot(1, 0)), vocabulary: 1, parameters: [0, 0, 0, 0, .pi, 0])
    let step = try flip.states(TokenSequence(tokens: [0], label: 1))[0]
    #expect(abs(step.expectation + 1) < 1e-15)
    #expect((step.amplitudes[3] - 1).length < 1e-15)
    let (a, b, g) = (0.3, 1.1, -2.0)
    let turned = try RecurrentModel(spec: .oneQubit, vocabulary: 1, parameters: [a, b, g])
      .states(TokenSequence(tokens: [0], label: 0))[0].amplitudes
    let expected = [
      Complex(length: 0.8525245220595057, phase: -(a + g) / 2),  // cos(b / 2)
      Complex(length: 0.5226872289306592, phase: (g - a) / 2),  // sin(b / 2)
    ]
    #expect((turned[0] - expected[0]).length < 1e-15)
    #expect((turned[1] - expected[1]).length < 1e-15)
  }

  @Test func `have 24, 48 and 37 parameters at eight tokens`() {
    #expect(ModelSpec.oneQubit.parameterCount(vocabulary: 8) == 24)
    #expect(ModelSpec.twoQubit(.cnot(1, 0)).parameterCount(vocabulary: 8) == 48)
    #expect(ModelSpec.elman.parameterCount(vocabulary: 8) == 37)
    #expect(ModelSpec.twoQubit(.cnot(1, 0)).description == "2 qubits, CNOT 1->0")
    #expect(ModelSpec.oneQubit.description == "1 qubit")
  }

  @Test func `of three qubits in a chain differ from those of one CNOT`() throws {
    let parameters = try RecurrentModel(
      random: .qubits(3, entangler: .none), vocabulary: 8, seed: 1
    ).parameters
    let sequences = try SequenceTask.xor.heldOut(count: 5)
    let readouts = try [Entangler.chain(2, 1, 0), .cnot(1, 0), .cz(0, 1), .none].map {
      try RecurrentModel(
        spec: .qubits(3, entangler: $0), vocabulary: 8, parameters: parameters
      ).expectations(sequences)
    }
    #expect(Set(readouts).count == 4)
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func `give one state for every form that an entangler can take`(qubits: Int) throws {
    // The identity as a permutation, as phases and as a matrix that is its own square's inverse.
    let model = try RecurrentModel(
      random: .qubits(qubits, entangler: .none), vocabulary: 8, seed: 5)
    let sequences = try SequenceTask.xor.heldOut(count: 9)
    let root = Entangler.Gate.unitary(
      name: "H", qubits: [0], real: [1, 1, 1, -1].map { $0 * 0.5.squareRoot() },
      imaginary: [0, 0, 0, 0])
    let phase = Entangler.Gate.unitary(
      name: "S", qubits: [qubits - 1], real: [1, 0, 0, 0], imaginary: [0, 0, 0, 1])
    let expected = try model.expectations(sequences)
    for gates in [[root, root], [phase, phase, phase, phase]] {
      let same = try RecurrentModel(
        spec: .qubits(qubits, entangler: Entangler(gates: gates)), vocabulary: 8,
        parameters: model.parameters)
      #expect(distance(try same.expectations(sequences), expected) < 1e-13)
    }
    // S commutes with the readout of the last step but not with the next token's rotations.
    let turned = try RecurrentModel(
      spec: .qubits(qubits, entangler: Entangler(gates: [phase])), vocabulary: 8,
      parameters: model.parameters)
    if qubits == 1 {
      // RZ(g) followed by S is RZ(g + pi/2), up to a phase.
      var shifted = model.parameters
      for token in 0..<8 { shifted[token * 3 + 2] += .pi / 2 }
      let same = try RecurrentModel(spec: .oneQubit, vocabulary: 8, parameters: shifted)
      #expect(
        distance(try same.expectations(sequences), try turned.expectations(sequences)) < 1e-13)
      #expect(
        distance(try same.gradient(sequences).values, try turned.gradient(sequences).values) < 1e-13
      )
    }
  }
}
