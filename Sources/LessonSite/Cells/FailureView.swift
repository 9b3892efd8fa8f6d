internal import LessonModel
internal import LessonRunner
internal import Markup

extension Renderer {
  /// A failure as a student reads it: what, where, why, and what to do.
  func failure(_ diagnostic: Diagnostic, isExpected: Bool) -> Node {
    let title =
      isExpected ? "Expected error" : diagnostic.severity == .error ? "Error" : "Warning"
    var content: [Node] = [
      "\n",
      .element(
        "p", [],
        [.element("b", [], [.text("\(title):")]), " "]
          + FailureView.words(capitalized(diagnostic.summary))),
    ]
    if let range = diagnostic.range { content += ["\n", excerpt(range)] }
    if !diagnostic.explanation.isEmpty {
      content += ["\n", .element("p", [], FailureView.words(diagnostic.explanation))]
    }
    for note in diagnostic.notes {
      let place = note.range.map { " (line \($0.start.line))" } ?? ""
      content += ["\n", .element("p", [], FailureView.words("Note: \(note.text)\(place)"))]
    }
    if let suggestion = diagnostic.suggestion {
      content += [
        "\n",
        .element(
          "p", [("class", "try")],
          [.element("b", [], ["Try:"]), " "] + FailureView.words(suggestion)),
      ]
    }
    return .element(
      "div", [("class", isExpected ? "failure expected" : "failure")], content + ["\n"])
  }

  private func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// What kept the lesson as a whole from running, which no cell says by itself.
  var lessonFailures: [Node] {
    let told = Set(outcome.cells.flatMap(\.failure))
    return outcome.diagnostics.filter { $0.severity == .error && !told.contains($0) }
      .flatMap { [failure($0, isExpected: false), "\n"] }
  }

  /// The lesson's lines around a place, numbered, with a caret under it.
  private func excerpt(_ range: SourceRange) -> Node {
    let start = range.start
    let first = max(start.line - 2, 1)
    let last = min(start.line + 1, source.lineCount)
    let width = "\(last)".count
    var lines: [Node] = []
    guard first <= last else { return .text("") }
    for number in first...last {
      let text = source.line(number)
      // Fences and blank lines around the place say nothing.
      let isAside =
        text.allSatisfy(\.isWhitespace) || text.hasPrefix("```") || text.hasPrefix("//|")
      if number != start.line && isAside { continue }
      if !lines.isEmpty { lines.append("\n") }
      lines += [
        .element("span", [("class", "line")], [.text(padded("\(number)", width) + " │ ")]),
        .text(text),
      ]
      if number == start.line {
        lines += [
          .text("\n"), .element("span", [("class", "line")], [.text(padded("", width) + " │ ")]),
          .element("b", [], [.text(caret(range))]),
        ]
      }
    }
    return .element(
      "pre",
      [
        ("class", "excerpt"), ("role", "group"), ("tabindex", "0"),
        ("aria-label", "Line \(start.line) of the lesson"),
      ], [.element("code", [], lines)])
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: width - text.count) + text
  }

  /// White space up to the place, then a caret, and a line to the place's end.
  private func caret(_ range: SourceRange) -> String {
    let before = source.line(range.start.line, before: range.start.column)
    let pad = String(before.map { $0 == "\t" ? "\t" : " " })
    guard range.end.line == range.start.line, range.end.column > range.start.column else {
      return pad + "^"
    }
    let through = source.line(range.start.line, before: range.end.column)
    return pad + "^" + String(repeating: "~", count: max(through.count - before.count - 1, 0))
  }
}

/// Sets the words of messages.
enum FailureView {
  /// The nodes of a message, in which what stands between backticks is code.
  static func words(_ text: String) -> [Node] {
    let parts = text.split(separator: "`", omittingEmptySubsequences: false)
    guard parts.count > 2 else { return [.text(text)] }
    return parts.enumerated().compactMap { index, part in
      if part.isEmpty { return nil }
      return index % 2 == 1
        ? .element("code", [], [.text(String(part))]) : .text(String(part))
    }
  }
}
