import ComplexModule
import QRNN
import Simulator
import Testing

@Suite("Against the reference vectors", .enabled(if: ReferenceVectors.file != nil))
struct ReferenceTests {
  @Test func `states, readouts, losses and gradients agree to 1e-12`() throws {
    let sets = try ReferenceVectors.load()
    #expect(sets.count >= 7)
    for set in sets {
      let model = try set.model()
      let sequence = try set.sequence()
      let steps = try model.states(sequence)
      for (step, (real, imaginary)) in zip(steps, zip(set.real, set.imaginary)) {
        let amplitudes = step.amplitudes
        #expect(distance(amplitudes.map(\.real), real) < 1e-12, "\(set.name) step \(step.index)")
        #expect(distance(amplitudes.map(\.imaginary), imaginary) < 1e-12)
      }
      #expect(steps.count == set.real.count)
      #expect(distance(steps.map(\.expectation), set.expectations) < 1e-12)
      #expect(distance(try model.probabilities([sequence]), [set.probability]) < 1e-12)
      let gradient = try model.gradient([sequence])
      #expect(abs(gradient.loss - set.loss) < 1e-12)
      let expected = set.gradient.flatMap { $0.flatMap { $0 } }
      #expect(distance(gradient.values, expected) < 1e-12, "\(set.name) \(set.entangler)")
    }
  }
}
