import Experiments
import Foundation
import Simulator
import Testing

/// All suites of the store, one test at a time, because they count computations.
@Suite(.serialized) enum Store {}

/// An experiment that counts how often it is computed.
struct Powers: Experiment, Hashable {
  static let kind = "test.powers"
  static let version = "1"
  let base: Double
  let count: Int

  func check() throws {
    guard count > 0 else {
      throw PhysicsError(id: "test.no-powers", summary: "No powers.", remedy: "Ask for one.")
    }
  }

  func outcome(report: (ExperimentStatus) -> Void) throws -> [Double] {
    Computations.shared.add()
    var power = 1.0
    return (0..<count).map { index in
      report(ExperimentStatus(fraction: Double(index) / Double(count), figure: power))
      power *= base
      return power
    }
  }
}

/// The same experiment after its code changed.
struct NewPowers: Experiment {
  static let kind = "test.powers"
  static let version = "2"
  let base: Double
  let count: Int
  func check() throws {}
  func outcome(report: (ExperimentStatus) -> Void) throws -> [Double] { [base] }
}

/// Counts computations over all threads.
final class Computations: @unchecked Sendable {
  static let shared = Computations()
  private let lock = NSLock()
  private var number = 0
  func add() { lock.withLock { number += 1 } }
  var count: Int { lock.withLock { number } }
}

/// A folder that is removed with this value.
final class TemporaryFolder {
  let path: String

  init() {
    path =
      FileManager.default.temporaryDirectory
      .appending(path: "ketbook-\(UUID().uuidString)").path
  }

  deinit {
    chmod(path, 0o755)
    try? FileManager.default.removeItem(atPath: path)
  }
}

/// All files under a folder, by their path in it.
func files(in folder: String) -> [String] {
  (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? [])
    .filter { $0.contains(".experiment") }.sorted()
}
