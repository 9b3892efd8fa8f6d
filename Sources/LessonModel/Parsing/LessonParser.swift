/// Builds a lesson from cmark's tree.
final class LessonParser {
  private let path: String
  private let lines: SourceLines
  private let lifter: MathLifter
  private let isExtended: Bool
  private var labels: Labels
  private var cells: [Cell] = []
  private var values: [InlineValue] = []
  private var headings: Set<String> = []
  private var diagnostics: [Diagnostic] = []
  private var nextPiece = 0

  private init(path: String, lines: SourceLines, lifter: MathLifter, isExtended: Bool) {
    self.path = path
    self.lines = lines
    self.lifter = lifter
    self.isExtended = isExtended
    labels = Labels(path: path)
  }

  /// Parses a lesson's text.
  ///
  /// - Parameter isExtended: whether front matter, cells, math, tables, callouts, references and
  ///   inline values are known; without them the text is plain CommonMark.
  static func parse(_ text: String, path: String, isExtended: Bool) -> Lesson {
    let lines = SourceLines(text)
    var lesson = Lesson(path: path, source: text)
    var firstLine = 1
    if isExtended {
      let head = FrontMatterParser(lines, path: path)
      lesson.frontMatter = head.frontMatter
      lesson.diagnostics = head.diagnostics
      firstLine = head.firstLine
    }
    let lifter = MathLifter(lines, from: firstLine, liftsMath: isExtended)
    var bytes = lifter.text
    // The front matter's lines become blank, so that line numbers stay.
    if firstLine > 1 {
      for offset in 0..<lines.lines[firstLine - 2].upperBound
      where bytes[offset] != 10 && bytes[offset] != 13 {
        bytes[offset] = 32
      }
    }
    let (document, tooDeep) = MarkdownParser.parse(String(decoding: bytes, as: UTF8.self))
    let parser = LessonParser(path: path, lines: lines, lifter: lifter, isExtended: isExtended)
    lesson.blocks = parser.blocks(document.children)
    if let tooDeep { parser.reportDepth(tooDeep) }
    parser.reportMath()
    parser.labels.resolve()
    lesson.cells = parser.cells
    lesson.values = parser.values
    lesson.diagnostics += parser.diagnostics + parser.labels.diagnostics
    lesson.diagnostics.sort {
      ($0.range?.start ?? SourcePosition(line: 0, column: 0))
        < ($1.range?.start ?? SourcePosition(line: 0, column: 0))
    }
    return lesson
  }

  private func reportDepth(_ position: SourcePosition) {
    diagnostics.append(
      Diagnostic(
        id: "nesting-too-deep", path: path, range: SourceRange(start: position, end: position),
        summary: "this is nested more than \(MarkdownParser.deepest) deep",
        suggestion: "Close some of the quotes, lists or emphasis around it."))
  }

  private func reportMath() {
    for offset in lifter.unclosed {
      diagnostics.append(
        Diagnostic(
          id: "unclosed-math", severity: .warning, path: path,
          range: lines.range(offset..<(offset + 2)), summary: "this `$$` is never closed",
          suggestion: "Close it before the paragraph ends, or write `\\$\\$` for two dollars."))
    }
  }

  // MARK: Blocks

  private func blocks(_ nodes: [MarkdownNode]) -> [Block] {
    var blocks: [Block] = []
    for node in nodes {
      for block in convert(node) {
        // A paragraph `: Caption` behind a table is its caption.
        if case .paragraph = block.kind, var last = blocks.last, case .table(var table) = last.kind,
          table.caption.isEmpty, table.label == nil, let found = caption(of: block)
        {
          (table.caption, table.label) = found
          last.kind = .table(table)
          last.range.end = block.range.end
          blocks[blocks.count - 1] = last
        } else {
          blocks.append(block)
        }
      }
    }
    return blocks
  }

  private func range(_ node: MarkdownNode) -> SourceRange {
    let end = SourcePosition(line: node.end.line, column: node.end.column + 1)
    return SourceRange(start: node.start, end: max(node.start, end))
  }

  private func convert(_ node: MarkdownNode) -> [Block] {
    let range = range(node)
    switch node.kind {
    case .paragraph: return paragraph(node)
    case .heading(let level): return [heading(node, level)]
    case .quote: return [quote(node)]
    case .list(let start, let isTight):
      let items = node.children.map { blocks($0.children) }
      return [Block(.list(List(start: start, isTight: isTight, items: items)), range: range)]
    case .code(let info): return [code(node, info: info)]
    case .thematicBreak: return [Block(.thematicBreak, range: range)]
    case .html: return [Block(.html(lifter.restored(node.literal, from: nextPiece)), range: range)]
    default: return []
    }
  }

  private func cursor(_ node: MarkdownNode) -> TextCursor {
    TextCursor(
      bytes: lifter.text,
      range: lines.offset(node.start)..<max(lines.offset(range(node).end), lines.offset(node.start))
    )
  }

