import QRNN
import Simulator
import Testing

@Suite("One qubit and its SO(3) twin")
struct TwinTests {
  @Test func `read out the same z to 1e-12 and have the same gradient to 1e-10 on 200 models`()
    throws
  {
    var largestReadout = 0.0
    var largestGradient = 0.0
    for seed in 0..<200 as Range<UInt64> {
      let qubit = try RecurrentModel(random: .oneQubit, vocabulary: 8, seed: seed)
      let twin = try qubit.rotationTwin()
      let sequences = try randomSequences(16, vocabulary: 8, seed: seed)
      largestReadout = max(
        largestReadout,
        distance(try qubit.expectations(sequences), try twin.expectations(sequences)))
      let first = try qubit.gradient(sequences)
      let second = try twin.gradient(sequences)
      largestGradient = max(largestGradient, distance(first.values, second.values) / first.norm)
    }
    #expect(largestReadout < 1e-12)
    #expect(largestGradient < 1e-10)
  }

  @Test func `turn the Bloch vector of the amplitudes`() throws {
    let qubit = try RecurrentModel(random: .oneQubit, vocabulary: 8, seed: 11)
    let sequence = try TokenSequence(tokens: [0, 3, 7, 1, 1, 5], label: 0)
    for (step, turned) in zip(try qubit.states(sequence), try qubit.rotationTwin().states(sequence))
    {
      let (a, b, c, d) = (step.state[0], step.state[1], step.state[2], step.state[3])
      let bloch = [2 * (a * c + b * d), 2 * (a * d - b * c), a * a + b * b - c * c - d * d]
      #expect(distance(bloch, turned.state) < 1e-14)
    }
  }

  @Test func `exist only for one qubit without a gate`() throws {
    let two = try RecurrentModel(random: .twoQubit(.cnot(1, 0)), vocabulary: 8, seed: 0)
    #expect(errorID { try two.rotationTwin() } == "qrnn.wrong-architecture")
    let elman = try RecurrentModel(random: .elman, vocabulary: 8, seed: 0)
    #expect(errorID { try elman.rotationTwin() } == "qrnn.wrong-architecture")
  }
}
