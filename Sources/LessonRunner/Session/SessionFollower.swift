internal import LessonModel
internal import Records

/// Turns the events of a session into outcomes of cells.
struct SessionFollower {
  /// Holds how far a running cell is, for a progress display.
  typealias Watcher = (RunProgress) -> Void

  private let lesson: Lesson
  private let limits: Limits
  private let report: FailureReport
  private let watch: Watcher
  private(set) var cells: [Int: CellOutcome] = [:]
  private(set) var values: [Int: String] = [:]
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the session went on to its last statement.
  private(set) var finished = false

  private var current: Locations.Owner?
  private var began = Clock.now
  private var failure: Failure?
  private var hitLimit = false
  private var isDamaged = false
  private var printed = 0

  init(lesson: Lesson, limits: Limits, report: FailureReport, watch: @escaping Watcher) {
    self.lesson = lesson
    self.limits = limits
    self.report = report
    self.watch = watch
  }

  /// When the running cell's time is over, on `Clock`.
  var deadline: Double {
    if case .cell(let index) = current { return began + seconds(of: index) }
    return began + limits.cellSeconds
  }

  mutating func handle(_ event: SessionProcess.Event) {
    switch event {
    case .record(let record): handle(record)
    case .bytes(let stream, let bytes): append(stream, String(decoding: bytes, as: UTF8.self))
    case .damaged: isDamaged = true
    case .timeLimit: hitLimit = true
    }
  }

  private mutating func handle(_ record: Record) {
    switch record {
    case .cellBegin(let index):
      closeUnfinished(.status(0))
      guard lesson.cells.indices.contains(index) else { return }
      begin(.cell(index))
      cells[index] = CellOutcome(status: .failed)
      watch(.cell(index))
    case .cellEnd(let index):
      guard current == .cell(index) else { return }
      cells[index]?.status = .succeeded
      cells[index]?.seconds = Clock.now - began
      current = nil
      began = Clock.now
      watch(.cellEnded(index))
    case .output(let stream, let text): append(stream, text)
    case .display(let display):
      if case .cell(let index) = current { cells[index]?.outputs.append(.display(display)) }
    case .valueBegin(let index):
      closeUnfinished(.status(0))
      if lesson.values.indices.contains(index) { begin(.value(index)) }
    case .value(let index, let text):
      guard lesson.values.indices.contains(index) else { return }
      values[index] = text
      current = nil
      began = Clock.now
    case .failure(let failure):
      self.failure = failure
      // A cell whose failure is expected ran in a child; the session goes on.
      if case .cell(let index) = current, lesson.cells[index].options.error {
        closeUnfinished(.failure(failure))
      }
    case .progress(let label, let fraction, let detail):
      watch(.detail(label: label, fraction: fraction, detail: detail))
    case .finish: finished = true
    case .start, .snapshot: break
    }
  }

  /// Takes in that the session is over.
  mutating func end(status: Int32) {
    if current == nil, failure == nil, finished { return }
    // A session that ends outside any cell, for example while loading, fails the cell it came to.
    if current == nil, !finished,
      let next = lesson.cells.first(where: { $0.options.eval && cells[$0.index] == nil })
    {
      current = .cell(next.index)
      cells[next.index] = CellOutcome(status: .failed)
    }
    if let failure, current != nil || !finished {
      closeUnfinished(hitLimit ? .timeLimit(seconds: limit, failure) : .failure(failure))
    } else if hitLimit {
      closeUnfinished(.timeLimit(seconds: limit, nil))
    } else if isDamaged {
      closeUnfinished(.damagedChannel)
    } else {
      closeUnfinished(.status(status))
    }
  }

  private var limit: Double {
    if case .cell(let index) = current { return seconds(of: index) }
    return limits.cellSeconds
  }

  private func seconds(of cell: Int) -> Double {
    lesson.cells[cell].options.timeout ?? limits.cellSeconds
  }

  private mutating func begin(_ owner: Locations.Owner) {
    current = owner
    began = Clock.now
    failure = nil
    printed = 0
  }

  /// Ends a cell or an inline value that did not end by itself.
  private mutating func closeUnfinished(_ ending: FailureReport.Ending) {
    guard let owner = current else { return }
    current = nil
    defer {
      failure = nil
      began = Clock.now
    }
    guard case .cell(let index) = owner else {
      diagnostics.append(report.diagnostic(ending, in: owner, lastWords: ""))
      return
    }
    let diagnostic = report.diagnostic(ending, in: owner, lastWords: takeLastWords(of: index))
    cells[index]?.seconds = Clock.now - began
    cells[index]?.failure = [diagnostic]
    cells[index]?.status = lesson.cells[index].options.error ? .failedAsExpected : .failed
    watch(.cellEnded(index))
  }

  /// What the cell printed to standard error; the runtime's own line about a trap is taken out,
  /// since the diagnostic says the same in the lesson's terms.
  private mutating func takeLastWords(of cell: Int) -> String {
    guard let outputs = cells[cell]?.outputs,
      let last = outputs.lastIndex(where: { if case .standardError = $0 { true } else { false } }),
      case .standardError(let text) = outputs[last]
    else { return "" }
    // Behind its message the runtime lists addresses, which differ from run to run.
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.prefix { !$0.contains("Fatal error") && $0 != "Current stack trace:" }
      .joined(separator: "\n")
    if kept.allSatisfy(\.isWhitespace) {
      cells[cell]?.outputs.remove(at: last)
    } else {
      cells[cell]?.outputs[last] = .standardError(kept)
    }
    return text
  }

  private mutating func append(_ stream: Record.Stream, _ text: String) {
    guard case .cell(let index) = current, !text.isEmpty else { return }
    guard printed <= limits.outputBytes else { return }
    var text = text
    printed += text.utf8.count
    if printed > limits.outputBytes {
      let room = max(text.utf8.count - (printed - limits.outputBytes), 0)
      text = String(decoding: text.utf8.prefix(room), as: UTF8.self)
      text += "\n… cut here: the cell printed more than \(limits.outputBytes) bytes\n"
    }
    let last = cells[index]?.outputs.indices.last
    switch (stream, last.flatMap { cells[index]?.outputs[$0] }) {
    case (.standardOutput, .standardOutput(let before)):
      last.map { cells[index]?.outputs[$0] = .standardOutput(before + text) }
    case (.standardError, .standardError(let before)):
      last.map { cells[index]?.outputs[$0] = .standardError(before + text) }
    case (.standardOutput, _): cells[index]?.outputs.append(.standardOutput(text))
    case (.standardError, _): cells[index]?.outputs.append(.standardError(text))
    }
  }
}

/// Says how far a lesson is; for a terminal, never for a page.
public enum RunProgress: Sendable {
  case compiling
  case cell(Int)
  case cellEnded(Int)
  case detail(label: String, fraction: Double, detail: String)
}
