public import LessonModel
internal import Records

/// Compiles and runs lessons.
///
///     let runner = Runner(toolchain: try Toolchain.find(), workspace: workspace)
///     let outcome = runner.run(lesson)
///
/// Whatever a cell does, a compile error, trap, uncaught error, exit, kill or time-out becomes the
/// outcome of that cell. A runner may be used from several threads at once.
public struct Runner: Sendable {
  private let toolchain: Toolchain
  private let workspace: Workspace
  private let limits: Limits

  /// Creates a runner with a toolchain, a place for temporary files and limits for sessions.
  public init(toolchain: Toolchain, workspace: Workspace, limits: Limits = Limits()) {
    self.toolchain = toolchain
    self.workspace = workspace
    self.limits = limits
  }

  /// Runs a lesson in a session of its own.
  ///
  /// - Parameter watch: told how far the lesson is, on the calling thread.
  public func run(_ lesson: Lesson, watch: (RunProgress) -> Void = { _ in }) -> LessonOutcome {
    let began = Clock.now
    var assembly = OutcomeAssembly(lesson: lesson, compiler: toolchain.version)
    guard lesson.cells.contains(where: \.options.eval) || !lesson.values.isEmpty else {
      return assembly.outcome(seconds: Clock.now - began)
    }
    do throws(Diagnostic) {
      let compiler = try self.compiler(lesson)
      watch(.compiling)
      let build = try LessonBuilder(lesson: lesson, compiler: compiler).build()
      assembly.take(build)
      try withoutActuallyEscaping(watch) { (watch) throws(Diagnostic) -> Void in
        try follow(build, lesson, compiler, watch, &assembly)
      }
    } catch {
      assembly.diagnostics.append(error)
    }
    return assembly.outcome(seconds: Clock.now - began)
  }

  /// Parses and type-checks a lesson's cells without running anything.
  public func check(_ lesson: Lesson) -> [Diagnostic] {
    let active = lesson.cells.filter { $0.options.eval && !$0.options.error }.map(\.index)
    guard !active.isEmpty || !lesson.values.isEmpty else { return [] }
    do throws(Diagnostic) {
      let compiler = try self.compiler(lesson)
      let analysis = try CellAnalysis(lesson: lesson, cells: active, compiler: compiler)
      var found = analysis.faults.values.flatMap { $0 }
      let cells = analysis.cells.filter { analysis.faults[$0] == nil }
      let values = LessonBuilder(lesson: lesson, compiler: compiler).placedValues(cells)
      let source = SegmentSource(
        lesson: lesson, cells: cells, imports: [],
        parameters: lesson.frontMatter.parameterDeclarations, endings: analysis.endings,
        values: values)
      let result = try compiler.typeCheck(source.text, name: "Check")
      let faults = CompilerReport(lesson: lesson, shifts: analysis.shifts)
        .faults(result, cells: cells)
      found += faults.cells.values.flatMap { $0 } + faults.values.values.flatMap { $0 }
      found += faults.warnings
      if !result.succeeded && found.isEmpty {
        found.append(CompilerReport.unexplained(result, lesson: lesson))
      }
      return found.inOrder
    } catch {
      return [error]
    }
  }

  private func compiler(_ lesson: Lesson) throws(Diagnostic) -> Compiler {
    guard let folder = workspace.folder() else {
      throw Diagnostic(
        id: "workspace-not-writable", path: lesson.path,
        summary: "no temporary folder could be made",
        suggestion: "Free some space, or point TMPDIR to a folder that can be written.")
    }
    return Compiler(toolchain: toolchain, folder: folder)
  }

  private func follow(
    _ build: LessonBuild, _ lesson: Lesson, _ compiler: Compiler,
    _ watch: @escaping (RunProgress) -> Void, _ assembly: inout OutcomeAssembly
  ) throws(Diagnostic) {
    guard !build.segments.isEmpty else { return }
    let report = FailureReport(
      lesson: lesson, locations: Locations(lesson: lesson, shifts: build.shifts),
      symbolizer: Symbolizer(toolchain: toolchain), library: compiler.library)
    var follower = SessionFollower(lesson: lesson, limits: limits, report: report, watch: watch)
    let session = SessionProcess(
      segments: build.segments, seed: lesson.frontMatter.seed, limits: limits,
      executable: toolchain.session)
    let status = session.run(deadline: { follower.deadline }, handle: { follower.handle($0) })
    guard let status else {
      throw Diagnostic(
        id: "session-not-started", path: lesson.path,
        summary: "no session process could be started",
        suggestion: "Check the limits on processes and open files (`ulimit -a`).")
    }
    follower.end(status: status)
    assembly.take(follower)
  }
}

extension Array where Element == Diagnostic {
  /// The diagnostics from the top of the lesson to its end.
  var inOrder: [Diagnostic] {
    enumerated().sorted { left, right in
      let a = left.element.range?.start ?? SourcePosition(line: 0, column: 0)
      let b = right.element.range?.start ?? SourcePosition(line: 0, column: 0)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }
}
