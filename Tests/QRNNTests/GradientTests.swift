import QRNN
import Simulator
import Testing

@Suite("Gradients")
struct GradientTests {
  @Test(arguments: everyModel)
  func `agree with finite differences on random models`(spec: ModelSpec) throws {
    for seed in 0..<3 as Range<UInt64> {
      let model = try RecurrentModel(random: spec, vocabulary: 5, seed: seed)
      let sequences = try randomSequences(11, vocabulary: 5, seed: seed)
      let gradient = try model.gradient(sequences)
      let step = 1e-5
      for index in model.parameters.indices {
        let up = try model.moved(index, by: step).gradient(sequences).loss
        let down = try model.moved(index, by: -step).gradient(sequences).loss
        let difference = (up - down) / (2 * step)
        #expect(
          abs(difference - gradient.values[index]) < 1e-7 * max(1, gradient.norm),
          "\(spec), seed \(seed), parameter \(index)")
      }
    }
  }

  @Test(arguments: everyModel)
  func `of a batch are the mean over its sequences`(spec: ModelSpec) throws {
    let model = try RecurrentModel(random: spec, vocabulary: 6, seed: 3)
    let sequences = try randomSequences(29, vocabulary: 6, seed: 4)
    let whole = try model.gradient(sequences)
    var sum = [Double](repeating: 0, count: model.parameters.count)
    var loss = 0.0
    for sequence in sequences {
      let part = try model.gradient([sequence])
      loss += part.loss / Double(sequences.count)
      for index in sum.indices { sum[index] += part.values[index] / Double(sequences.count) }
    }
    #expect(abs(loss - whole.loss) < 1e-13)
    #expect(distance(sum, whole.values) < 1e-13)
  }

  @Test func `of a token that does not occur are zero`() throws {
    let model = try RecurrentModel(random: .twoQubit(.cnot(1, 0)), vocabulary: 4, seed: 1)
    let gradient = try model.gradient([TokenSequence(tokens: [0, 2, 0], label: 1)])
    for token in [1, 3] {
      #expect(gradient.values[(token * 6)..<(token * 6 + 6)].allSatisfy { $0 == 0 })
    }
    #expect(gradient.norm > 0)
  }

  @Test func `loss is the cross-entropy of the probability with its floor`() throws {
    let model = try RecurrentModel(random: .oneQubit, vocabulary: 3, seed: 5)
    // The identity keeps |0>: the answer 0 is certain, the answer 1 certainly wrong.
    let still = try RecurrentModel(
      spec: .oneQubit, vocabulary: 1, parameters: [0, 0, 0])
    let right = try still.gradient([TokenSequence(tokens: [0], label: 0)]).loss
    let wrong = try still.gradient([TokenSequence(tokens: [0], label: 1)]).loss
    #expect(abs(right - 1.0000005e-6) < 1e-12)
    #expect(abs(wrong - 13.815510557964274) < 1e-9)  // -ln(1e-6)
    let sequence = try TokenSequence(tokens: [2, 1, 0], label: 1)
    let logit = try model.logits([sequence])[0]
    let loss = try model.gradient([sequence]).loss
    // -log p = log(1 + e^-logit) for the answer 1.
    #expect(abs(exponential(loss) - (1 + exponential(-logit))) < 1e-12)
  }

  /// e^x by its series, far more terms than these arguments need.
  private func exponential(_ x: Double) -> Double {
    var term = 1.0
    return (1...80).reduce(1.0) { sum, n in
      term *= x / Double(n)
      return sum + term
    }
  }
}
