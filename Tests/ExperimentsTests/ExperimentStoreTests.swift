import Experiments
import Foundation
import Simulator
import Testing

extension Store {
  @Suite("One experiment") struct OneExperiment {
    private let folder = TemporaryFolder()
    private var store: ExperimentStore { ExperimentStore(folder: folder.path) }
    private let experiment = Powers(base: 0.1, count: 5)

    private func file() throws -> String { try #require(try store.path(of: experiment)) }

    private func contents() throws -> String {
      try String(contentsOfFile: file(), encoding: .utf8)
    }

    /// Computes with damage done to the file, and returns the reason that is reported.
    private func reason(afterDamage damage: (String) -> String) throws -> String? {
      let first = try store.outcome(of: experiment)
      try damage(contents()).write(toFile: file(), atomically: true, encoding: .utf8)
      let before = Computations.shared.count
      let after = store
      #expect(try after.outcome(of: experiment) == first)
      #expect(Computations.shared.count == before + 1)
      // The file is whole again.
      let again = store
      #expect(try again.outcome(of: experiment) == first)
      #expect(again.events.allSatisfy { if case .reused = $0 { true } else { false } })
      guard case .damaged(_, let path, let reason)? = after.events.first else { return nil }
      #expect(try path == file())
      return reason
    }

    @Test func `computes once and then reads the same bits`() throws {
      let before = Computations.shared.count
      let first = try store.outcome(of: experiment)
      let second = try store.outcome(of: experiment)
      #expect(first == second)
      #expect(first == [0.1, 0.1 * 0.1, 0.1 * 0.1 * 0.1, first[3], first[4]])
      #expect(Computations.shared.count == before + 1)
      #expect(files(in: folder.path).count == 1)
    }

    @Test func `keeps another spec and another version apart`() throws {
      let paths = [
        try store.path(of: experiment), try store.path(of: Powers(base: 0.1, count: 6)),
        try store.path(of: Powers(base: 0.2, count: 5)),
        try store.path(of: NewPowers(base: 0.1, count: 5)),
      ]
      #expect(Set(paths).count == 4)
      _ = try store.outcome(of: experiment)
      #expect(try store.outcome(of: NewPowers(base: 0.1, count: 5)) == [0.1])
    }

    @Test func `names a file by the digest of kind, version and canonical JSON`() throws {
      let path = try file()
      // printf 'test.powers\n1\n{"base":0.1,"count":5}' | sha256sum
      let digest = "429f7389f75472e27593c071a7a4cda8b983a9d267695bbc36bcadabe9ec802d"
      #expect(path == "\(folder.path)/test.powers/\(digest.prefix(2))/\(digest).experiment")
      _ = try store.outcome(of: experiment)
      let lines = try contents().split(separator: "\n")
      #expect(lines.count == 3)
      #expect(lines[0].hasPrefix("ketbook-experiment 1 test.powers 1 "))
      #expect(lines[1] == #"{"base":0.1,"count":5}"#)
    }

    @Test func `computes a damaged file again, says so and repairs it`() throws {
      #expect(try reason { _ in "" } != nil)
      #expect(try reason { _ in "not a store file\n" } != nil)
      #expect(try reason { String($0.dropLast(9)) } != nil)  // cut short
      #expect(try reason { $0.replacingOccurrences(of: "0.1,", with: "0.2,") } != nil)
      #expect(try reason { $0.replacingOccurrences(of: " 1 test", with: " 2 test") } != nil)
      #expect(try reason { $0 + "x" } != nil)
    }

    @Test func `does not believe the file of another experiment`() throws {
      let other = Powers(base: 3, count: 5)
      _ = try store.outcome(of: other)
      let foreign = try String(contentsOfFile: #require(try store.path(of: other)), encoding: .utf8)
      #expect(try reason { _ in foreign }?.contains("another experiment") == true)
    }

    @Test func `goes on where nothing can be written, and says so`() throws {
      // A file where the folder should be: no rights help, not even root's.
      let path = folder.path
      try "in the way".write(toFile: path, atomically: true, encoding: .utf8)
      let blocked = store
      #expect(try blocked.outcome(of: experiment).count == 5)
      guard case .notStored(_, _, let reason)? = blocked.events.last else {
        Issue.record("nothing was said: \(blocked.events)")
        return
      }
      #expect(!reason.isEmpty)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "in the way")
    }

    @Test func `goes on where the disk is full`() throws {
      let full = ExperimentStore(folder: "/dev/full/store")
      #expect(try full.outcome(of: experiment).count == 5)
      guard case .notStored? = full.events.last else {
        Issue.record("nothing was said: \(full.events)")
        return
      }
    }

    @Test func `goes on where a folder has the name of its file`() throws {
      try FileManager.default.createDirectory(
        atPath: file(), withIntermediateDirectories: true)
      let blocked = store
      #expect(try blocked.outcome(of: experiment).count == 5)
      #expect(blocked.events.contains { if case .unreadable = $0 { true } else { false } })
      #expect(blocked.events.contains { if case .notStored = $0 { true } else { false } })
    }

    @Test func `leaves no temporary file behind`() throws {
      _ = try store.outcomes(of: (1...20).map { Powers(base: 2, count: $0) }, threads: 4)
      let names = files(in: folder.path)
      #expect(names.count == 20 && names.allSatisfy { $0.hasSuffix(".experiment") })
    }

    @Test func `keeps nothing where it is asked to keep nothing`() throws {
      let none = ExperimentStore.none()
      let before = Computations.shared.count
      _ = try none.outcome(of: experiment)
      _ = try none.outcome(of: experiment)
      #expect(Computations.shared.count == before + 2)
      #expect(try none.path(of: experiment) == nil && none.folder == nil)
    }

    @Test func `throws what the experiment throws and stores nothing`() throws {
      do {
        _ = try store.outcome(of: Powers(base: 1, count: 0))
        Issue.record("nothing was thrown")
      } catch { #expect((error as? PhysicsError)?.id == "test.no-powers") }
      do {
        _ = try store.outcomes(of: [experiment, Powers(base: 1, count: 0)])
        Issue.record("nothing was thrown")
      } catch { #expect((error as? PhysicsError)?.id == "test.no-powers") }
      do {
        _ = try store.outcome(of: Powers(base: .infinity, count: 2))
        Issue.record("nothing was thrown")
      } catch { #expect((error as? PhysicsError)?.id == "experiments.not-encodable") }
      #expect(files(in: folder.path).isEmpty)
    }

    @Test func `tells the watcher of the process how far it is and what went wrong`() throws {
      let told = Told()
      ExperimentWatcher.current = ExperimentWatcher(
        progress: { title, status in told.add("\(title) \(status.done) of \(status.total)") },
        event: { event in told.add(event.warning ?? "well") })
      defer { ExperimentWatcher.current = nil }
      _ = try store.outcomes(of: [experiment, Powers(base: 3, count: 2)], threads: 1)
      #expect(told.list.contains("test.powers 2 of 2"))
      #expect(told.list.suffix(2) == ["well", "well"])
      try "damage".write(toFile: file(), atomically: true, encoding: .utf8)
      _ = try store.outcome(of: experiment)
      let path = try file()
      #expect(told.list.contains { $0.hasPrefix("computed again: \(path) is damaged") })
    }

    @Test func `computes what is listed twice once, and answers in the order of the list`() throws {
      let before = Computations.shared.count
      let list = [3, 1, 3, 2, 1].map { Powers(base: 2, count: $0) }
      let outcomes = try store.outcomes(of: list, threads: 3)
      #expect(outcomes.map(\.count) == [3, 1, 3, 2, 1])
      #expect(Computations.shared.count == before + 3)
    }
  }
}

/// Collects what a watcher was told, by one thread at a time.
private final class Told: @unchecked Sendable {
  private(set) var list: [String] = []
  func add(_ text: String) { list.append(text) }
}
