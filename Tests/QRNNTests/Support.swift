import Experiments
import Foundation
import QRNN
import Simulator

/// The largest difference between two lists of numbers, infinite where their lengths differ.
func distance(_ a: [Double], _ b: [Double]) -> Double {
  guard a.count == b.count else { return .infinity }
  return zip(a, b).map { abs($0 - $1) }.max() ?? 0
}

/// The id of the physics error that a call throws, nil where it throws none.
func errorID<Value>(_ body: () throws -> Value) -> String? {
  do {
    _ = try body()
    return nil
  } catch { return (error as? PhysicsError)?.id ?? "\(error)" }
}

/// Random sequences of mixed lengths over a vocabulary.
func randomSequences(_ count: Int, vocabulary: Int, seed: UInt64) throws -> [TokenSequence] {
  var generator = SeededGenerator(seed: seed)
  return try (0..<count).map { _ in
    try TokenSequence(
      tokens: (0..<(1 + generator.integer(below: 9))).map { _ in
        generator.integer(below: vocabulary)
      }, label: generator.integer(below: 2))
  }
}

extension RecurrentModel {
  /// The same model with one parameter moved.
  func moved(_ index: Int, by change: Double) throws -> RecurrentModel {
    var parameters = self.parameters
    parameters[index] += change
    return try RecurrentModel(spec: spec, vocabulary: vocabulary, parameters: parameters)
  }
}

/// Architectures of every kind: each size with its own kernel, each kind of entangler, each classical.
let everyModel: [ModelSpec] = [
  .oneQubit, .twoQubit(.none), .twoQubit(.cnot(1, 0)), .twoQubit(.both), .twoQubit(.cz(0, 1)),
  .twoQubit(Entangler(gates: [.swap(0, 1), .rootOfSwap(0, 1)])),
  .qubits(3, entangler: .chain(2, 1, 0)), .qubits(3, entangler: .cz(0, 2), readout: 1),
  .qubits(4, entangler: .chain(3, 2, 1, 0), readout: 3), .qubits(5, entangler: .chain(4, 2, 0)),
  .qubits(5, entangler: Entangler(gates: [.rootOfSwap(4, 1), .cz(0, 3)]), readout: 2),
  .rotation, .elman, .elman(units: 9),
]

extension Entangler.Gate {
  /// The square root of SWAP, a gate that is no permutation.
  static func rootOfSwap(_ first: Int, _ second: Int) -> Entangler.Gate {
    .unitary(
      name: "sqrt(SWAP)", qubits: [first, second],
      real: [1, 0, 0, 0, 0, 0.5, 0.5, 0, 0, 0.5, 0.5, 0, 0, 0, 0, 1],
      imaginary: [0, 0, 0, 0, 0, 0.5, -0.5, 0, 0, -0.5, 0.5, 0, 0, 0, 0, 0])
  }
}

/// Collects progress reports.
final class Seen: @unchecked Sendable {
  // Reports come from one thread at a time, and are read after all threads have joined.
  private(set) var reports: [ExperimentProgress] = []
  func add(_ report: ExperimentProgress) { reports.append(report) }
}

/// A folder that is removed with this value.
final class TemporaryFolder {
  let path: String

  init() {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "ketbook-\(UUID().uuidString)").path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
