internal import Foundation
internal import LessonModel
internal import LessonRunner

/// Holds what a command did, as `--json` prints it.
struct Report: Encodable {
  struct Lesson: Encodable, Sendable {
    var path: String
    var page: String?
    var seconds: Double
    var cells: [Cell]
    var diagnostics: [Diagnostic]
  }

  struct Cell: Encodable, Sendable {
    var label: String?
    var line: Int
    var status: CellOutcome.Status
    var seconds: Double
  }

  /// The version of this format.
  var version = 1
  var command: String
  var seconds = 0.0
  var lessons: [Lesson] = []
  /// What belongs to no lesson, such as a missing file.
  var diagnostics: [Diagnostic]

  init(command: String, diagnostics: [Diagnostic]) {
    self.command = command
    self.diagnostics = diagnostics
  }

  var hasErrors: Bool {
    all.contains { $0.severity == .error }
  }

  private var all: [Diagnostic] { diagnostics + lessons.flatMap(\.diagnostics) }

  static func cells(_ lesson: LessonModel.Lesson, _ outcome: LessonOutcome) -> [Cell] {
    zip(lesson.cells, outcome.cells).map { cell, outcome in
      Cell(
        label: cell.options.label, line: cell.range.start.line, status: outcome.status,
        seconds: outcome.seconds)
    }
  }

  static func cells(
    _ lesson: LessonModel.Lesson, _ statuses: [CellOutcome.Status]
  ) -> [Cell] {
    zip(lesson.cells, statuses).map { cell, status in
      Cell(
        label: cell.options.label, line: cell.range.start.line, status: status, seconds: 0)
    }
  }

  /// Prints the report: JSON on standard output, or diagnostics on standard error.
  func write(json: Bool, sources: [LessonModel.Lesson]) throws {
    if json {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(self), as: UTF8.self))
      return
    }
    let isTerminal = isatty(2) != 0
    var text = ""
    for diagnostic in all {
      let source = sources.first { $0.path == diagnostic.path }?.source
      text +=
        isTerminal
        ? TerminalWriter.text(diagnostic, source: source, colored: true)
        : EditorWriter.text(diagnostic) + "\n"
    }
    FileHandle.standardError.write(Data(text.utf8))
  }
}
