internal import ArgumentParser
internal import LessonModel
internal import LessonRunner

/// Parses and type-checks lessons.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Parse and type-check lessons; run nothing.")

  @OptionGroup var lessons: LessonArguments

  func run() throws {
    let began = ContinuousClock.now
    let bench = try Workbench.open(json: lessons.json)
    defer { bench.close() }
    let loaded = LessonLoader.load(lessons.paths)
    var report = Report(command: "check", diagnostics: loaded.diagnostics)
    let results = bench.forEach(loaded.lessons) { lesson in
      lesson.hasErrors ? lesson.diagnostics : lesson.diagnostics + bench.runner.check(lesson)
    }
    for (lesson, diagnostics) in zip(loaded.lessons, results) {
      report.lessons.append(
        Report.Lesson(path: lesson.path, page: nil, seconds: 0, cells: [], diagnostics: diagnostics)
      )
    }
    report.seconds = began.seconds
    try bench.finish(report, sources: loaded.lessons)
  }
}
