import Experiments
import QRNN
import Simulator
import Testing

@Suite("Convergence on xor over 100 seeds, against STUDY's rates")
struct ConvergenceTests {
  static func runs(_ model: ModelSpec, count: Int = 100) throws -> TrainingRuns {
    try Training(task: .xor, model: model, seeds: count).run(store: .none())
  }

  /// How many standard errors of two binomial fractions lie between them.
  static func errors(_ count: Int, of total: Int, from other: Int, of otherTotal: Int) -> Double {
    let (a, b) = (Double(total), Double(otherTotal))
    let (p, q) = (Double(count) / a, Double(other) / b)
    let pooled = Double(count + other) / (a + b)
    return abs(p - q) / max(pooled * (1 - pooled) * (1 / a + 1 / b), 1e-300).squareRoot()
  }

  @Test func `two qubits with CNOT 1 to 0 converge 99 times`() throws {
    let runs = try Self.runs(.twoQubit(.cnot(1, 0)))
    #expect(Self.errors(runs.converged.count, of: 100, from: 99, of: 100) < 2)
    #expect(abs(runs.accuracy.mean - 0.999) < 0.01)
  }

  @Test func `two qubits without a CNOT converge 76 times`() throws {
    let runs = try Self.runs(.twoQubit(.none))
    #expect(Self.errors(runs.converged.count, of: 100, from: 76, of: 100) < 2)
    #expect(abs(runs.accuracy.mean - 0.884) < 0.04)
  }

  // One qubit is what two without a CNOT compute: the same rate, from other first angles.
  @Test func `one qubit answers 87 of 100 right over all seeds`() throws {
    let runs = try Self.runs(.oneQubit)
    #expect(abs(runs.accuracy.mean - 0.87) < 0.04)
    #expect(Self.errors(runs.converged.count, of: 100, from: 76, of: 100) < 2)
  }

  @Test func `an Elman network converges 22 times of 30`() throws {
    let runs = try Self.runs(.elman)
    #expect(Self.errors(runs.converged.count, of: 100, from: 22, of: 30) < 2)
  }

  @Test func `four qubits train too, given 1500 steps`() throws {
    let runs = try Training(
      task: .xor, model: .qubits(4, entangler: .chain(3, 2, 1, 0)), seeds: 10,
      options: TrainingOptions(steps: 1500)
    ).run(store: .none())
    #expect(runs.converged.count >= 6)
  }

  @Test func `what converged answers longer gaps too`() throws {
    let runs = try Self.runs(.twoQubit(.cnot(1, 0)), count: 20).converged
    #expect(runs.count > 15)
    #expect(try runs.accuracy(gap: 6).mean > 0.99)
    #expect(try runs.accuracy(gap: 50).mean > 0.7)
    #expect(try runs.accuracy(gap: 6) == runs.accuracy)
    let curve = try runs.accuracy(gaps: [1, 6, 12])
    #expect(curve.map(\.gap) == [1, 6, 12] && curve[1].values == runs.accuracy)
    #expect(runs.best?.accuracy == runs.accuracy.maximum)
  }
}