  /// Runs the inline converter with this parser's state.
  private func items(_ nodes: [MarkdownNode], _ cursor: inout TextCursor) -> [InlineConverter.Item]
  {
    var converter = InlineConverter(
      lines: lines, lifter: lifter, isExtended: isExtended,
      value: { [self] in addValue($0, $1) },
      reference: { [self] in labels.refer(to: $0, at: $1) }, nextPiece: nextPiece)
    let items = converter.items(nodes, &cursor)
    nextPiece = converter.nextPiece
    return items
  }

  private func addValue(_ expression: String, _ range: SourceRange) -> Int {
    if expression.isEmpty {
      diagnostics.append(
        Diagnostic(
          id: "empty-value", path: path, range: range,
          summary: "this inline value has no expression",
          suggestion: "Write a Swift expression behind `{swift}`."))
    }
    values.append(
      InlineValue(
        expression: expression.isEmpty ? "\"\"" : expression, range: range,
        afterCell: cells.count - 1))
    return values.count - 1
  }

  private func paragraph(_ node: MarkdownNode) -> [Block] {
    if isExtended, let table = table(node) { return table }
    var cursor = cursor(node)
    return split(items(node.children, &cursor), range(node))
  }

  /// Splits a paragraph at the display math in it.
  private func split(_ items: [InlineConverter.Item], _ range: SourceRange) -> [Block] {
    var blocks: [Block] = []
    var open: [Inline] = []
    func close() {
      while case .softBreak? = open.first?.kind { open.removeFirst() }
      while case .softBreak? = open.last?.kind { open.removeLast() }
      guard let first = open.first, let last = open.last else { return }
      let isWhole = blocks.isEmpty && items.count == open.count
      blocks.append(
        Block(
          .paragraph(open),
          range: isWhole ? range : SourceRange(start: first.range.start, end: last.range.end)))
      open = []
    }
    for item in items {
      switch item {
      case .inline(let inline): open.append(inline)
      case .display(let piece):
        close()
        let place = lines.range(piece.range)
        if let label = piece.label { labels.define(label, at: place) }
        blocks.append(Block(.math(tex: piece.tex, label: piece.label), range: place))
      }
    }
    close()
    if blocks.isEmpty && items.isEmpty { blocks.append(Block(.paragraph([]), range: range)) }
    return blocks
  }

  private func inlines(_ items: [InlineConverter.Item]) -> [Inline] {
    items.map { item in
      switch item {
      case .inline(let inline): return inline
      case .display(let piece): return Inline(.math(piece.tex), range: lines.range(piece.range))
      }
    }
  }

  private func heading(_ node: MarkdownNode, _ level: Int) -> Block {
    var cursor = cursor(node)
    var content = inlines(items(node.children, &cursor))
    var id: String?
    if isExtended, let label = Headings.takeLabel(&content) {
      labels.define(label.text, at: label.range)
      id = label.text
    }
    let unique = Headings.unique(id ?? Headings.slug(content), in: &headings)
    return Block(.heading(level: level, id: unique, content: content), range: range(node))
  }

  private func quote(_ node: MarkdownNode) -> Block {
    let range = range(node)
    let content = blocks(node.children)
    if isExtended, let (callout, title, rest) = Callouts.split(content) {
      return Block(.callout(callout, title: title, content: rest), range: range)
    }
    return Block(.quote(content), range: range)
  }

  // MARK: Code

  private func code(_ node: MarkdownNode, info: String) -> Block {
    var range = range(node)
    let literal = lifter.restored(node.literal, from: nextPiece)
    let words = info.split(separator: " ", maxSplits: 1).map(String.init)
    let language = words.first ?? ""
    let opening = lines.bytes[lines.offset(node.start)...].prefix { $0 == 96 || $0 == 126 }
    let isFenced = opening.count >= 3
    guard isExtended, isFenced else {
      return Block(.listing(language: language, text: literal), range: range)
    }
    range.end.column = lines.line(range.end.line).count + 1
    if !isClosed(node, count: opening.count) {
      diagnostics.append(
        Diagnostic(
          id: "unclosed-fence", path: path, range: lines.range(ofLine: node.start.line),
          summary: "this code fence is never closed",
          suggestion: "Put a line \(String(decoding: opening, as: UTF8.self)) below the code."))
    }
    switch language {
    case "swift": return cell(node, literal, range)
    case "math":
      let label = words.count > 1 ? Headings.label(in: words[1]) : nil
      if let label { labels.define(label, at: range) }
      return Block(.math(tex: literal.trimmed, label: label), range: range)
    default: return Block(.listing(language: language, text: literal), range: range)
    }
  }

  private func isClosed(_ node: MarkdownNode, count: Int) -> Bool {
    guard node.end.line > node.start.line else { return false }
    let content = lines.line(node.end.line).drop { $0 == 32 || $0 == 9 || $0 == 62 }
    let run = content.prefix { $0 == 96 || $0 == 126 }
    return run.count >= count && content.dropFirst(run.count).allSatisfy { $0 == 32 || $0 == 9 }
  }

