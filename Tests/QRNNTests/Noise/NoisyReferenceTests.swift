import Foundation
import Kernels
import Noise
import QRNN
import Simulator
import Testing

/// The noisy vectors of ../shared/reference/golden.json.
private struct NoisyVectors: Decodable {
  struct Set: Decodable {
    struct Noisy: Decodable {
      let pauli: [Double]
      let z: Double
    }
    let name: String
    let entangler: String
    let noisy: [String: Noisy]
  }
  let sets: [Set]
}

@Suite("Noise against the reference vectors", .enabled(if: ReferenceVectors.file != nil))
struct NoisyReferenceTests {
  @Test func `Pauli coefficients and readouts at scales 1 and 10 agree to 1e-12`() throws {
    let file = try #require(ReferenceVectors.file)
    let noisy = try JSONDecoder().decode(NoisyVectors.self, from: Data(contentsOf: file)).sets
    var compared = 0
    for (set, vectors) in zip(try ReferenceVectors.load(), noisy) {
      let model = try set.model()
      let sequence = try set.sequence()
      for (scale, expected) in vectors.noisy {
        let noise = try NoiseModel.study.scaled(by: try #require(Double(scale)))
        let state = try model.pauliVectors([sequence], noise: noise)[0]
        #expect(distance(state.coefficients, expected.pauli) < 1e-12, "\(set.name) s=\(scale)")
        let z = try model.expectations([sequence], noise: noise)
        #expect(distance(z, [expected.z]) < 1e-12)
        compared += 1
      }
    }
    #expect(compared >= 14)
  }
}
