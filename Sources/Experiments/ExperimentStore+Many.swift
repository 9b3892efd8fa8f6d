internal import Glibc
public import Simulator

extension ExperimentStore {
  /// Returns the outcomes of many experiments, in their order, computing what is not stored.
  ///
  /// Experiments run on joined threads; which thread runs which does not change an outcome. An
  /// experiment that is listed twice is computed once. Progress is reported from one thread at a
  /// time, at the end of every experiment and when one has something to say.
  ///
  /// - Throws: the error of the first experiment in the list that fails.
  public func outcomes<E: Experiment>(
    of experiments: [E], threads: Int = Workers.available,
    progress: @Sendable (ExperimentProgress) -> Void = { _ in }
  ) throws -> [E.Outcome] {
    for experiment in experiments { try experiment.check() }
    var first: [[UInt8]: Int] = [:]
    var unique: [E] = []
    let places = try experiments.map { experiment in
      let bytes = try CanonicalJSON.bytes(experiment)
      if let place = first[bytes] { return place }
      first[bytes] = unique.count
      unique.append(experiment)
      return unique.count - 1
    }
    let watcher = ExperimentWatcher.current
    let title = unique.first?.title ?? ""
    @Sendable func tell(_ status: ExperimentProgress) {
      progress(status)
      watcher?.progress(title, status)
    }
    let board = Board<E.Outcome>(total: unique.count)
    let todo = unique
    Workers.forEach(count: todo.count, threads: threads) { index in
      if board.failed(before: index) { return }
      let result = Result { () throws -> Resolved<E.Outcome> in
        try resolve(todo[index]) { status in
          board.update(index, status, tell)
        }
      }
      board.finish(index, result, tell)
    }
    let results = board.results
    var outcomes: [E.Outcome] = []
    for result in results {
      guard let result else { break }  // only after a failure, which throws below
      let resolved = try result.get()
      add(resolved.events)
      outcomes.append(resolved.outcome)
    }
    return places.map { outcomes[$0] }
  }
}

/// What the threads of one call share.
private final class Board<Outcome: Sendable>: @unchecked Sendable {
  typealias Resolved = ExperimentStore.Resolved<Outcome>
  private var mutex = pthread_mutex_t()
  private(set) var results: [Result<Resolved, any Error>?]
  private var fractions: [Double]
  private var done = 0
  private var reused = 0
  private var figure: Double?
  private let clock = Stopwatch()

  init(total: Int) {
    results = Array(repeating: nil, count: total)
    fractions = Array(repeating: 0, count: total)
    pthread_mutex_init(&mutex, nil)
  }

  deinit { pthread_mutex_destroy(&mutex) }

  func failed(before index: Int) -> Bool {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    return results[..<index].contains { if case .failure? = $0 { true } else { false } }
  }

  func update(_ index: Int, _ status: ExperimentStatus, _ tell: (ExperimentProgress) -> Void) {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    fractions[index] = min(max(status.fraction, 0), 1)
    figure = status.figure ?? figure
    tell(progress())
  }

  func finish(
    _ index: Int, _ result: Result<Resolved, any Error>, _ tell: (ExperimentProgress) -> Void
  ) {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    results[index] = result
    fractions[index] = 1
    done += 1
    if case .success(let resolved) = result, resolved.reused { reused += 1 }
    tell(progress())
  }

  private func progress() -> ExperimentProgress {
    let total = results.count
    let sum = fractions.reduce(0, +)
    // What was read took no time and says nothing about the rest.
    let computed = sum - Double(reused)
    let left = Double(total) - sum
    return ExperimentProgress(
      total: total, done: done, reused: reused,
      fraction: total == 0 ? 1 : sum / Double(total), figure: figure,
      secondsLeft: left <= 0 ? 0 : computed > 0 ? clock.seconds / computed * left : nil)
  }
}
