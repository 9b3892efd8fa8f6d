internal import LessonModel
internal import LessonRunner
internal import Markup

/// Turns one lesson and its outcome into nodes, top to bottom, and collects what is wrong.
struct Renderer {
  let lesson: Lesson
  let outcome: LessonOutcome
  let numbering: Numbering
  let source: SourceText
  let image: (String) -> [UInt8]?

  /// What was found wrong while rendering.
  var diagnostics: [Diagnostic] = []

  // How many of each numbered thing have been written: `numbering` holds them in this order.
  var sectionCount = 0
  var tableCount = 0
  var equationCount = 0
  var imageCount = 0

  init(
    lesson: Lesson, outcome: LessonOutcome, numbering: Numbering,
    image: @escaping (String) -> [UInt8]?
  ) {
    self.lesson = lesson
    self.outcome = outcome
    self.numbering = numbering
    self.image = image
    source = SourceText(lesson.source)
  }

  /// Notes a fault once, at a place of the lesson.
  mutating func report(
    _ id: String, severity: Diagnostic.Severity = .error, at range: SourceRange, _ summary: String,
    explanation: String = "", suggestion: String? = nil
  ) {
    let diagnostic = Diagnostic(
      id: id, severity: severity, path: lesson.path, range: range, summary: summary,
      explanation: explanation, suggestion: suggestion)
    if !diagnostics.contains(diagnostic) { diagnostics.append(diagnostic) }
  }
}
