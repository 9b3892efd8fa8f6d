import Experiments
import QRNN
import Simulator
import Testing

@Suite("Training")
struct TrainingTests {
  private let short = TrainingOptions(steps: 20, heldOut: 40)

  @Test func `refuses what cannot be trained`() throws {
    func run(
      _ task: SequenceTask = .xor, _ model: ModelSpec = .oneQubit, seeds: Int = 1,
      _ options: TrainingOptions = TrainingOptions()
    ) -> String? {
      errorID {
        try Training(task: task, model: model, seeds: seeds, options: options).run(store: .none())
      }
    }
    #expect(run(seeds: 0) == "qrnn.no-seeds")
    #expect(run(seeds: -3) == "qrnn.no-seeds")
    #expect(run(seeds: .max) == "qrnn.no-seeds")
    #expect(run(.xor, .qubits(0, entangler: .none)) == "qrnn.qubits-out-of-range")
    #expect(run(.xor, .qubits(64, entangler: .none)) == "qrnn.qubits-out-of-range")
    #expect(run(.xor, .qubits(2, entangler: .none, readout: 2)) == "qrnn.readout-out-of-range")
    #expect(run(.xor, .twoQubit(.cnot(0, 2))) == "qrnn.entangler")
    #expect(run(.xor, .twoQubit(.cnot(1, 1))) == "qrnn.entangler")
    #expect(run(.xor, .elman(units: 0)) == "qrnn.units-out-of-range")
    #expect(run(.xor, .elman, TrainingOptions(steps: 0)) == "qrnn.no-steps")
    #expect(run(.xor, .elman, TrainingOptions(batch: 0)) == "qrnn.no-sequences")
    #expect(run(.xor, .elman, TrainingOptions(heldOut: 0)) == "qrnn.no-sequences")
    #expect(run(.xor, .elman, TrainingOptions(learningRate: .nan)) == "qrnn.options")
    #expect(run(.xor, .elman, TrainingOptions(learningRate: -1)) == "qrnn.options")
    #expect(run(.xor, .elman, TrainingOptions(measureEvery: 0)) == "qrnn.options")
    #expect(run(.xor, .elman, TrainingOptions(convergedAbove: .nan)) == "qrnn.options")
    #expect(run(.xor, .elman, TrainingOptions(restarts: -1)) == "qrnn.options")
    let twice = Entangler(gates: [
      .unitary(name: "twice", qubits: [0], real: [2, 0, 0, 2], imaginary: [0, 0, 0, 0])
    ])
    #expect(run(.xor, .twoQubit(twice)) == "qrnn.entangler")
    #expect(errorID { try TrainingRuns([]).accuracy(gap: 6) } == "qrnn.no-seeds")
  }

  @Test func `that diverges says at which step instead of returning NaN`() throws {
    let options = TrainingOptions(steps: 50, learningRate: 1e308, decay: .none, heldOut: 20)
    for model in [ModelSpec.oneQubit, .twoQubit(.cnot(1, 0)), .rotation, .elman] {
      let runs = try Training(task: .xor, model: model, seeds: 3, options: options)
        .run(store: .none())
      #expect(runs.diverged == [0, 1, 2], "\(model)")
      for trained in runs {
        guard case .diverged(let step) = trained.outcome else { continue }
        #expect(trained.losses.count == step)
        #expect(trained.losses.allSatisfy { $0.isFinite })
        #expect(trained.model.parameters.allSatisfy { $0.isFinite })
        #expect(trained.accuracy >= 0 && trained.accuracy <= 1)
        #expect(trained.diagnosis == .diverged)
      }
    }
  }

  @Test func `records a loss and a gradient norm for every step`() throws {
    let trained = try Training(task: .recall, model: .oneQubit, seeds: 1, options: short)
      .run(store: .none())[0]
    #expect(trained.losses.count == 20 && trained.gradientNorms.count == 20)
    #expect(trained.initialParameters.count == 21)
    #expect(trained.measurements.isEmpty)
    let start = try RecurrentModel(random: .oneQubit, vocabulary: 7, seed: 0)
    #expect(trained.initialParameters == start.parameters)
    #expect(trained.model.parameters != start.parameters)
  }

