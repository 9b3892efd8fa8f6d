internal import LessonModel
internal import Records

/// Puts together what the compiler and the session said about a lesson.
struct OutcomeAssembly {
  let lesson: Lesson
  let compiler: String
  var diagnostics: [Diagnostic] = []
  private var cells: [CellOutcome]
  private var values: [String?]

  init(lesson: Lesson, compiler: String) {
    self.lesson = lesson
    self.compiler = compiler
    cells = lesson.cells.map { CellOutcome(status: $0.options.eval ? .notRun : .skipped) }
    values = lesson.values.map { _ in nil }
  }

  /// Takes in what did not compile.
  mutating func take(_ build: LessonBuild) {
    for (index, failure) in build.failures {
      let isExpected = lesson.cells[index].options.error
      cells[index] = CellOutcome(
        status: isExpected ? .failedAsExpected : .failed, failure: failure)
      if !isExpected { diagnostics += failure }
    }
    for (_, failure) in build.valueFailures { diagnostics += failure }
  }

  /// Takes in what the session did.
  mutating func take(_ follower: SessionFollower) {
    for (index, outcome) in follower.cells {
      cells[index] = outcome
      if outcome.status == .failed { diagnostics += outcome.failure }
      if outcome.status == .succeeded && lesson.cells[index].options.error {
        let missing = Diagnostic(
          id: "expected-failure-missing", path: lesson.path, range: lesson.cells[index].range,
          summary: "\(lesson.cells[index].name) is expected to fail (`error: true`) but did not",
          suggestion: "Remove the option, or make the cell show the failure it is about.")
        cells[index].status = .failed
        cells[index].failure = [missing]
        diagnostics.append(missing)
      }
    }
    for (index, text) in follower.values { values[index] = text }
    diagnostics += follower.diagnostics
  }

  /// The finished outcome.
  func outcome(seconds: Double) -> LessonOutcome {
    LessonOutcome(
      cells: cells, values: values, diagnostics: diagnostics.inOrder, seconds: seconds,
      compiler: compiler)
  }
}
