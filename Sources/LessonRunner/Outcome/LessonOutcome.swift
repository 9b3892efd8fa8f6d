public import LessonModel
public import Records

/// Holds what running a lesson gave.
public struct LessonOutcome: Sendable {
  /// One outcome for each of `Lesson.cells`, in order.
  public var cells: [CellOutcome]
  /// One text for each of `Lesson.values`, in order; nil where it could not be computed.
  public var values: [String?]
  /// What went wrong, in the order of the lesson.
  public var diagnostics: [Diagnostic]
  /// The wall-clock time of compiling and running, in seconds; never part of a page.
  public var seconds: Double
  /// The version of the compiler that ran the cells, part of the page's provenance.
  public var compiler: String

  /// Creates an outcome.
  public init(
    cells: [CellOutcome], values: [String?], diagnostics: [Diagnostic], seconds: Double,
    compiler: String
  ) {
    self.cells = cells
    self.values = values
    self.diagnostics = diagnostics
    self.seconds = seconds
    self.compiler = compiler
  }
}

/// Holds what running one cell gave.
public struct CellOutcome: Sendable, Hashable {
  /// Says how a cell ended.
  public enum Status: String, Sendable, Hashable, Codable {
    case succeeded
    /// Failed as `error: true` said it would.
    case failedAsExpected = "failed-as-expected"
    case failed
    /// Not run, since `eval: false` says so.
    case skipped
    /// Not run, since a cell before it failed.
    case notRun = "not-run"
  }

  /// Holds one output, in the order in which the cell produced it.
  public enum Output: Sendable, Hashable {
    case standardOutput(String)
    case standardError(String)
    case display(Display)
  }

  /// How the cell ended.
  public var status: Status
  /// What the cell showed and printed.
  public var outputs: [Output]
  /// Why the cell failed, for `failed` and `failedAsExpected`.
  public var failure: [Diagnostic]
  /// The cell's wall-clock time in seconds; never part of a page.
  public var seconds: Double

  /// Creates an outcome.
  public init(
    status: Status, outputs: [Output] = [], failure: [Diagnostic] = [], seconds: Double = 0
  ) {
    self.status = status
    self.outputs = outputs
    self.failure = failure
    self.seconds = seconds
  }
}
