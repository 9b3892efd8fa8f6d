import ArgumentParser
import Experiments
import QRNN

/// Whole trainings of the study, as many seeds as asked for.
struct TrainingWorkload: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "training", abstract: "Time of whole trainings on xor, chain of CNOTs to qubit 0.")

  @Option(help: "The number of qubits.") var qubits = 2
  @Option(help: "The number of seeds.") var seeds = 100
  @Option(help: "The number of steps.") var steps = 400
  @Option(help: "The number of threads.") var threads = 1
  @Option(help: "The number of runs.") var runs = 3

  @Option(help: "The folder of a store, made if absent; nothing is kept without it.")
  var store: String?

  func run() throws {
    let keeper = store.map { ExperimentStore(folder: $0) } ?? .none()
    let chain = Entangler.chain((0..<max(qubits, 1)).reversed())
    let training = Training(
      task: .xor, model: .qubits(qubits, entangler: chain), seeds: seeds,
      options: TrainingOptions(steps: steps))
    var results = TrainingRuns([])
    let times = try (0..<max(runs, 1)).map { _ in
      let start = Measurement.now()
      results = try training.run(store: keeper, threads: threads)
      return Measurement.now() - start
    }
    let warnings = keeper.events.compactMap(\.warning)
    JSONLine.print([
      ("workload", "W1-training"), ("peer", "ketbook"), ("model", training.model.description),
      ("seeds", seeds), ("steps", steps), ("threads", threads),
      ("seconds", Measurement.median(times)), ("best", times.min() ?? 0),
      ("worst", times.max() ?? 0), ("converged", results.converged.count),
      ("accuracy", results.accuracy.mean), ("store_warnings", warnings.count),
      ("digest", results.digest),
    ])
  }
}

extension TrainingRuns {
  /// A short digest of every bit of the parameters: the same for the same results.
  var digest: String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a over 64-bit words
    for value in flatMap(\.model.parameters) {
      hash = (hash ^ value.bitPattern) &* 0x0000_0100_0000_01b3
    }
    return String(hash, radix: 16)
  }
}
