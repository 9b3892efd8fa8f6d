public import LessonModel
internal import Yams

extension Course {
  /// Reads `course.yml`; whatever is wrong becomes a diagnostic, and the rest is used.
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - path: the file as the user named it.
  public static func parse(_ text: String, path: String) -> (Course, [Diagnostic]) {
    var reader = CourseReader(path: path)
    reader.read(text)
    return (reader.course, reader.diagnostics)
  }
}

/// Reads the keys of `course.yml` one by one.
private struct CourseReader {
  static let keys = ["title", "description", "author", "licence", "language", "order"]

  let path: String
  var course = Course()
  var diagnostics: [Diagnostic] = []

  mutating func read(_ text: String) {
    do {
      guard let root = try Yams.compose(yaml: text) else { return }
      guard case .mapping(let mapping) = root else {
        return report("wrong-type", root, "course.yml must hold keys and values")
      }
      for (key, value) in mapping { read(key, value) }
    } catch let error as YamlError {
      report(error)
    } catch {
      report("broken-yaml", nil, "cannot read course.yml: \(error)")
    }
  }

  private mutating func read(_ key: Node, _ value: Node) {
    switch key.string {
    case "title": if let text = text(value, "title") { course.title = text }
    case "description": course.description = text(value, "description")
    case "licence", "license": course.licence = text(value, "licence")
    case "language": if let text = text(value, "language") { course.language = text }
    case "author", "authors": course.authors = texts(value, "author")
    case "order": course.order = texts(value, "order")
    default:
      report(
        "unknown-key", key, "unknown key '\(key.string ?? "?")' in course.yml",
        suggestion: "Known keys are \(CourseReader.keys.joined(separator: ", ")).")
    }
  }

  private mutating func text(_ node: Node, _ key: String) -> String? {
    guard case .scalar(let scalar) = node, !scalar.string.isEmpty else {
      report("wrong-type", node, "'\(key)' must be a text")
      return nil
    }
    return scalar.string
  }

  private mutating func texts(_ node: Node, _ key: String) -> [String] {
    guard case .sequence(let sequence) = node else { return text(node, key).map { [$0] } ?? [] }
    var texts: [String] = []
    for entry in sequence {
      if let text = text(entry, key) { texts.append(text) }
    }
    return texts
  }

  private mutating func report(
    _ id: String, _ node: Node?, _ summary: String, suggestion: String? = nil
  ) {
    let range = node?.mark.map { SourceRange(line: $0.line, column: $0.column) }
    diagnostics.append(
      Diagnostic(id: id, path: path, range: range, summary: summary, suggestion: suggestion))
  }

  private mutating func report(_ error: YamlError) {
    var range: SourceRange?
    var problem = "\(error)"
    switch error {
    case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _),
      .composer(_, let text, let mark, _):
      range = SourceRange(line: mark.line, column: mark.column)
      problem = text
    default: break
    }
    diagnostics.append(
      Diagnostic(
        id: "broken-yaml", path: path, range: range, summary: "course.yml is not YAML: \(problem)"))
  }
}
