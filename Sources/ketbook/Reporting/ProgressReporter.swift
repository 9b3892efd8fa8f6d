internal import Foundation
internal import LessonModel
internal import LessonRunner

/// Shows how far the lessons are: a line that is redrawn on a terminal, plain lines elsewhere.
final class ProgressReporter: @unchecked Sendable {
  private let lock = NSLock()
  private let isTerminal = isatty(2) != 0
  private let isQuiet: Bool
  private let total: Int
  private var finished = 0
  private var began: [String: ContinuousClock.Instant] = [:]

  init(lessons: [Lesson], isQuiet: Bool) {
    total = lessons.count
    self.isQuiet = isQuiet
  }

  func update(_ lesson: Lesson, _ progress: RunProgress) {
    guard isTerminal, !isQuiet else { return }
    lock.withLock {
      let since = began[lesson.path] ?? .now
      began[lesson.path] = since
      let seconds = String(format: "%5.1f s", since.seconds)
      switch progress {
      case .compiling: status("\(lesson.path): compiling")
      case .cell(let index):
        status("\(lesson.path): \(lesson.cells[index].name) of \(lesson.cells.count)  \(seconds)")
      case .cellEnded: break
      case .detail(let label, let fraction, let detail):
        status("\(lesson.path): \(label) \(bar(fraction)) \(detail)  \(seconds)")
      }
    }
  }

  func done(_ lesson: Lesson, _ outcome: LessonOutcome, failed: Bool) {
    let seconds = String(format: "%.2f s", outcome.seconds)
    line("\(failed ? "failed" : "done  ") \(lesson.path)  \(lesson.cells.count) cells  \(seconds)")
  }

  func skipped(_ lesson: Lesson) { line("failed \(lesson.path)  not run") }

  func end() {
    guard isTerminal, !isQuiet else { return }
    lock.withLock { write("\r\u{1B}[K") }
  }

  private func line(_ text: String) {
    guard !isQuiet else { return }
    lock.withLock {
      finished += 1
      write("\(isTerminal ? "\r\u{1B}[K" : "")[\(finished)/\(total)] \(text)\n")
    }
  }

  private func status(_ text: String) { write("\r\u{1B}[K\(text.prefix(110))") }

  private func bar(_ fraction: Double) -> String {
    let filled = Int((20 * fraction).rounded())
    return String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