  private func cell(_ node: MarkdownNode, _ literal: String, _ range: SourceRange) -> Block {
    var texts = literal.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if texts.last == "" { texts.removeLast() }
    let code = texts.enumerated().map { index, text in
      let number = node.start.line + 1 + index
      let line = lines.line(number)
      let column = max(line.count - text.utf8.count, 0) + 1
      return Cell.Line(text: text, start: SourcePosition(line: number, column: column))
    }
    var parser = CellParser(path: path) { [self] in fragment($0, at: $1) }
    let (cell, labelRange) = parser.parse(code, index: cells.count, range: range)
    diagnostics += parser.diagnostics
    if let label = cell.options.label, let labelRange { labels.define(label, at: labelRange) }
    cells.append(cell)
    return Block(.cell(cell.index), range: range)
  }

  /// Parses the Markdown of a caption, whose parts all stand at the caption's place.
  private func fragment(_ text: String, at range: SourceRange) -> [Inline] {
    let lines = SourceLines(String(MathLifter.fragmentStart) + text)
    let lifter = MathLifter(lines, from: 1, liftsMath: true)
    let parser = LessonParser(path: path, lines: lines, lifter: lifter, isExtended: true)
    let document = MarkdownParser.parse(String(decoding: lifter.text, as: UTF8.self)).document
    guard let first = document.children.first else { return [] }
    var cursor = parser.cursor(first)
    let inlines = parser.inlines(parser.items(first.children, &cursor))
    for label in Fragments.references(inlines) { labels.refer(to: label, at: range) }
    let base = values.count
    // A caption's values are computed when its cell has run.
    values += parser.values.map {
      InlineValue(expression: $0.expression, range: range, afterCell: cells.count)
    }
    return Fragments.moved(Fragments.withoutStart(inlines), to: range, base: base)
  }

  // MARK: Tables

  private func table(_ node: MarkdownNode) -> [Block]? {
    guard node.end.line > node.start.line else { return nil }
    let ranges = (node.start.line...node.end.line).map { number -> Range<Int> in
      let line = lines.lines[min(number, lines.lines.count) - 1]
      let text = lifter.text[line].drop { $0 == 32 || $0 == 9 || $0 == 62 }
      let start = number == node.start.line ? lines.offset(node.start) : text.startIndex
      return min(start, line.upperBound)..<line.upperBound
    }
    guard let found = TableParser(bytes: lifter.text).find(ranges) else { return nil }
    var blocks: [Block] = []
    if found.before > 0 {
      let above = ranges[0].lowerBound..<ranges[found.before - 1].upperBound
      let text = String(decoding: lifter.text[above], as: UTF8.self)
      blocks += split(cellItems(TableParser.CellText(text: text, range: above)), lines.range(above))
    }
    var table = PipeTable(
      alignments: found.alignments, header: found.header.map { inlines(cellItems($0)) },
      rows: found.rows.map { row in row.map { inlines(cellItems($0)) } })
    if let caption = found.caption { takeCaption(inlines(cellItems(caption)), into: &table) }
    let start = ranges[found.before].lowerBound
    blocks.append(
      Block(.table(table), range: lines.range(start..<(ranges.last?.upperBound ?? start))))
    return blocks
  }

  private func takeCaption(_ inlines: [Inline], into table: inout PipeTable) {
    var caption = inlines
    if let label = Headings.takeLabel(&caption) {
      labels.define(label.text, at: label.range)
      table.label = label.text
    }
    table.caption = caption
  }

  private func caption(of block: Block) -> ([Inline], String?)? {
    guard case .paragraph(var inlines) = block.kind, case .text(let text)? = inlines.first?.kind,
      text.hasPrefix(": ")
    else { return nil }
    inlines[0].kind = .text(String(text.dropFirst(2)))
    inlines[0].range.start.column += 2
    var table = PipeTable(alignments: [], header: [], rows: [])
    takeCaption(inlines, into: &table)
    return (table.caption, table.label)
  }

  /// Parses the inlines of one cell of a table.
  private func cellItems(_ cell: TableParser.CellText) -> [InlineConverter.Item] {
    guard !cell.text.isEmpty else { return [] }
    let text = String(MathLifter.fragmentStart) + cell.text
    guard let first = MarkdownParser.parse(text).document.children.first else { return [] }
    var cursor = TextCursor(bytes: lifter.text, range: cell.range)
    var nodes = first.children
    if !nodes.isEmpty, nodes[0].literal.first == MathLifter.fragmentStart {
      nodes[0].literal.removeFirst()
      if nodes[0].literal.isEmpty { nodes.removeFirst() }
    }
    return items(Fragments.withoutHints(nodes), &cursor)
  }
}
