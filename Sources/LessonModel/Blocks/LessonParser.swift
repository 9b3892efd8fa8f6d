/// Builds a lesson: lifts math, lets cmark parse, then turns its tree into blocks with places.
final class LessonParser {
  let path: String
  /// The lesson's text.
  let source: SourceLines
  /// The text as cmark saw it; lines and columns are those of the lesson.
  let lifted: SourceLines
  let lifter: MathLifter
  let isExtended: Bool
  let entities = Entities()
  /// The containers around the block that is being read.
  var containers: Containers
  var survey: Survey
  var labels: Labels
  var cells: [Cell] = []
  var values: [InlineValue] = []
  var diagnostics: [Diagnostic] = []
  /// The cell after which the next inline value is evaluated.
  var valueCell = -1

  /// Parses a lesson's text.
  ///
  /// - Parameter isExtended: whether front matter, cells, math, tables, callouts, references and
  ///   inline values are known; without them the text is plain CommonMark.
  static func parse(_ text: String, path: String, isExtended: Bool) -> Lesson {
    let source = SourceLines(text)
    var lesson = Lesson(path: path, source: text)
    guard isExtended else {
      let parser = LessonParser(path, source, MathLifter(plain: source), isExtended: false)
      lesson.blocks = parser.parse(source.bytes)
      return lesson
    }
    let head = FrontMatterParser(source, path: path)
    lesson.frontMatter = head.frontMatter
    let lifter = MathLifter(source, from: head.firstLine)
    let parser = LessonParser(path, source, lifter, isExtended: true)
    lesson.blocks = parser.parse(
      MathLifter.text(parser.lifted, blankBefore: head.firstLine))
    parser.labels.resolve()
    var headings = Headings(labels: parser.labels.all)
    headings.name(&lesson.blocks)
    lesson.cells = parser.cells
    lesson.values = parser.values
    lesson.diagnostics = head.diagnostics + parser.diagnostics + parser.labels.diagnostics
    lesson.diagnostics.sort { left, right in
      let none = SourcePosition(line: 0, column: 0)
      return (left.range?.start ?? none, left.id) < (right.range?.start ?? none, right.id)
    }
    return lesson
  }

  private init(_ path: String, _ source: SourceLines, _ lifter: MathLifter, isExtended: Bool) {
    self.path = path
    self.source = source
    self.lifter = lifter
    self.isExtended = isExtended
    lifted = lifter.lifted
    containers = Containers(lifted)
    survey = Survey()
    labels = Labels(path: path)
  }

  private func parse(_ bytes: [UInt8]) -> [Block] {
    let (document, tooDeep) = MarkdownParser.parse(bytes)
    if let tooDeep { reportDepth(tooDeep) }
    if isExtended {
      takeStock(of: document.children)
      survey.parseFragments(document: bytes)
    }
    return blocks(document.children)
  }

  // MARK: Places

  /// The text of every line of a paragraph or heading.
  func textLines(_ node: MarkdownNode) -> [TextLine] {
    (node.start.line...max(node.lastLine, node.start.line)).map { number in
      let line = lifted.offsets(ofLine: number)
      if number == node.start.line {
        return TextLine(spaces: 0, range: lifted.offset(node.start)..<line.upperBound)
      }
      var (cursor, isInside) = containers.cursor(line: number)
      // cmark keeps the indentation of a lazy line, which only an escaped line end shows.
      if isInside { cursor.skipSpace() }
      return cursor.rest
    }
  }

  /// From a block's first byte to the end of its last line.
  func range(_ node: MarkdownNode) -> SourceRange {
    var last = min(max(node.lastLine, node.start.line), source.lines.count)
    var line = source.line(last)
    while last > node.start.line, line.allSatisfy(isSpace) {
      last -= 1
      line = source.line(last)
    }
    while let byte = line.last, isSpace(byte) { line = line.dropLast() }
    let end = SourcePosition(line: last, column: line.count + 1)
    return SourceRange(start: node.start, end: max(node.start, end))
  }

  /// From a container's first byte to the end of its last block.
  func range(_ node: MarkdownNode, around blocks: [Block]) -> SourceRange {
    guard let end = blocks.last?.range.end, end > node.start else {
      return SourceRange(start: node.start, end: source.range(ofLine: node.start.line).end)
    }
    return SourceRange(start: node.start, end: end)
  }

  // MARK: Inlines

  /// Converts cmark's inlines of a text of the lesson.
  func items(
    _ nodes: [MarkdownNode], of text: InlineText
  ) -> (items: [InlineConverter.Item], start: SourcePosition) {
    var converter = InlineConverter(
      text, lines: source, isExtended: isExtended, entities: entities, delegate: self)
    let start = converter.start
    return (converter.items(nodes), start)
  }

  private func reportDepth(_ position: SourcePosition) {
    diagnostics.append(
      Diagnostic(
        id: "nesting-too-deep", path: path, range: SourceRange(start: position, end: position),
        summary: "this is nested more than \(MarkdownParser.deepest) deep",
        suggestion: "Close some of the quotes, lists or emphasis around it."))
  }
}

extension LessonParser: InlineConverter.Delegate {
  func add(value expression: String, at range: SourceRange) -> Int {
    if expression.isEmpty {
      diagnostics.append(
        Diagnostic(
          id: "empty-value", path: path, range: range,
          summary: "this inline value has no expression",
          suggestion: "Write a Swift expression behind `{swift}`."))
    }
    values.append(
      InlineValue(
        expression: expression.isEmpty ? "\"\"" : expression, range: range, afterCell: valueCell))
    return values.count - 1
  }

  func add(reference label: String, at range: SourceRange) { labels.refer(to: label, at: range) }

  func add(unclosedMathAt range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        id: "unclosed-math", severity: .warning, path: path, range: range,
        summary: "this `$$` is never closed",
        suggestion: "Close it before the paragraph ends, or write `\\$\\$` for two dollars."))
  }
}
