internal import Yams

/// Reads a Swift cell: the `//|` options at its head and the lines of code below them.
struct CellParser {
  let path: String
  /// Parses a caption's Markdown, which stands at a range of the lesson.
  let markdown: (String, SourceRange) -> [Inline]
  private(set) var diagnostics: [Diagnostic] = []

  init(path: String, markdown: @escaping (String, SourceRange) -> [Inline]) {
    self.path = path
    self.markdown = markdown
  }

  /// Reads a cell from its lines.
  ///
  /// - Returns: the cell and, where it has a label, the label's place.
  mutating func parse(
    _ lines: [Cell.Line], index: Int, range: SourceRange
  ) -> (cell: Cell, labelRange: SourceRange?) {
    let head = lines.prefix { $0.text.hasPrefix("//|") }
    var cell = Cell(
      index: index, options: CellOptions(), lines: Array(lines.dropFirst(head.count)), range: range)
    guard !head.isEmpty else { return (cell, nil) }
    let stripped = head.map { line -> (text: Substring, column: Int) in
      let rest = line.text.dropFirst(3)
      return rest.first == " " ? (rest.dropFirst(), 4) : (rest, 3)
    }
    let starts = head.map(\.start)
    let reader = YAMLReader(path: path) { line, column in
      let index = min(max(line - 1, 0), starts.count - 1)
      return SourcePosition(
        line: starts[index].line, column: starts[index].column + stripped[index].column + column - 1
      )
    }
    var labelRange: SourceRange?
    switch reader.entries(stripped.map { String($0.text) }.joined(separator: "\n")) {
    case .failure(let diagnostic): diagnostics.append(diagnostic)
    case .success(let entries):
      for entry in entries {
        take(entry, &cell.options)
        if entry.key == "label" { labelRange = entry.valueRange }
      }
    }
    return (cell, labelRange)
  }

  private mutating func take(_ entry: YAMLReader.Entry, _ options: inout CellOptions) {
    guard let option = CellOption.all.first(where: { $0.name == entry.key }) else {
      let near = NearMiss.of(entry.key, in: CellOption.all.map(\.name))
      diagnostics.append(
        Diagnostic(
          id: "unknown-option", path: path, range: entry.keyRange,
          summary: "a cell has no option `\(entry.key)`",
          suggestion: near.map { "Did you mean `\($0)`?" } ?? "See `ketbook help options`."))
      return
    }
    let value = entry.value
    switch option.type {
    case .boolean:
      guard let flag = value.bool else { return wrong(entry, option) }
      set(flag, option.name, &options)
    case .seconds:
      guard let seconds = value.float, seconds > 0, seconds.isFinite else {
        return wrong(entry, option)
      }
      options.timeout = seconds
    case .label:
      guard let label = value.string else { return wrong(entry, option) }
      guard Labels.isValid(label) else {
        diagnostics.append(Labels.invalid(label, path: path, range: entry.valueRange))
        return
      }
      options.label = label
    case .text:
      guard let text = value.string else { return wrong(entry, option) }
      options.figureAlternative = text
    case .markdown:
      guard let text = value.string else { return wrong(entry, option) }
      let inlines = markdown(text, entry.valueRange)
      if option.name == "fig-cap" {
        options.figureCaption = inlines
      } else {
        options.tableCaption = inlines
      }
    case .paths:
      guard let paths = value.texts, paths.allSatisfy({ !$0.isEmpty }) else {
        return wrong(entry, option)
      }
      options.data = paths
    }
  }

  private func set(_ flag: Bool, _ name: String, _ options: inout CellOptions) {
    switch name {
    case "echo": options.echo = flag
    case "eval": options.eval = flag
    case "output": options.output = flag
    case "error": options.error = flag
    case "include": options.include = flag
    case "code-fold": options.codeFold = flag
    default: break
    }
  }

  private mutating func wrong(_ entry: YAMLReader.Entry, _ option: CellOption) {
    diagnostics.append(
      Diagnostic(
        id: "wrong-type", path: path, range: entry.valueRange,
        summary: "the option `\(entry.key)` must be \(option.type.rawValue)",
        suggestion: "Its default is \(option.defaultValue)."))
  }
}
