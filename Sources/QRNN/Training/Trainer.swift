internal import Experiments
internal import Kernels
internal import Simulator

/// Trains one model from one seed, on the caller's thread.
struct Trainer {
  let task: SequenceTask
  let spec: ModelSpec
  let options: TrainingOptions
  let seed: UInt64

  /// One attempt: the curves and the parameters at its end.
  private struct Attempt {
    let initial: [Double]
    var parameters: [Double]
    var losses: [Double] = []
    var norms: [Double] = []
    var measurements: [TrainedModel.Measurement] = []
    var accuracy = 0.0
    var diverged: Int?
  }

  func run(report: (ExperimentStatus) -> Void) throws -> TrainedModel {
    let kernel = try ModelKernel(spec: spec, vocabulary: task.vocabulary)
    let heldOut = try HeldOutSet(task: task, count: options.heldOut)
    var best = try attempt(0, kernel, heldOut, report: report)
    var restarts = 0
    while restarts < options.restarts, !converged(best) {
      restarts += 1
      let next = try attempt(restarts, kernel, heldOut, report: report)
      if next.diverged == nil, next.accuracy > best.accuracy || best.diverged != nil { best = next }
    }
    let outcome: TrainedModel.Outcome =
      if let step = best.diverged { .diverged(step: step) } else {
        converged(best) ? .converged : .notConverged
      }
    return TrainedModel(
      task: task, options: options, seed: seed,
      model: RecurrentModel(
        unchecked: spec, vocabulary: task.vocabulary, parameters: best.parameters),
      initialParameters: best.initial, losses: best.losses, gradientNorms: best.norms,
      measurements: best.measurements, accuracy: best.accuracy, outcome: outcome,
      restarts: restarts)
  }

  private func converged(_ attempt: Attempt) -> Bool {
    attempt.diverged == nil && attempt.accuracy > options.convergedAbove
  }

  private func attempt(
    _ number: Int, _ kernel: ModelKernel, _ heldOut: HeldOutSet,
    report: (ExperimentStatus) -> Void
  ) throws -> Attempt {
    let start = try RecurrentModel(
      random: spec, vocabulary: task.vocabulary, seed: seed, attempt: number)
    var attempt = Attempt(initial: start.parameters, parameters: start.parameters)
    var generator = SeededGenerator(seed: seed).split("batches").split(number)
    var sampler = BatchSampler(task)
    let batch = try PackedBatch()
    var adam = Adam(count: attempt.parameters.count)
    var gradient = attempt.parameters
    let steps = options.steps ?? task.trainingSteps
    attempt.losses.reserveCapacity(steps)
    attempt.norms.reserveCapacity(steps)
    for step in 0..<steps {
      if let every = options.measureEvery, step % every == 0 {
        let accuracy = try heldOut.accuracy(kernel, attempt.parameters)
        attempt.measurements.append(.init(step: step, accuracy: accuracy))
      }
      sampler.draw(options.batch, &generator)
      try batch.pack(
        lengths: sampler.lengths, tokens: sampler.tokens, labels: sampler.answers,
        vocabulary: task.vocabulary)
      let loss = try kernel.loss(attempt.parameters, batch, gradient: &gradient)
      let norm = ketbook_norm(Int32(gradient.count), gradient)
      let before = attempt.parameters
      adam.step(&attempt.parameters, gradient: gradient, rate: rate(step, of: steps))
      let finite = ketbook_all_finite(Int32(before.count), attempt.parameters) != 0
      guard loss.isFinite, norm.isFinite, finite else {
        attempt.parameters = before
        attempt.diverged = step
        break
      }
      attempt.losses.append(loss)
      attempt.norms.append(norm)
      if step % 100 == 99 {
        report(ExperimentStatus(fraction: Double(step + 1) / Double(steps), figure: loss))
      }
      if givesUp(attempt, number) { break }
    }
    attempt.accuracy = try heldOut.accuracy(kernel, attempt.parameters)
    if options.measureEvery != nil {
      attempt.measurements.append(.init(step: attempt.losses.count, accuracy: attempt.accuracy))
    }
    return attempt
  }

  /// The learning rate at a step.
  private func rate(_ step: Int, of steps: Int) -> Double {
    switch options.decay {
    case .none: options.learningRate
    case .cosine:
      options.learningRate * 0.5 * (1 + ketbook_cos(Double.pi * Double(step) / Double(steps)))
    }
  }

  /// Whether an attempt that may be followed by another has learned nothing so far.
  private func givesUp(_ attempt: Attempt, _ number: Int) -> Bool {
    guard let after = options.giveUpAfter, attempt.losses.count == after,
      number < options.restarts
    else { return false }
    let last = attempt.losses.suffix(max(after / 4, 1))
    return last.reduce(0, +) / Double(last.count) > TrainedModel.chanceLoss * 0.95
  }
}