  @Test func `measures accuracy along the way without changing what is trained`() throws {
    var options = short
    options.measureEvery = 8
    let plain = Training(task: .recall, model: .oneQubit, seeds: 3, options: short)
    var measured = plain
    measured.options = options
    let runs = try measured.run(store: .none())
    #expect(runs.accuracyCurve.map(\.step) == [0, 8, 16, 20])
    #expect(runs.accuracyCurve.last?.values == runs.accuracy)
    #expect(runs.map(\.model) == (try plain.run(store: .none())).map(\.model))
    #expect(runs.lossCurve(window: 5).map(\.step) == [0, 5, 10, 15])
    #expect(runs.lossCurve(window: 1).map { $0.values.values[1] } == runs[1].losses)
  }

  @Test func `a model and its control start from the same angles`() throws {
    let model = try RecurrentModel(random: .twoQubit(.cnot(1, 0)), vocabulary: 8, seed: 9)
    let control = try RecurrentModel(random: .twoQubit(.none), vocabulary: 8, seed: 9)
    #expect(model.parameters == control.parameters)
    #expect(model.spec.with(entangler: .none) == control.spec)
    #expect(model.parameters.allSatisfy { $0 >= -Double.pi && $0 < Double.pi })
    #expect(Set(model.parameters).count == 48)
  }

  @Test func `restarts from other angles until one attempt converges`() throws {
    let once = Training(task: .xor, model: .oneQubit, seeds: 12)
    let single = try once.run(store: .none())
    var again = once
    again.options.restarts = 4
    let runs = try again.run(store: .none())
    #expect(single.convergenceRate < 1 && runs.convergenceRate > single.convergenceRate)
    for (first, second) in zip(single, runs) {
      if first.converged {
        #expect(second.restarts == 0 && second.model == first.model)
      } else {
        #expect(second.restarts > 0 && second.initialParameters != first.initialParameters)
      }
    }
  }

  @Test func `gives up early on an attempt at chance, where another may follow`() throws {
    var options = TrainingOptions(steps: 60, learningRate: 1e-9, heldOut: 20, restarts: 2)
    options.giveUpAfter = 25
    let trained = try Training(task: .xor, model: .oneQubit, seeds: 3, options: options)
      .run(store: .none())
    // Nothing learns at this rate: the attempts that gave up have 25 losses, the last one all 60.
    #expect(trained.allSatisfy { $0.restarts == 2 && [25, 60].contains($0.losses.count) })
    options.restarts = 0
    let last = try Training(task: .xor, model: .oneQubit, seeds: 3, options: options)
      .run(store: .none())
    #expect(last.allSatisfy { $0.losses.count == 60 })
  }

  @Test func `tells a run that is stuck at chance from one that learned`() throws {
    let runs = try Training(task: .xor, model: .oneQubit, seeds: 12).run(store: .none())
    for trained in runs {
      #expect((trained.diagnosis == .learned) == trained.converged)
      if trained.diagnosis == .stuckAtChance { #expect(trained.accuracy < 0.75) }
    }
    let still = try Training(
      task: .xor, model: .oneQubit, seeds: 4,
      options: TrainingOptions(steps: 40, learningRate: 1e-9)
    ).run(store: .none())
    #expect(still.allSatisfy { $0.diagnosis == .stuckAtChance || $0.diagnosis == .partlyLearned })
  }

  @Test func `reports seeds done, a loss and the time left`() throws {
    let seen = Seen()
    let training = Training(task: .recall, model: .oneQubit, seeds: 5)
    _ = try training.run(store: .none(), threads: 2) { seen.add($0) }
    let reports = seen.reports
    #expect(reports.last?.done == 5 && reports.last?.total == 5)
    #expect(reports.last?.fraction == 1 && reports.last?.secondsLeft == 0)
    #expect(reports.contains { ($0.figure ?? -1) > 0 && ($0.secondsLeft ?? -1) > 0 })
    #expect(zip(reports, reports.dropFirst()).allSatisfy { $0.done <= $1.done })
  }

  @Test func `keeps seeds one by one, so more seeds reuse those before`() throws {
    let folder = TemporaryFolder()
    let store = ExperimentStore(folder: folder.path)
    let few = try Training(task: .recall, model: .oneQubit, seeds: 2, options: short)
      .run(store: store)
    let more = try Training(task: .recall, model: .oneQubit, seeds: 5, options: short)
      .run(store: store)
    #expect(Array(more.prefix(2)) == few.models)
    let reused = store.events.filter { if case .reused = $0 { true } else { false } }
    #expect(reused.count == 2 && store.events.count == 7)
    let fresh = try Training(task: .recall, model: .oneQubit, seeds: 5, options: short)
      .run(store: .none())
    #expect(more == fresh)  // what was read has the bits of what is computed
  }
}
