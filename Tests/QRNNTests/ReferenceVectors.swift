import Foundation
import QRNN
import Simulator
import TestSupport

/// The sets of ../shared/reference/golden.json: models with their exact states and gradients.
struct ReferenceVectors: Decodable {
  struct Set: Decodable {
    let name: String
    let entangler: String
    let qubits: Int
    let parameters: [[[Double]]]
    let tokens: [Int]
    let label: Int
    let real: [[Double]]
    let imaginary: [[Double]]
    let expectations: [Double]
    let loss: Double
    let probability: Double
    let gradient: [[[Double]]]

    enum CodingKeys: String, CodingKey {
      case name, entangler, tokens, label, loss
      case qubits = "n_qubits"
      case parameters = "params"
      case real = "amps_re"
      case imaginary = "amps_im"
      case expectations = "z0"
      case probability = "p1"
      case gradient = "grad"
    }

    func model() throws -> RecurrentModel {
      let entanglers: [String: Entangler] = [
        "none": .none, "c01": .cnot(0, 1), "c10": .cnot(1, 0), "both": .both,
      ]
      guard let entangler = entanglers[entangler] else {
        throw PhysicsError(id: "test", summary: "unknown entangler \(entangler)", remedy: "Add it.")
      }
      return try RecurrentModel(
        spec: .qubits(qubits, entangler: entangler), vocabulary: parameters.count,
        parameters: parameters.flatMap { $0.flatMap { $0 } })
    }

    func sequence() throws -> TokenSequence { try TokenSequence(tokens: tokens, label: label) }
  }

  let sets: [Set]

  static var file: URL? { Shared.file("reference/golden.json") }

  static func load() throws -> [Set] {
    guard let file else { return [] }
    return try JSONDecoder().decode(ReferenceVectors.self, from: Data(contentsOf: file)).sets
  }
}
