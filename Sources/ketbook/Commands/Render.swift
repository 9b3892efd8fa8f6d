internal import ArgumentParser
internal import LessonModel
internal import LessonRunner
internal import LessonSite

/// Runs lessons and writes their pages.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Run lessons and write their pages.")

  @OptionGroup var lessons: LessonArguments

  @Option(name: .shortAndLong, help: "The folder for pages.")
  var output = "Output"

  @Option(
    name: .customLong("param"), parsing: .singleValue,
    help: ArgumentHelp("Set a parameter of the front matter.", valueName: "name=value"))
  var parameters: [String] = []

  @Option(name: .shortAndLong, help: "How many lessons to run at once; 0 for one a processor.")
  var jobs = 0

  @Option(help: "The seconds that a cell may take, where it does not say itself.")
  var timeout = 60.0

  @Flag(help: "Print every page as PDF too, through Chromium.")
  var pdf = false

  func validate() throws {
    guard jobs >= 0 else { throw ValidationError("--jobs must not be negative.") }
    guard timeout > 0, timeout.isFinite else {
      throw ValidationError("--timeout must be a positive number of seconds.")
    }
    for parameter in parameters where !parameter.dropFirst().contains("=") {
      throw ValidationError("--param needs name=value, not “\(parameter)”.")
    }
  }

  func run() throws {
    let began = ContinuousClock.now
    var limits = Limits()
    limits.cellSeconds = timeout
    let bench = try Workbench.open(json: lessons.json, limits: limits, jobs: jobs)
    defer { bench.close() }
    let loaded = LessonLoader.load(lessons.paths)
    let (set, faults) = setting(loaded.lessons)
    let folder = CourseFolder(paths: lessons.paths, lessons: set)
    let parsed = folder.arranged(set)
    var report = Report(
      command: "render", diagnostics: loaded.diagnostics + faults + folder.diagnostics)
    let writer = PageWriter(folder: output, workspace: bench.workspace)
    report.diagnostics += writer.prepare()
    if report.diagnostics.contains(where: { $0.severity == .error }) && parsed.isEmpty
      || !writer.isReady || !faults.isEmpty
    {
      report.seconds = began.seconds
      return try bench.finish(report, sources: parsed)
    }
    let course = CoursePages(folder, version: Version.text)
    let progress = ProgressReporter(lessons: parsed, isQuiet: lessons.json)
    let rendered = bench.forEach(parsed) { lesson in
      render(lesson, course.page(of: lesson), bench, writer, progress)
    }
    progress.end()
    report.lessons = rendered.map(\.report)
    var outcomes: [String: LessonOutcome] = [:]
    for (lesson, result) in zip(parsed, rendered) { outcomes[lesson.path] = result.outcome }
    if let index = course.index(outcomes),
      case .failure(let fault) = writer.write(index, name: Site.indexFile)
    {
      report.diagnostics.append(fault)
    }
    if pdf { report.diagnostics += print(rendered.compactMap(\.report.page)) }
    report.seconds = began.seconds
    try bench.finish(report, sources: parsed)
  }

  private func render(
    _ lesson: Lesson, _ context: CoursePages.Context, _ bench: Workbench, _ writer: PageWriter,
    _ progress: ProgressReporter
  ) -> (report: Report.Lesson, outcome: LessonOutcome?) {
    // A lesson that cannot be understood is not run, and its page stays as it was.
    guard !lesson.hasErrors else {
      progress.skipped(lesson)
      let report = Report.Lesson(
        path: lesson.path, page: nil, seconds: 0,
        cells: Report.cells(lesson, lesson.cells.map { _ in .notRun }),
        diagnostics: lesson.diagnostics)
      return (report, nil)
    }
    let outcome = bench.runner.run(lesson) { progress.update(lesson, $0) }
    var diagnostics = lesson.diagnostics + outcome.diagnostics
    let (html, faults) = context.html(lesson, outcome)
    diagnostics += faults
    var page: String?
    switch writer.write(html, name: context.file) {
    case .success(let path): page = path
    case .failure(let fault): diagnostics.append(fault)
    }
    progress.done(lesson, outcome, failed: diagnostics.contains { $0.severity == .error })
    let report = Report.Lesson(
      path: lesson.path, page: page, seconds: outcome.seconds,
      cells: Report.cells(lesson, outcome), diagnostics: diagnostics)
    return (report, outcome)
  }

  /// Prints pages one after the other: a browser takes all the memory it finds.
  private func print(_ pages: [String]) -> [Diagnostic] {
    do throws(Diagnostic) {
      let printer = try PDFPrinter()
      return pages.compactMap(printer.print)
    } catch { return [error] }
  }

  /// The lessons with the parameters of the command line; a name that no lesson declares is a fault.
  private func setting(_ lessons: [Lesson]) -> ([Lesson], [Diagnostic]) {
    var lessons = lessons
    var faults: [Diagnostic] = []
    for parameter in parameters {
      let parts = parameter.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let (name, text) = (String(parts[0]), String(parts[1]))
      let declaring = lessons.indices.filter {
        lessons[$0].frontMatter.parameters.contains { $0.name == name }
      }
      for index in declaring.isEmpty ? Array(lessons.indices.prefix(1)) : declaring {
        let (changed, found) = lessons[index].setting([(name, text)])
        lessons[index] = changed
        faults += found
      }
    }
    return (lessons, faults)
  }
}

extension Lesson {
  /// Whether the lesson cannot be run.
  var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
