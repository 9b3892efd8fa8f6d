/// Holds what a session may use; 0 means no limit beyond the system's.
public struct Limits: Sendable, Hashable {
  /// The wall-clock seconds a cell may take where its `timeout` option does not say otherwise.
  public var cellSeconds = 60.0
  /// Bytes of private memory of the session.
  public var memory: UInt64 = 4 << 30
  /// Bytes of the largest file that a cell may write.
  public var fileSize: UInt64 = 1 << 30
  /// Seconds of processor time of the session.
  public var processorSeconds: UInt64 = 0
  /// Bytes of text that one cell may print; what is beyond is cut, with a note.
  public var outputBytes = 1 << 20

  /// Creates the default limits.
  public init() {}
}
