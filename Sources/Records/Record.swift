/// Holds one message from a session to the runner.
///
/// A session is the process in which a lesson's cells run. It writes records to a descriptor of its
/// own, so nothing a cell prints can be taken for one.
public enum Record: Hashable, Sendable {
  /// The session is up; `version` is `Record.version` of its build.
  case start(version: UInt8)
  case cellBegin(Int)
  case cellEnd(Int)
  /// Text that the cell printed.
  case output(Stream, String)
  /// The cell's final value, or what `show(_:)` was given.
  case display(Display)
  /// The text of an inline value, by its index in the lesson.
  case value(index: Int, text: String)
  /// An inline value is about to be computed, so that a failure names it.
  case valueBegin(index: Int)
  /// How far a long computation is; shown while it runs and never on a page.
  case progress(label: String, fraction: Double, detail: String)
  /// The session cannot go on, or an expected failure happened.
  case failure(Failure)
  /// The session could fork here: it stays behind as the state before a cell.
  case snapshot(cell: Int)
  /// Every segment ran to its end.
  case finish

  /// The version of the wire format; a runner refuses any other.
  public static let version: UInt8 = 1

  /// Names where a text was printed to.
  public enum Stream: UInt8, Hashable, Sendable {
    case standardOutput = 1
    case standardError = 2
  }
}

/// Describes why a cell could not go on, as far as its own process can tell.
public struct Failure: Hashable, Sendable {
  /// Says what kind of failure it is.
  public enum Kind: UInt8, Hashable, Sendable {
    /// A trap or another deadly signal.
    case signal = 1
    /// An error that nothing caught.
    case error = 2
    /// A call of `exit`.
    case exit = 3
    /// The runner asked, since the time limit was over.
    case interrupted = 4
    /// The compiled cells could not be loaded.
    case load = 5
  }

  /// What kind of failure it is.
  public var kind: Kind
  /// The signal's number or the exit code; 0 for the other kinds.
  public var code: Int
  /// A stable id where the error has one.
  public var id: String
  /// What went wrong, one sentence; empty for a signal.
  public var summary: String
  /// What to do about it, empty where unknown.
  public var remedy: String
  /// Return addresses from the innermost call outwards.
  public var frames: [Frame]

  /// Creates a failure.
  public init(
    kind: Kind, code: Int = 0, id: String = "", summary: String = "", remedy: String = "",
    frames: [Frame] = []
  ) {
    self.kind = kind
    self.code = code
    self.id = id
    self.summary = summary
    self.remedy = remedy
    self.frames = frames
  }

  /// Names one return address by the segment that holds it.
  public struct Frame: Hashable, Sendable {
    /// The segment's number, from 0.
    public var segment: Int
    /// The address relative to where the segment was loaded.
    public var offset: UInt64

    /// Creates a frame.
    public init(segment: Int, offset: UInt64) {
      self.segment = segment
      self.offset = offset
    }
  }
}
