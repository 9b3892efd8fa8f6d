import Experiments
import Foundation
import Simulator
import Testing

extension Store {
  @Suite("Many at once") struct ManyAtOnce {
    @Test func `gives the same outcomes and events for any number of threads`() throws {
      let experiments = (1...30).map { Powers(base: 1.5, count: $0) }
      let folders = [TemporaryFolder(), TemporaryFolder()]
      let stores = folders.map { ExperimentStore(folder: $0.path) }
      let one = try stores[0].outcomes(of: experiments, threads: 1)
      #expect(try stores[1].outcomes(of: experiments, threads: 5) == one)
      #expect(stores[0].events == stores[1].events)
      #expect(files(in: folders[0].path) == files(in: folders[1].path))
    }

    /// Processes share nothing but the folder, as stores on threads do here: every writer has its own
    /// temporary file and renames it.
    @Test func `stays whole while many stores write and read the same files`() throws {
      let folder = TemporaryFolder()
      let path = folder.path
      let wrong = Computations()
      Workers.forEach(count: 40, threads: 8) { index in
        let store = ExperimentStore(folder: path)
        let experiment = Powers(base: 2, count: 50 + index % 4)
        for _ in 0..<5 {
          let outcome = try? store.outcome(of: experiment)
          let expected = (0..<experiment.count).reduce(1.0) { power, _ in power * 2 }
          if outcome?.last != expected { wrong.add() }
        }
        for event in store.events {
          switch event {
          case .computed, .reused: break
          default: wrong.add()
          }
        }
      }
      #expect(wrong.count == 0)
      #expect(files(in: path).count == 4)
    }

    @Test func `reports progress up to the end, reused ones included`() throws {
      let folder = TemporaryFolder()
      let store = ExperimentStore(folder: folder.path)
      _ = try store.outcomes(of: (1...3).map { Powers(base: 2, count: $0) })
      let seen = Reports()
      _ = try store.outcomes(of: (1...6).map { Powers(base: 2, count: $0) }, threads: 2) {
        seen.add($0)
      }
      let last = try #require(seen.list.last)
      #expect(last.total == 6 && last.done == 6 && last.reused == 3 && last.fraction == 1)
      #expect(last.secondsLeft == 0)
      #expect(
        zip(seen.list, seen.list.dropFirst()).allSatisfy { $0.fraction <= $1.fraction + 1e-12 })
    }
  }
}

/// Collects progress, which comes from one thread at a time.
private final class Reports: @unchecked Sendable {
  private(set) var list: [ExperimentProgress] = []
  func add(_ report: ExperimentProgress) { list.append(report) }
}
