import ComplexModule
import Glibc
import QRNN

/// The data of W1, and its loss and gradient by the slowest and plainest way.
struct W1Data {
  static let vocabulary = 6
  static let steps = 12

  /// Angles as [token][qubit][3], which is also how the peers lay them out.
  let parameters: [Double]
  let sequences: [TokenSequence]

  init(batch: Int) throws {
    var generator = PCG64(seed: 0)
    parameters = (0..<W1Data.vocabulary * 6).map { _ in generator.uniform(-.pi, .pi) }
    let tokens = (0..<batch * W1Data.steps).map { _ in
      generator.integer(below: UInt32(W1Data.vocabulary))
    }
    sequences = try (0..<batch).map { index in
      let from = index * W1Data.steps
      return try TokenSequence(
        tokens: Array(tokens[from..<from + W1Data.steps]), label: generator.integer(below: 2))
    }
  }

  /// Computes loss and gradient by the parameter-shift rule on every occurrence of every gate.
  func reference() -> (loss: Double, gradient: [Double]) {
    var gradient = [Double](repeating: 0, count: parameters.count)
    var loss = 0.0
    for sequence in sequences {
      let angles = sequence.tokens.map { Array(parameters[($0 * 6)..<($0 * 6 + 6)]) }
      let one = (1 - expectation(angles)) / 2
      let right = sequence.label == 1 ? one : 1 - one
      loss -= log(right) / Double(sequences.count)
      let slope = (sequence.label == 1 ? -1 : 1) / right / Double(sequences.count)
      for (step, token) in sequence.tokens.enumerated() {
        for angle in 0..<6 {
          var (up, down) = (angles, angles)
          up[step][angle] += .pi / 2
          down[step][angle] -= .pi / 2
          let change = (expectation(up) - expectation(down)) / 2
          gradient[token * 6 + angle] += slope * -0.5 * change
        }
      }
    }
    return (loss, gradient)
  }

  private func expectation(_ angles: [[Double]]) -> Double {
    var state: [Complex<Double>] = [1, 0, 0, 0]
    for token in angles {
      for qubit in 0..<2 {
        let (a, b, g) = (token[3 * qubit], token[3 * qubit + 1], token[3 * qubit + 2])
        let bit = 2 >> qubit
        for low in 0..<4 where low & bit == 0 {
          let x = state[low] * Complex(length: 1, phase: -a / 2)
          let y = state[low | bit] * Complex(length: 1, phase: a / 2)
          let (c, s) = (Complex(cos(b / 2)), Complex(sin(b / 2)))
          state[low] = (c * x - s * y) * Complex(length: 1, phase: -g / 2)
          state[low | bit] = (s * x + c * y) * Complex(length: 1, phase: g / 2)
        }
      }
      state.swapAt(2, 3)  // CNOT 0 -> 1
    }
    let weights = state.map(\.lengthSquared)
    return weights[0] + weights[1] - weights[2] - weights[3]
  }
}
