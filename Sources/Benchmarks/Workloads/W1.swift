import ArgumentParser
import QRNN

/// W1: exact gradients and Adam steps of the two-qubit model, on the peers' data.
struct W1: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "w1", abstract: "Sequence-gradients a second of a two-qubit QRNN in training.")

  @Option(help: "The number of sequences in a batch.") var batch = 64
  @Option(help: "The time to measure, in seconds; 0 stops after the first result.") var seconds =
    5.0
  @Option(help: "The number of runs that share the time.") var runs = 7

  func validate() throws {
    guard batch > 0, batch <= 1_000_000 else { throw ValidationError("--batch is 1 to 1000000") }
    guard runs > 0 else { throw ValidationError("--runs is 1 or more") }
    guard seconds >= 0, seconds <= 3600 else { throw ValidationError("--seconds is 0 to 3600") }
  }

  func run() throws {
    let start = Measurement.now()
    let data = try W1Data(batch: batch)
    let objective = try Objective(
      spec: .twoQubit(.cnot(0, 1)), vocabulary: W1Data.vocabulary, sequences: data.sequences,
      floor: 0)
    var parameters = data.parameters
    var gradient = parameters
    let loss = try objective.loss(parameters, gradient: &gradient)
    let first = Measurement.now() - start
    let reference = data.reference()
    let errors = zip(gradient, reference.gradient).map { abs($0 - $1) }
    let error = max(abs(loss - reference.loss), errors.max() ?? .infinity)

    if seconds == 0 {
      JSONLine.print([
        ("workload", "W1"), ("peer", "ketbook"), ("batch", batch), ("threads", 1),
        ("ok", error < 1e-10), ("err", error), ("time_to_first_result_s", first),
      ])
      return
    }
    var adam = Adam(count: parameters.count)
    let measured = try Measurement(seconds: seconds, runs: runs) {
      _ = try objective.loss(parameters, gradient: &gradient)
      adam.step(&parameters, gradient: gradient, rate: 0.01)
    }
    let rates = measured.seconds.map { Double(batch) / $0 }
    let median = Double(batch) / measured.median
    JSONLine.print([
      ("workload", "W1"), ("peer", "ketbook"), ("batch", batch), ("threads", 1),
      ("seqgrads_per_s", median), ("best", rates.max() ?? median),
      ("worst", rates.min() ?? median), ("cpu_rate", Double(batch) / measured.cpuMedian),
      ("ms_per_call", measured.median * 1e3), ("calls_per_run", measured.calls), ("runs", runs),
      ("spread_pct", 100 * ((rates.max() ?? median) / (rates.min() ?? median) - 1)),
      ("ok", error < 1e-10), ("err", error), ("time_to_first_result_s", first),
    ])
  }
}
