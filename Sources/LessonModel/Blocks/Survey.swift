/// Holds what a first walk over the tree found that cmark has to parse apart: tables and captions.
///
/// cmark reads all of it in one go, so that links find their definitions and a lesson with many
/// tables stays cheap.
struct Survey {
  /// Holds a table with its cells as fragments, in the order header, rows, caption.
  struct Table {
    var found: TableParser.Found
    /// The fragment of the text above the table, then those of its cells.
    var above: Int?
    var header: [Int?]
    var rows: [[Int?]]
    var caption: Int?
  }

  /// Holds a cell with its captions as fragments.
  struct Code {
    var draft: CellParser.Draft
    var captions: [Int?]
  }

  var tables: [SourcePosition: Table] = [:]
  var cells: [SourcePosition: Code] = [:]
  private var fragments: [InlineText] = []
  private var nodes: [[MarkdownNode]] = []

  /// Adds a text to be parsed; nil where there is nothing in it.
  mutating func add(_ text: InlineText) -> Int? {
    guard !text.content.bytes.allSatisfy(isSpace) else { return nil }
    fragments.append(text)
    return fragments.count - 1
  }

  /// Lets cmark parse all fragments.
  ///
  /// - Parameter document: the lesson's text, whose link definitions hold for fragments too.
  mutating func parseFragments(document: [UInt8]) {
    guard !fragments.isEmpty else { return }
    var text: [UInt8] = []
    for fragment in fragments {
      text += InlineText.guardian.utf8
      text += fragment.content.bytes
      text += [10, 10]
    }
    let hasLinks = text.contains(91) && document.contains(58)
    let parsed = MarkdownParser.parse(hasLinks ? text + document : text).document.children
    nodes = parsed.prefix(fragments.count).map { paragraph in
      var children = paragraph.children
      guard let first = children.first, first.literal.hasPrefix("\u{F8FF}") else { return children }
      let literal = first.literal.unicodeScalars.dropFirst(InlineText.guardian.unicodeScalars.count)
      children[0].literal = String(literal)
      if literal.isEmpty { children.removeFirst() }
      return children
    }
  }

  /// A fragment and cmark's inlines of it.
  func fragment(_ index: Int) -> (text: InlineText, nodes: [MarkdownNode]) {
    (fragments[index], index < nodes.count ? nodes[index] : [])
  }
}

extension LessonParser {
  /// Finds tables and Swift cells in some blocks and the blocks inside them.
  func takeStock(of nodes: [MarkdownNode]) {
    for node in nodes {
      switch node.kind {
      case .paragraph: survey.tables[node.start] = table(node)
      case .code(let info): survey.cells[node.start] = cell(node, info: info)
      case .quote:
        containers.enterQuote()
        takeStock(of: node.children)
        containers.leave()
      case .item:
        containers.enterItem(at: node.start)
        takeStock(of: node.children)
        containers.leave()
      default: takeStock(of: node.children.filter(\.kind.isBlock))
      }
    }
  }

  private func table(_ node: MarkdownNode) -> Survey.Table? {
    guard node.lastLine > node.start.line, node.children.contains(where: \.isRowEnd) else {
      return nil
    }
    let parser = TableParser(bytes: lifted.bytes)
    let lines = textLines(node).map { line in
      let lead = lifted.bytes[line.range].prefix { $0 == 32 || $0 == 9 }.count
      return (line.range.lowerBound + lead)..<line.range.upperBound
    }
    guard let found = parser.find(lines) else { return nil }
    func add(_ range: Range<Int>) -> Int? {
      survey.add(
        InlineText(content: parser.content(range), lifter: lifter, isParagraph: false))
    }
    func add(_ lines: some Collection<Range<Int>>) -> Int? {
      guard !lines.isEmpty else { return nil }
      let content = InlineContent(lines: Array(lines), of: lifted.bytes)
      return survey.add(InlineText(content: content, lifter: lifter, isParagraph: false))
    }
    return Survey.Table(
      found: found, above: add(lines[..<found.before]), header: found.header.map { add($0) },
      rows: found.rows.map { row in row.map { add($0) } }, caption: add(found.caption))
  }

  private func cell(_ node: MarkdownNode, info: String) -> Survey.Code? {
    guard let fence = fence(node, info: info), fence.language == "swift" else { return nil }
    let draft = CellParser.parse(codeLines(node, fence), source: source, path: path)
    return Survey.Code(draft: draft, captions: draft.captions.map { survey.add($0.text) })
  }
}

extension MarkdownNode {
  /// Whether this is a line end, without which a paragraph has no second line.
  fileprivate var isRowEnd: Bool {
    switch kind {
    case .softBreak, .lineBreak: return true
    default: return false
    }
  }
}
