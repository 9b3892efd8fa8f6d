import Experiments
import Kernels
import Simulator
import Testing

@testable import QRNN

/// Serial, because a test that asks for an instruction set must not meet another that does.
@Suite("The same bits", .serialized)
struct SameBitsTests {
  private func onEveryPath<Value: Equatable>(_ body: () throws -> Value) rethrows -> [Value] {
    let best = ketbook_path()
    defer { ketbook_use_path(best) }
    return try (Int32(KETBOOK_PLAIN)...best).map { path in
      ketbook_use_path(path)
      return try body()
    }
  }

  @Test(arguments: everyModel)
  func `for every instruction set`(spec: ModelSpec) throws {
    let model = try RecurrentModel(random: spec, vocabulary: 11, seed: 2)
    let sequences = try randomSequences(37, vocabulary: 11, seed: 3)
    let gradients = try onEveryPath { try model.gradient(sequences) }
    #expect(Set(gradients).count == 1)
    let states = try onEveryPath { try model.states(sequences).flatMap { $0.map(\.state) } }
    #expect(Set(states).count == 1)
    let expectations = try onEveryPath { try model.expectations(sequences) }
    #expect(Set(expectations).count == 1)
  }

  @Test func `of a training for every instruction set`() throws {
    let options = TrainingOptions(steps: 12, heldOut: 40)
    for spec in [ModelSpec.twoQubit(.cnot(1, 0)), .elman, .rotation] {
      let training = Training(task: .select2, model: spec, seeds: 2, options: options)
      let runs = try onEveryPath { try training.run(store: .none(), threads: 1) }
      #expect(Set(runs).count == 1, "\(spec)")
    }
  }

  @Test func `name the same version of the code for every instruction set`() {
    let versions = onEveryPath { NumbersFingerprint.fingerprint() }
    #expect(Set(versions) == [NumbersFingerprint.current])
    #expect(NumbersFingerprint.current.count == 16)
    #expect(TrainingExperiment.version == "1-\(NumbersFingerprint.current)")
  }

  @Test func `for any number of threads`() throws {
    let options = TrainingOptions(steps: 30, measureEvery: 10, heldOut: 50)
    let training = Training(task: .xor, model: .twoQubit(.cnot(1, 0)), seeds: 7, options: options)
    let alone = try training.run(store: .none(), threads: 1)
    for threads in [2, 3, 8] {
      #expect(try training.run(store: .none(), threads: threads) == alone)
      #expect(
        try alone.accuracy(gap: 9, threads: threads) == alone.accuracy(gap: 9, threads: 1))
    }
  }

  @Test func `of a readout whatever else is in the batch`() throws {
    let model = try RecurrentModel(random: .twoQubit(.cnot(0, 1)), vocabulary: 6, seed: 8)
    let sequences = try randomSequences(30, vocabulary: 6, seed: 9)
    let together = try model.expectations(sequences)
    for (sequence, z) in zip(sequences, together) {
      #expect(try model.expectations([sequence]) == [z])
      #expect(try model.states(sequence).last?.expectation == z)
    }
  }
}
