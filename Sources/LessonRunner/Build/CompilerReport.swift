internal import LessonModel

/// Puts the compiler's messages into the lesson's terms.
struct CompilerReport {
  private let lesson: Lesson
  private let locations: Locations

  init(lesson: Lesson, shifts: [Int: Int]) {
    self.lesson = lesson
    locations = Locations(lesson: lesson, shifts: shifts)
  }

  /// Holds the errors of one call of the compiler, by what they belong to.
  struct Faults {
    var cells: [Int: [Diagnostic]] = [:]
    var values: [Int: [Diagnostic]] = [:]
    var warnings: [Diagnostic] = []
  }

  /// - Parameter cells: the cells that were compiled; what is wrong with the end of the generated
  ///   file, such as an open brace, is the fault of the last one.
  func faults(_ result: Compiler.Result, cells: [Int]) -> Faults {
    var faults = Faults()
    var last: Locations.Owner?
    for message in result.messages {
      guard
        let (owner, position) = locations.place(
          file: message.file, line: message.line, column: message.column)
          ?? locations.end(of: cells.last, generated: message.file)
      else { continue }
      let range = SourceRange(start: position, end: position)
      switch message.kind {
      case .error:
        let diagnostic = Diagnostic(
          id: "compile-error", path: lesson.path, range: range, summary: message.text)
        last = owner
        switch owner {
        case .cell(let index): faults.cells[index, default: []].append(diagnostic)
        case .value(let index): faults.values[index, default: []].append(diagnostic)
        }
      case .note:
        let note = Diagnostic.Note(message.text, range: range)
        switch last {
        case .cell(let index):
          if let end = faults.cells[index]?.indices.last {
            faults.cells[index]?[end].notes.append(note)
          }
        case .value(let index):
          if let end = faults.values[index]?.indices.last {
            faults.values[index]?[end].notes.append(note)
          }
        case nil: break
        }
      case .warning:
        last = nil
        guard !message.text.contains("is unused") else { continue }
        faults.warnings.append(
          Diagnostic(
            id: "compile-warning", severity: .warning, path: lesson.path, range: range,
            summary: message.text))
      case .remark: break
      }
    }
    return faults
  }

  /// A diagnostic for a compiler that failed without saying where.
  static func unexplained(_ result: Compiler.Result, lesson: Lesson) -> Diagnostic {
    let lines = result.raw.split(separator: "\n")
    let first = lines.first { $0.contains("error:") } ?? lines.first ?? "no message"
    return Diagnostic(
      id: "compiler-failed", path: lesson.path, range: lesson.cells.first?.range,
      summary: "the cells could not be compiled: \(first)",
      explanation: lines.prefix(20).joined(separator: "\n"))
  }
}
