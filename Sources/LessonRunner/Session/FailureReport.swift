internal import LessonModel
internal import Records

/// Says in the lesson's terms why a cell could not go on.
struct FailureReport {
  let lesson: Lesson
  let locations: Locations
  let symbolizer: Symbolizer
  let library: (Int) -> String

  /// Says how a cell ended, beyond what it could say itself.
  enum Ending {
    case failure(Failure)
    case timeLimit(seconds: Double, Failure?)
    /// The process ended without a word: its exit code, or 128 plus the signal.
    case status(Int32)
    case damagedChannel
  }

  /// The diagnostic of a cell's or an inline value's end.
  ///
  /// - Parameter lastWords: what was printed to standard error before the end.
  func diagnostic(_ ending: Ending, in owner: Locations.Owner, lastWords: String) -> Diagnostic {
    var diagnostic = Diagnostic(
      id: "cell-failed", path: lesson.path, range: fallback(owner), summary: "")
    let name = self.name(owner)
    switch ending {
    case .timeLimit(let seconds, let failure):
      diagnostic.id = "cell-timeout"
      diagnostic.summary = "\(name) did not end within \(FailureReport.text(seconds)) s"
      diagnostic.suggestion =
        "Make it do less, or allow more with `//| timeout: \(Int(min(4 * seconds, 86_400)))`."
      place(&diagnostic, failure?.frames ?? [], owner)
    case .status(let status):
      describe(&diagnostic, status: status, name: name)
    case .damagedChannel:
      diagnostic.id = "cell-broke-channel"
      diagnostic.summary = "\(name) wrote to the descriptor that Ketbook talks to the session on"
      diagnostic.suggestion = "Leave descriptors alone that the cell did not open."
    case .failure(let failure):
      describe(&diagnostic, failure, name: name, owner: owner, lastWords: lastWords)
    }
    return diagnostic
  }

  private func describe(_ diagnostic: inout Diagnostic, status: Int32, name: String) {
    if status > 128 {
      let signal = status - 128
      diagnostic.id = "cell-killed"
      diagnostic.summary = "\(name) was killed by signal \(signal) (\(Signals.name(signal)))"
      diagnostic.explanation =
        signal == 9 ? "The system kills a process that uses too much memory, among others." : ""
    } else {
      diagnostic.id = "cell-exit"
      diagnostic.summary = "\(name) ended the session with exit code \(status)"
      diagnostic.suggestion = "Let the cell run to its end instead of leaving the process."
    }
  }

  private func describe(
    _ diagnostic: inout Diagnostic, _ failure: Failure, name: String, owner: Locations.Owner,
    lastWords: String
  ) {
    var message = ""
    let frames = place(&diagnostic, failure.frames, owner)
    switch failure.kind {
    case .error:
      diagnostic.id = "uncaught-error"
      message = failure.summary
      if failure.remedy.isEmpty {
        diagnostic.explanation = "\(name) threw this \(failure.id) and nothing caught it."
      } else {
        diagnostic.id = failure.id
        diagnostic.suggestion = failure.remedy
      }
    case .exit:
      diagnostic.id = "cell-exit"
      message = "\(name) called exit(\(failure.code))"
      diagnostic.suggestion = "Let the cell run to its end instead of leaving the process."
    case .signal:
      diagnostic.id = "cell-trap"
      message = FailureReport.trapMessage(lastWords, frames, signal: Int32(failure.code))
      diagnostic.explanation = "\(name) stopped here."
    case .load:
      diagnostic.id = "cell-not-loaded"
      message = "the compiled cells could not be loaded: \(failure.summary)"
    case .interrupted:
      diagnostic.id = "cell-timeout"
      message = "\(name) was interrupted"
    }
    diagnostic.summary = message.hasSuffix(".") ? String(message.dropLast()) : message
  }

  /// Puts the diagnostic at the innermost frame in the lesson and the calls to it in notes.
  @discardableResult
  private func place(
    _ diagnostic: inout Diagnostic, _ addresses: [Failure.Frame], _ owner: Locations.Owner
  ) -> [Symbolizer.Frame] {
    let frames = symbolizer.frames(addresses, library: library)
    var isFirst = true
    var last: SourcePosition?
    for frame in frames where frame.line > 0 {
      guard FailureReport.isLesson(frame.file, lesson.path),
        let place = locations.place(file: frame.file, line: frame.line, column: frame.column),
        place.position != last
      else { continue }
      last = place.position
      let range = SourceRange(line: place.position.line, column: place.position.column)
      if isFirst {
        diagnostic.range = range
        isFirst = false
      } else if diagnostic.notes.count < 4 {
        diagnostic.notes.append(Diagnostic.Note("called from here", range: range))
      }
    }
    return frames
  }

  private static func isLesson(_ file: String, _ path: String) -> Bool {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    let own = SegmentSource.fileName(path).split(separator: "/").last.map(String.init) ?? path
    return name == own || name.hasPrefix(SegmentSource.valueFile)
  }

  private func fallback(_ owner: Locations.Owner) -> SourceRange {
    switch owner {
    case .cell(let index):
      let cell = lesson.cells[index]
      let start = cell.lines.first?.start ?? cell.range.start
      return SourceRange(start: start, end: start)
    case .value(let index): return lesson.values[index].range
    }
  }

  private func name(_ owner: Locations.Owner) -> String {
    switch owner {
    case .cell(let index): return lesson.cells[index].name
    case .value: return "this inline value"
    }
  }

  private static func text(_ seconds: Double) -> String {
    seconds == seconds.rounded() ? "\(Int(seconds))" : "\(seconds)"
  }

  private static func trapMessage(
    _ lastWords: String, _ frames: [Symbolizer.Frame], signal: Int32
  ) -> String {
    for line in lastWords.split(separator: "\n").reversed() {
      if let range = line.firstRange(of: "Fatal error: ") {
        return String(line[range.upperBound...])
      }
      if line.hasSuffix("Fatal error") { return "a precondition does not hold" }
    }
    // Checks that the compiler puts into code leave their reason as the name of an inlined function.
    for frame in frames {
      if let range = frame.function.firstRange(of: "Swift runtime failure: ") {
        return String(frame.function[range.upperBound...])
      }
    }
    return signal == 11
      ? "bad memory access: endless recursion, or an unsafe pointer"
      : "signal \(signal) (\(Signals.name(signal)))"
  }
}

/// Names signals.
enum Signals {
  static func name(_ signal: Int32) -> String {
    let names: [Int32: String] = [
      1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT",
      7: "SIGBUS", 8: "SIGFPE", 9: "SIGKILL", 11: "SIGSEGV", 13: "SIGPIPE", 15: "SIGTERM",
      24: "SIGXCPU", 25: "SIGXFSZ", 31: "SIGSYS",
    ]
    return names[signal] ?? "signal \(signal)"
  }
}
