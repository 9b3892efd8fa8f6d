internal import LessonModel

/// Holds a lesson's compiled segments and what the compiler said.
struct LessonBuild {
  var segments: [SessionProcess.Segment] = []
  /// The cells that cannot be compiled, with the reasons.
  var failures: [Int: [Diagnostic]] = [:]
  /// The inline values that cannot be compiled, with the reasons.
  var valueFailures: [Int: [Diagnostic]] = [:]
  /// Where the generated columns differ from the lesson's.
  var shifts: [Int: Int] = [:]
}

/// Compiles a lesson's cells, as one segment where nothing is expected to fail.
///
/// A cell with `error: true` becomes a segment of its own that sees the names of the segments before
/// it, so that it can fail, to compile or to run, without taking the cells after it along.
struct LessonBuilder {
  let lesson: Lesson
  let compiler: Compiler

  private struct Group {
    var cells: [Int]
    var isExpectedToFail: Bool
  }

  /// Compiles everything that can be, up to the first cell that cannot.
  func build() throws(Diagnostic) -> LessonBuild {
    var build = LessonBuild()
    let active = lesson.cells.filter(\.options.eval).map(\.index)
    let analysis = try CellAnalysis(lesson: lesson, cells: active, compiler: compiler)
    build.shifts = analysis.shifts
    var values = placedValues(analysis.cells)
    var imports: [String] = []
    for group in groups(analysis.cells) {
      let number = build.segments.count
      if group.isExpectedToFail {
        let ok = try compileExpected(group, number, imports, analysis, &build)
        if ok { continue }
      } else {
        let complete = try compile(group, number, imports, analysis, &values, &build)
        imports.append("\(SegmentSource.module)\(number)")
        if !complete { break }
      }
    }
    return build
  }

  private func groups(_ cells: [Int]) -> [Group] {
    var groups = [Group(cells: [], isExpectedToFail: false)]
    for cell in cells {
      if lesson.cells[cell].options.error {
        groups.append(Group(cells: [cell], isExpectedToFail: true))
      } else if groups[groups.count - 1].isExpectedToFail {
        groups.append(Group(cells: [cell], isExpectedToFail: false))
      } else {
        groups[groups.count - 1].cells.append(cell)
      }
    }
    return groups
  }

  /// Compiles a group; false where a cell of it does not compile, so that nothing after it runs.
  private func compile(
    _ group: Group, _ number: Int, _ imports: [String], _ analysis: CellAnalysis,
    _ values: inout [Int: [Int]], _ build: inout LessonBuild
  ) throws(Diagnostic) -> Bool {
    var cells = group.cells
    var complete = true
    for cell in cells where analysis.faults[cell] != nil {
      build.failures[cell] = analysis.faults[cell]
    }
    try findLaterNames(group, imports, analysis, &build)
    try findLaterNamesInValues(group, imports, analysis, &values, &build)
    if let bad = cells.first(where: { build.failures[$0] != nil }) {
      cells = cells.filter { $0 < bad }
      complete = false
    }
    // Each turn leaves out what does not compile, so there are at most as many as faults.
    while true {
      let source = SegmentSource(
        lesson: lesson, cells: cells, imports: imports,
        parameters: imports.isEmpty ? lesson.frontMatter.parameterDeclarations : "",
        endings: analysis.endings, values: values)
      let result = try compiler.compile(
        source.text, number: number, emitsModule: lesson.cells.contains { $0.options.error })
      if result.succeeded {
        build.segments.append(
          SessionProcess.Segment(
            number: number, library: compiler.library(number), isExpectedToFail: false))
        return complete
      }
      let faults = CompilerReport(lesson: lesson, shifts: analysis.shifts)
        .faults(result, cells: cells)
      for (index, found) in faults.values {
        build.valueFailures[index] = found
        for cell in values.keys { values[cell]?.removeAll { $0 == index } }
      }
      for (cell, found) in faults.cells where cells.contains(cell) {
        build.failures[cell, default: []] += found
      }
      if let bad = cells.first(where: { faults.cells[$0] != nil }) {
        cells = cells.filter { $0 < bad }
        complete = false
      } else if faults.values.isEmpty {
        throw CompilerReport.unexplained(result, lesson: lesson)
      }
    }
  }

