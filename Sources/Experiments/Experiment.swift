/// A computation described as data, so that it can be stored, repeated and run elsewhere.
///
/// An experiment's outcome must depend on the experiment's own value and the code only: not on
/// time, threads, host or what ran before. Then the outcome can be kept under a key made of both,
/// and whoever asks again reads it.
///
///     struct Squares: Experiment {
///       static let kind = "squares"
///       static let version = "1"
///       let count: Int
///       func check() throws {}
///       func outcome(report: (ExperimentStatus) -> Void) throws -> [Int] {
///         (0..<count).map { $0 * $0 }
///       }
///     }
///     let squares = try ExperimentStore.standard.outcome(of: Squares(count: 10))
public protocol Experiment: Codable, Sendable {
  /// What the experiment makes.
  associatedtype Outcome: Codable & Sendable

  /// The experiment's stable name, letters, digits, dots and hyphens.
  static var kind: String { get }
  /// The version of the code behind it; another version is another experiment.
  static var version: String { get }

  /// What a progress bar calls the experiment; its kind unless it says otherwise.
  var title: String { get }

  /// Throws where the experiment cannot be run.
  func check() throws

  /// Computes the outcome, and reports how far it is whenever there is something to say.
  func outcome(report: (ExperimentStatus) -> Void) throws -> Outcome
}

extension Experiment {
  /// The kind of the experiment.
  public var title: String { Self.kind }
}

/// How far one experiment is.
public struct ExperimentStatus: Hashable, Sendable {
  /// The fraction done, in 0...1.
  public let fraction: Double
  /// The figure to watch, such as the loss, where there is one.
  public let figure: Double?

  /// Creates a status.
  public init(fraction: Double, figure: Double? = nil) {
    self.fraction = fraction
    self.figure = figure
  }
}

/// How far a set of experiments is: for a progress bar, never for a page.
public struct ExperimentProgress: Hashable, Sendable {
  /// The number of experiments asked for.
  public let total: Int
  /// The number of experiments that are done, those read from the store included.
  public let done: Int
  /// The number of experiments that were read from the store.
  public let reused: Int
  /// The fraction of the whole that is done, in 0...1.
  public let fraction: Double
  /// The last figure that an experiment reported, such as its loss.
  public let figure: Double?
  /// The time left in seconds, as far as can be told from the time taken; nil at the start.
  public let secondsLeft: Double?
}
