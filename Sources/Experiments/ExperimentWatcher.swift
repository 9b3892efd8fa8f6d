/// Is told how far every set of experiments in this process is, and what befell the store.
///
/// A session sets one when it starts, so that a cell's trainings show in the terminal without a
/// word in the cell; nothing of it reaches a result.
public struct ExperimentWatcher: Sendable {
  /// Called with the title of the experiments and how far they are, by one thread at a time.
  public var progress: @Sendable (String, ExperimentProgress) -> Void
  /// Called with every event of a store, after the outcome is there.
  public var event: @Sendable (ExperimentStore.Event) -> Void

  /// Creates a watcher.
  public init(
    progress: @escaping @Sendable (String, ExperimentProgress) -> Void = { _, _ in },
    event: @escaping @Sendable (ExperimentStore.Event) -> Void = { _ in }
  ) {
    self.progress = progress
    self.event = event
  }

  /// The watcher of this process; set it before experiments run, not while they do.
  nonisolated(unsafe) public static var current: ExperimentWatcher?
}

extension ExperimentStore.Event {
  /// What should be told to a person: nil for what was computed or read as it should be.
  public var warning: String? {
    switch self {
    case .computed, .reused: nil
    case .damaged(_, let path, let reason): "computed again: \(path) is damaged, \(reason)"
    case .unreadable(_, let path, let reason): "computed again: \(path) cannot be read, \(reason)"
    case .notStored(_, let path, let reason): "not kept: \(path) cannot be written, \(reason)"
    }
  }
}
