import ArgumentParser

/// The workloads that peers are measured on, one JSON line each.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures the workloads of the peers and prints one JSON line for each.",
    subcommands: [W1.self, TrainingWorkload.self])
}
