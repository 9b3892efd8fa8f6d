internal import Glibc
internal import Simulator

/// Keeps the outcomes of experiments in a folder, under the experiment's own content and version.
///
/// Files are written by atomic rename, so any number of processes may share a folder. A store that
/// cannot be read or written makes things slower, never wrong: the outcome is computed, and what
/// happened is in `events`.
public final class ExperimentStore: Sendable {
  /// What happened to one experiment.
  public enum Event: Hashable, Sendable {
    /// Its outcome was computed.
    case computed(key: String)
    /// Its outcome was read.
    case reused(key: String)
    /// Its file was damaged, so its outcome was computed and the file replaced.
    case damaged(key: String, path: String, reason: String)
    /// Its file could not be read, so its outcome was computed.
    case unreadable(key: String, path: String, reason: String)
    /// Its outcome could not be written: a read-only folder, a full disk.
    case notStored(key: String, path: String, reason: String)
  }

  /// The folder, made when the first outcome is written; nil for a store that keeps nothing.
  public let folder: String?
  private let log = EventLog()

  /// Creates a store in a folder, which need not exist.
  public init(folder: String) { self.folder = folder }

  private init() { folder = nil }

  /// The store in the folder that the environment variable `KETBOOK_STORE` names, else in
  /// `.ketbook/store` under the working folder.
  public static let standard: ExperimentStore = {
    if let path = getenv("KETBOOK_STORE").map({ String(cString: $0) }), !path.isEmpty {
      return ExperimentStore(folder: path)
    }
    return ExperimentStore(folder: ".ketbook/store")
  }()

  /// Returns a store that keeps nothing: everything is computed.
  public static func none() -> ExperimentStore { ExperimentStore() }

  /// What happened so far, in the order of the calls and, within a call, of its experiments.
  public var events: [Event] { log.events }

  /// Returns the path of an experiment's file; nil for a store that keeps nothing.
  ///
  /// - Throws: `experiments.not-encodable`.
  public func path<E: Experiment>(of experiment: E) throws -> String? {
    let bytes = try CanonicalJSON.bytes(experiment)
    return path(E.self, key: StoredOutcome.key(E.self, experiment: bytes))
  }

  /// Returns the outcome of an experiment, from the store or computed and stored.
  ///
  /// - Throws: what the experiment throws, and `experiments.not-encodable`.
  public func outcome<E: Experiment>(
    of experiment: E, report: (ExperimentStatus) -> Void = { _ in }
  ) throws -> E.Outcome {
    let watcher = ExperimentWatcher.current
    let clock = Stopwatch()
    let result = try resolve(experiment) { status in
      report(status)
      let left = status.fraction > 0 ? clock.seconds / status.fraction - clock.seconds : nil
      watcher?.progress(
        experiment.title,
        ExperimentProgress(
          total: 1, done: 0, reused: 0, fraction: status.fraction, figure: status.figure,
          secondsLeft: left))
    }
    add(result.events)
    return result.outcome
  }

  struct Resolved<Outcome: Sendable>: Sendable {
    let outcome: Outcome
    let events: [Event]
    var reused: Bool { if case .reused? = events.first { true } else { false } }
  }

  func add(_ events: [Event]) {
    log.add(events)
    if let watcher = ExperimentWatcher.current { events.forEach(watcher.event) }
  }

  func resolve<E: Experiment>(
    _ experiment: E, report: (ExperimentStatus) -> Void
  ) throws -> Resolved<E.Outcome> {
    try experiment.check()
    let bytes = try CanonicalJSON.bytes(experiment)
    let key = StoredOutcome.key(E.self, experiment: bytes)
    guard let path = path(E.self, key: key) else {
      return Resolved(
        outcome: try experiment.outcome(report: report), events: [.computed(key: key)])
    }
    var events: [Event] = []
    do throws(Files.Failure) {
      let stored = try Files.read(path)
      do throws(StoredOutcome.Damage) {
        let outcome = try StoredOutcome.outcome(E.self, experiment: bytes, in: stored)
        return Resolved(outcome: outcome, events: [.reused(key: key)])
      } catch { events.append(.damaged(key: key, path: path, reason: error.reason)) }
    } catch {
      if case .system(let reason) = error {
        events.append(.unreadable(key: key, path: path, reason: reason))
      }
    }
    let outcome = try experiment.outcome(report: report)
    events.append(.computed(key: key))
    let contents = StoredOutcome.bytes(
      E.self, experiment: bytes, outcome: try CanonicalJSON.bytes(outcome))
    do throws(Files.Failure) {
      if let slash = path.lastIndex(of: "/") { try Files.createFolder(String(path[..<slash])) }
      try Files.write(contents, to: path, temporary: "\(path).\(Files.uniqueSuffix()).part")
    } catch {
      let reason = if case .system(let reason) = error { reason } else { "the folder is missing" }
      events.append(.notStored(key: key, path: path, reason: reason))
    }
    return Resolved(outcome: outcome, events: events)
  }

  private func path<E: Experiment>(_ type: E.Type, key: String) -> String? {
    folder.map { "\($0)/\(E.kind)/\(key.prefix(2))/\(key).experiment" }
  }
}

/// The events of a store, safe between threads.
private final class EventLog: @unchecked Sendable {
  private var mutex = pthread_mutex_t()
  private var list: [ExperimentStore.Event] = []

  init() { pthread_mutex_init(&mutex, nil) }
  deinit { pthread_mutex_destroy(&mutex) }

  var events: [ExperimentStore.Event] { locked { list } }
  func add(_ events: [ExperimentStore.Event]) { locked { list += events } }

  private func locked<Value>(_ body: () -> Value) -> Value {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    return body()
  }
}
