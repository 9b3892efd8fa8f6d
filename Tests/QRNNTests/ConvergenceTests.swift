import Experiments
import QRNN
import Simulator
import Testing

@Suite("Convergence rates over 100 seeds")
struct ConvergenceTests {
  /// The number of 100 seeds that converge on xor.
  static func converged(_ model: ModelSpec) throws -> Int {
    let runs = try Training(task: .xor, model: model, seeds: 100).run(store: .none())
    print(model, runs.filter(\.converged).count, runs.accuracy.mean)
    return runs.filter(\.converged).count
  }

  @Test func `two qubits with CNOT 1 to 0 almost always learn xor`() throws {
    #expect(try Self.converged(.twoQubit(.cnot(1, 0))) > 94)
  }
  @Test func `two qubits without CNOT`() throws {
    #expect(try Self.converged(.twoQubit(.none)) > 60)
  }
  @Test func `one qubit`() throws {
    #expect(try Self.converged(.oneQubit) > 60)
  }
  @Test func `elman`() throws {
    #expect(try Self.converged(.elman) > 60)
  }
}