  /// The inline values behind each cell that runs and is not expected to fail; those before the
  /// first one at -1.
  func placedValues(_ cells: [Int]) -> [Int: [Int]] {
    let anchors = cells.filter { !lesson.cells[$0].options.error }
    var placed: [Int: [Int]] = [:]
    for (index, value) in lesson.values.enumerated() {
      placed[anchors.last { $0 <= value.afterCell } ?? -1, default: []].append(index)
    }
    return placed
  }

  private func compileExpected(
    _ group: Group, _ number: Int, _ imports: [String], _ analysis: CellAnalysis,
    _ build: inout LessonBuild
  ) throws(Diagnostic) -> Bool {
    let cell = group.cells[0]
    if let faults = analysis.faults[cell] {
      build.failures[cell] = faults
      return false
    }
    let source = SegmentSource(
      lesson: lesson, cells: group.cells, imports: imports, parameters: "",
      endings: analysis.endings, values: [:])
    let result = try compiler.compile(source.text, number: number, emitsModule: false)
    if result.succeeded {
      build.segments.append(
        SessionProcess.Segment(
          number: number, library: compiler.library(number), isExpectedToFail: true))
      return true
    }
    let faults = CompilerReport(lesson: lesson, shifts: analysis.shifts)
      .faults(result, cells: group.cells)
    build.failures[cell] =
      faults.cells[cell] ?? [CompilerReport.unexplained(result, lesson: lesson)]
    return false
  }

  /// Finds functions that name what only a later cell declares, which Swift would let pass.
  private func findLaterNames(
    _ group: Group, _ imports: [String], _ analysis: CellAnalysis, _ build: inout LessonBuild
  ) throws(Diagnostic) {
    let suspects = Names.suspects(lesson: lesson, cells: group.cells, declared: analysis.declared)
    for cell in suspects where build.failures[cell] == nil {
      let source = SegmentSource(
        lesson: lesson, cells: group.cells.filter { $0 <= cell }, imports: imports,
        parameters: imports.isEmpty ? lesson.frontMatter.parameterDeclarations : "",
        endings: analysis.endings, values: [:])
      let result = try compiler.typeCheck(source.text, name: "Prefix")
      guard !result.succeeded else { continue }
      let report = CompilerReport(lesson: lesson, shifts: analysis.shifts)
      for fault in report.faults(result, cells: [cell]).cells[cell] ?? [] {
        if let found = laterName(fault, after: cell, group, analysis) {
          build.failures[cell, default: []].append(found)
        }
      }
    }
  }

  /// The same for inline values, which would read zero.
  private func findLaterNamesInValues(
    _ group: Group, _ imports: [String], _ analysis: CellAnalysis, _ values: inout [Int: [Int]],
    _ build: inout LessonBuild
  ) throws(Diagnostic) {
    for (anchor, indices) in values.sorted(by: { $0.key < $1.key }) {
      guard group.cells.contains(anchor) || (anchor == -1 && imports.isEmpty) else { continue }
      let later = group.cells.filter { $0 > anchor }.reduce(into: Set<String>()) {
        $0.formUnion(analysis.declared[$1] ?? [])
      }
      for index in indices
      where !Names.identifiers(in: lesson.values[index].expression).isDisjoint(with: later) {
        let source = SegmentSource(
          lesson: lesson, cells: group.cells.filter { $0 <= anchor }, imports: imports,
          parameters: imports.isEmpty ? lesson.frontMatter.parameterDeclarations : "",
          endings: analysis.endings, values: [anchor: [index]])
        let result = try compiler.typeCheck(source.text, name: "Prefix")
        let report = CompilerReport(lesson: lesson, shifts: analysis.shifts)
        let faults = report.faults(result, cells: []).values[index] ?? []
        guard !result.succeeded, !faults.isEmpty else { continue }
        build.valueFailures[index] = faults.map {
          laterName($0, after: anchor, group, analysis) ?? $0
        }
        values[anchor]?.removeAll { $0 == index }
      }
    }
  }

  /// The compiler's message about a missing name, where a later cell declares that name.
  private func laterName(
    _ fault: Diagnostic, after cell: Int, _ group: Group, _ analysis: CellAnalysis
  ) -> Diagnostic? {
    for later in group.cells where later > cell {
      for name in analysis.declared[later] ?? []
      where fault.summary == "cannot find '\(name)' in scope" {
        var found = fault
        found.id = "later-name"
        found.summary = "`\(name)` is declared only in a later cell"
        found.notes.append(
          Diagnostic.Note("declared in this cell", range: lesson.cells[later].range))
        found.suggestion = "Move the declaration above the place that names it."
        return found
      }
    }
    return nil
  }
}
