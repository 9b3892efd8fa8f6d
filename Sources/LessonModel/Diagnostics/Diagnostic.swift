/// Describes one problem in a lesson: what, where, why, and what to do.
///
/// Diagnostics are collected, not thrown: a lesson with five faults reports five.
public struct Diagnostic: Error, Hashable, Sendable, Codable {
  /// Says whether the problem stops the page from being right.
  public enum Severity: String, Sendable, Codable, Comparable {
    case note, warning, error

    /// Orders note before warning before error.
    public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
    private var rank: Int { self == .error ? 2 : self == .warning ? 1 : 0 }
  }

  /// Holds a further remark, with its own place where it has one.
  public struct Note: Hashable, Sendable, Codable {
    /// The remark, one sentence.
    public var text: String
    /// Where it points to, in the same file as the diagnostic.
    public var range: SourceRange?

    /// Creates a note.
    public init(_ text: String, range: SourceRange? = nil) {
      self.text = text
      self.range = range
    }
  }

  /// The stable id, lower case with hyphens, for example `unknown-option`.
  public var id: String
  /// How serious the problem is.
  public var severity: Severity
  /// The file, as the user named it.
  public var path: String
  /// Where in the file; nil where the whole file is meant.
  public var range: SourceRange?
  /// One line without a full stop: what is wrong.
  public var summary: String
  /// Sentences that say why, where the summary does not suffice.
  public var explanation: String
  /// Further remarks, such as the first of two duplicate labels.
  public var notes: [Note]
  /// What to do, one sentence.
  public var suggestion: String?

  /// Creates a diagnostic.
  public init(
    id: String, severity: Severity = .error, path: String, range: SourceRange? = nil,
    summary: String, explanation: String = "", notes: [Note] = [], suggestion: String? = nil
  ) {
    self.id = id
    self.severity = severity
    self.path = path
    self.range = range
    self.summary = summary
    self.explanation = explanation
    self.notes = notes
    self.suggestion = suggestion
  }
}
