import LessonModel
import LessonRunner
import Records
import Testing

/// Builds lessons from Swift code alone and runs them with the real compiler and session.
enum Bench {
  /// A lesson whose cells stand in fences from line 1 on.
  static func lesson(
    _ cells: [String], values: [(String, after: Int)] = [], path: String = "Lessons/bench.md",
    adjust: (inout Lesson) -> Void = { _ in }
  ) -> Lesson {
    var lesson = Lesson(path: path, source: "")
    var line = 1
    for (index, code) in cells.enumerated() {
      let start = line
      let lines = code.split(separator: "\n", omittingEmptySubsequences: false).map { text in
        line += 1
        return Cell.Line(text: String(text), start: SourcePosition(line: line, column: 1))
      }
      line += 2
      lesson.cells.append(
        Cell(
          index: index, options: CellOptions(), lines: lines,
          range: SourceRange(
            start: SourcePosition(line: start, column: 1),
            end: SourcePosition(line: line - 1, column: 4))))
    }
    for (expression, after) in values {
      lesson.values.append(
        InlineValue(
          expression: expression, range: SourceRange(line: 1000 + after, column: 5),
          afterCell: after))
    }
    adjust(&lesson)
    return lesson
  }

  /// What running a lesson gives.
  static func run(_ lesson: Lesson, limits: Limits = Limits()) throws -> LessonOutcome {
    let workspace = try #require(Workspace())
    defer { workspace.close() }
    return Runner(toolchain: try Toolchain.find(), workspace: workspace, limits: limits).run(lesson)
  }

  static func run(_ cells: [String], limits: Limits = Limits()) throws -> LessonOutcome {
    try run(lesson(cells), limits: limits)
  }

  static func texts(_ outcome: CellOutcome) -> [String] {
    outcome.outputs.map {
      switch $0 {
      case .standardOutput(let text): return "out:\(text)"
      case .standardError(let text): return "err:\(text)"
      case .display(.text(let text)): return "value:\(text)"
      case .display: return "display"
      }
    }
  }
}
