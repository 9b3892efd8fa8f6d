internal import Yams

/// Reads a Swift cell: the `//|` options at its head and the lines of code below them.
struct CellParser {
  /// Holds a cell whose captions are not yet parsed.
  struct Draft {
    var options = CellOptions()
    var code: [Cell.Line] = []
    var labelRange: SourceRange?
    var captions: [(field: WritableKeyPath<CellOptions, [Inline]?>, text: InlineText)] = []
    var diagnostics: [Diagnostic] = []
  }

  private let path: String
  private let source: SourceLines
  private var draft = Draft()

  /// Reads a cell from the lines of its fence.
  static func parse(_ lines: [Cell.Line], source: SourceLines, path: String) -> Draft {
    var parser = CellParser(path: path, source: source)
    let head = lines.prefix { $0.text.hasPrefix("//|") }
    parser.draft.code = Array(lines.dropFirst(head.count))
    if !head.isEmpty { parser.read(Array(head)) }
    return parser.draft
  }

  private init(path: String, source: SourceLines) {
    self.path = path
    self.source = source
  }

  private mutating func read(_ head: [Cell.Line]) {
    let lines = head.map { line -> (text: String, start: SourcePosition) in
      let width = line.text.hasPrefix("//| ") ? 4 : 3
      let start = SourcePosition(line: line.start.line, column: line.start.column + width)
      return (String(line.text.dropFirst(width)), start)
    }
    switch YAMLReader(path: path, lines: lines).entries() {
    case .failure(let diagnostic): draft.diagnostics.append(diagnostic)
    case .success(let entries): for entry in entries { take(entry) }
    }
  }

  private mutating func take(_ entry: YAMLReader.Entry) {
    guard let option = CellOption.all.first(where: { $0.name == entry.key }) else {
      let near = NearMiss.of(entry.key, in: CellOption.all.map(\.name))
      draft.diagnostics.append(
        Diagnostic(
          id: "unknown-option", path: path, range: entry.keyRange,
          summary: "a cell has no option `\(entry.key)`",
          suggestion: near.map { "Did you mean `\($0)`?" } ?? "See `ketbook help options`."))
      return
    }
    if !set(option, entry) {
      draft.diagnostics.append(
        Diagnostic(
          id: "wrong-type", path: path, range: entry.valueRange,
          summary: "the option `\(entry.key)` must be \(option.type.rawValue)",
          suggestion: "Its default is \(option.defaultValue)."))
    }
  }

  /// Sets an option's field; false where the value has the wrong type.
  private mutating func set(_ option: CellOption, _ entry: YAMLReader.Entry) -> Bool {
    let value = entry.value
    switch option.field {
    case .boolean(let field):
      guard let flag = value.bool else { return false }
      draft.options[keyPath: field] = flag
    case .seconds(let field):
      guard let seconds = value.float, seconds > 0, seconds.isFinite else { return false }
      draft.options[keyPath: field] = seconds
    case .label(let field):
      guard let label = value.words else { return false }
      guard Labels.isValid(label) else {
        draft.diagnostics.append(Labels.invalid(label, path: path, range: entry.valueRange))
        return true
      }
      draft.options[keyPath: field] = label
      draft.labelRange = entry.valueRange
    case .text(let field):
      guard let text = value.words else { return false }
      draft.options[keyPath: field] = text
    case .markdown(let field):
      guard let text = value.words else { return false }
      draft.captions.append((field, caption(text, entry)))
    case .paths(let field):
      guard let paths = value.texts, !paths.isEmpty, paths.allSatisfy({ !$0.isEmpty }) else {
        return false
      }
      draft.options[keyPath: field] = paths
    }
    return true
  }

  private func caption(_ text: String, _ entry: YAMLReader.Entry) -> InlineText {
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let own = SourceLines(line)
    let lifter = MathLifter(own, from: 1)
    let bytes = lifter.lifted.bytes
    var content = InlineContent()
    content.append(bytes, at: 0)
    let place = entry.verbatim.map { InlineText.Place.shifted(by: source.offset($0)) }
    return InlineText(
      content: content, lifter: lifter, place: place ?? .within(entry.valueRange),
      isParagraph: false)
  }
}

extension Node {
  /// The text of a scalar that is not empty.
  var words: String? {
    guard case .scalar(let scalar) = self, null == nil else { return nil }
    return scalar.string
  }
}
