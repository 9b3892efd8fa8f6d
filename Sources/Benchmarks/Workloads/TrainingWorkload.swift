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

  func run() throws {
    let chain = Entangler.chain((0..<max(qubits, 1)).reversed())
    let training = Training(
      task: .xor, model: .qubits(qubits, entangler: chain), seeds: seeds,
      options: TrainingOptions(steps: steps))
    var results = TrainingRuns([])
    let times = try (0..<max(runs, 1)).map { _ in
      let start = Measurement.now()
      results = try training.run(store: .none(), threads: threads)
      return Measurement.now() - start
    }
    JSONLine.print([
      ("workload", "W1-training"), ("peer", "ketbook"), ("model", training.model.description),
      ("seeds", seeds), ("steps", steps), ("threads", threads),
      ("seconds", Measurement.median(times)), ("best", times.min() ?? 0),
      ("worst", times.max() ?? 0), ("converged", results.converged.count),
      ("accuracy", results.accuracy.mean),
    ])
  }
}
