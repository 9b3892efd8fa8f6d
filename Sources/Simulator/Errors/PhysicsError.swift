/// Describes input that the physics cannot compute with.
///
/// Every module from `Simulator` up to `Interpretability` throws this one type, so a lesson's page
/// can show the id, what is wrong and what to do, and the runner adds the place in the lesson.
public struct PhysicsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A stable name, `module.what-is-wrong`, for example `simulator.qubit-out-of-range`.
  public let id: String
  /// One sentence: what is wrong, with the offending value and where it stands.
  public let summary: String
  /// One sentence: what to do about it.
  public let remedy: String

  /// Creates an error from its stable id, a one-sentence summary and a one-sentence remedy.
  public init(id: String, summary: String, remedy: String) {
    self.id = id
    self.summary = summary
    self.remedy = remedy
  }

  /// The summary, the remedy and the id in one line.
  public var description: String { "\(summary) \(remedy) [\(id)]" }
}
