internal import ArgumentParser
internal import Foundation
internal import LessonModel
internal import LessonRunner

/// Holds what the commands share: toolchain, temporary folder, threads, and the final report.
final class Workbench: Sendable {
  let runner: Runner
  let workspace: Workspace
  private let jobs: Int
  private let json: Bool

  private init(runner: Runner, workspace: Workspace, jobs: Int, json: Bool) {
    self.runner = runner
    self.workspace = workspace
    self.jobs = jobs
    self.json = json
  }

  static func open(json: Bool, limits: Limits = Limits(), jobs: Int = 0) throws -> Workbench {
    do throws(Diagnostic) {
      let toolchain = try Toolchain.find()
      guard let workspace = Workspace() else {
        throw Diagnostic(
          id: "workspace-not-writable", path: NSTemporaryDirectory(),
          summary: "no temporary folder could be made",
          suggestion: "Free some space, or point TMPDIR to a folder that can be written.")
      }
      return Workbench(
        runner: Runner(toolchain: toolchain, workspace: workspace, limits: limits),
        workspace: workspace, jobs: jobs > 0 ? jobs : ProcessInfo.processInfo.activeProcessorCount,
        json: json)
    } catch {
      try Report(command: "", diagnostics: [error]).write(json: json, sources: [])
      throw ExitCode(1)
    }
  }

  func close() { workspace.close() }

  /// Computes one result for every element, on up to `jobs` threads, in the elements' order.
  func forEach<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ body: @escaping @Sendable (Element) -> Result
  ) -> [Result] {
    let results = Results<Result>(count: elements.count)
    let work: @Sendable () -> Void = {
      while let index = results.take() { results.set(index, body(elements[index])) }
    }
    let group = DispatchGroup()
    for _ in 1..<max(min(jobs, elements.count), 1) {
      group.enter()
      // A thread of its own: a session ends with the thread that started it.
      let thread = Thread {
        work()
        group.leave()
      }
      thread.stackSize = 16 << 20
      thread.start()
    }
    work()
    group.wait()
    return results.all
  }

  /// Prints the report and throws exit code 1 where anything failed.
  func finish(_ report: Report, sources: [Lesson]) throws {
    try report.write(json: json, sources: sources)
    if report.hasErrors { throw ExitCode(1) }
  }
}

/// Collects the results of several threads.
private final class Results<Result: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var next = 0
  private var slots: [Result?]

  init(count: Int) { slots = Array(repeating: nil, count: count) }

  func take() -> Int? {
    lock.withLock {
      guard next < slots.count else { return nil }
      defer { next += 1 }
      return next
    }
  }

  func set(_ index: Int, _ result: Result) { lock.withLock { slots[index] = result } }

  var all: [Result] { lock.withLock { slots.compactMap { $0 } } }
}

extension ContinuousClock.Instant {
  /// The seconds since this instant.
  var seconds: Double {
    let duration = duration(to: .now)
    return Double(duration.components.seconds) + 1e-18 * Double(duration.components.attoseconds)
  }
}
