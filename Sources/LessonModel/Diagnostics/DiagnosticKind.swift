/// Lists every diagnostic with its stable id and what it means.
public struct DiagnosticKind: Sendable, Hashable {
  /// The stable id.
  public let id: String
  /// What it means, one sentence.
  public let meaning: String

  /// Every kind of diagnostic that Ketbook itself gives, sorted by id.
  ///
  /// Errors that a cell throws keep the id that the library gave them, such as
  /// `simulator.qubit-out-of-range`.
  public static let all: [DiagnosticKind] = table.map { DiagnosticKind(id: $0.0, meaning: $0.1) }
    .sorted { $0.id < $1.id }

  private static let table: [(String, String)] = [
    ("broken-yaml", "The front matter or a cell's options are not YAML."),
    ("cell-broke-channel", "A cell wrote to the descriptor that belongs to the session."),
    ("cell-exit", "A cell ended the process."),
    ("cell-failed", "A cell failed for another reason."),
    ("cell-killed", "A cell's process was killed by a signal."),
    ("cell-not-loaded", "The compiled cells could not be loaded."),
    ("cell-timeout", "A cell took longer than its time limit."),
    ("cell-trap", "A cell stopped at a run-time check, such as an index out of range."),
    ("compile-error", "A cell or an inline value does not compile."),
    ("compile-warning", "The compiler warns about a cell; shown by `ketbook check`."),
    ("compiler-failed", "The compiler failed without naming a place in the lesson."),
    ("duplicate-label", "Two things have the same label."),
    ("empty-lesson", "The file is empty."),
    ("empty-value", "An inline value has no expression."),
    ("expected-failure-missing", "A cell with `error: true` did not fail."),
    ("file-missing", "There is no such file or folder."),
    ("file-unreadable", "The file cannot be read."),
    ("invalid-label", "A label has characters that labels cannot have."),
    ("later-name", "A cell names something that only a later cell declares."),
    ("library-not-found", "LessonKit's compiled interface is not beside the executable."),
    ("nesting-too-deep", "Quotes, lists or emphasis are nested more than 100 deep."),
    ("no-lessons", "The folder holds no lesson."),
    ("not-a-lesson", "The file is not Markdown."),
    ("not-utf8", "The file is not UTF-8."),
    ("output-not-writable", "The folder for pages cannot be written to."),
    ("page-not-written", "A page could not be written."),
    ("parameter-type", "A parameter of the command line has another type than declared."),
    ("redeclared-name", "A cell declares a name that an earlier cell declared."),
    ("session-not-started", "No process could be started for the cells."),
    ("tool-not-started", "The compiler or the linker could not be started."),
    ("toolchain-not-found", "There is no Swift toolchain on the PATH."),
    ("unclosed-fence", "A code fence is never closed."),
    ("unclosed-front-matter", "The front matter is never closed."),
    ("unclosed-math", "A `$$` is never closed."),
    ("uncaught-error", "A cell threw an error that nothing caught."),
    ("unknown-callout", "A quote starts with `[!…]` but names no callout."),
    ("unknown-key", "The front matter has a key that Ketbook does not know."),
    ("unknown-option", "A cell has an option that Ketbook does not know."),
    ("unknown-parameter", "No lesson declares this parameter."),
    ("unresolved-reference", "A reference names a label that nothing has."),
    ("workspace-not-writable", "No temporary file could be written."),
    ("bad-figure", "A cell's figure is not an SVG picture."),
    ("browser-not-found", "There is no Chromium to print pages with."),
    ("pdf-not-written", "Chromium could not print a page."),
    ("lesson-missing", "The course's order names a lesson that is not there."),
    ("missing-image", "An image of the prose cannot be read."),
    ("refused-link", "A link leads to a scheme that pages refuse, such as `javascript:`."),
    ("remote-image", "An image is on the network; pages hold their images."),
    ("tex-syntax", "A formula's TeX is not well-formed."),
    ("tex-too-deep", "A formula nests too deep."),
    ("unbalanced-html", "Raw HTML opens or closes a tag without the other."),
    ("unknown-image", "An image of the prose is in no format that browsers show."),
    ("unknown-tex-command", "A formula has a command that Ketbook does not know."),
    ("unknown-tex-environment", "A formula has an environment that Ketbook does not know."),
    ("unsupported-tex", "A formula defines macros, or sets colours or links."),
    ("wrong-type", "An option or a key of the front matter has a value of the wrong type."),
  ]

  /// The list as text, for `ketbook help diagnostics`.
  public static var help: String {
    let width = all.map(\.id.count).max() ?? 0
    let lines = all.map { kind -> String in
      let space = String(repeating: " ", count: width - kind.id.count + 2)
      return "\(kind.id)\(space)\(kind.meaning)"
    }
    return lines.joined(separator: "\n")
  }
}
