extension LessonParser {
  /// Turns cmark's blocks into the lesson's.
  func blocks(_ nodes: [MarkdownNode]) -> [Block] {
    var blocks: [Block] = []
    for node in nodes {
      for block in convert(node) where !takeCaption(block, of: &blocks) { blocks.append(block) }
    }
    return blocks
  }

  private func convert(_ node: MarkdownNode) -> [Block] {
    switch node.kind {
    case .paragraph: return paragraph(node)
    case .heading(let level): return [heading(node, level)]
    case .quote: return [quote(node)]
    case .list(let start, let isTight): return [list(node, start: start, isTight: isTight)]
    case .code(let info): return [code(node, info: info)]
    case .thematicBreak: return [Block(.thematicBreak, range: range(node))]
    case .html:
      let range = range(node)
      let bytes = source.offset(range.start)..<source.offset(range.end)
      return [Block(.html(lifter.restored(node.literal, in: bytes)), range: range)]
    default: return []
    }
  }

  private func list(_ node: MarkdownNode, start: Int?, isTight: Bool) -> Block {
    let items = node.children.map { item in
      containers.enterItem(at: item.start)
      defer { containers.leave() }
      return blocks(item.children)
    }
    var range = range(node, around: items.joined().suffix(1))
    if let item = node.children.last, range.end < item.start {
      range.end = source.range(ofLine: item.start.line).end
    }
    return Block(.list(List(start: start, isTight: isTight, items: items)), range: range)
  }

  private func quote(_ node: MarkdownNode) -> Block {
    containers.enterQuote()
    defer { containers.leave() }
    let content = blocks(node.children)
    let range = range(node, around: content)
    // A backslash in front of the bracket makes it text.
    guard isExtended, let first = content.first?.range.start,
      source.line(first.line).dropFirst(first.column - 1).starts(with: [91, 33])
    else { return Block(.quote(content), range: range) }
    switch Callouts.split(content) {
    case .callout(let callout, let title, let rest):
      return Block(.callout(callout, title: title, content: rest), range: range)
    case .unknown(let name, let place):
      let near = NearMiss.of(name, in: Callout.allCases.map(\.rawValue))
      diagnostics.append(
        Diagnostic(
          id: "unknown-callout", severity: .warning, path: path, range: place,
          summary: "there is no callout `[!\(name)]`",
          suggestion: near.map { "Did you mean `[!\($0.uppercased())]`?" }
            ?? "There are NOTE, TIP, WARNING, IMPORTANT and CAUTION."))
    case .none: break
    }
    return Block(.quote(content), range: range)
  }

  // MARK: Paragraphs and headings

  private func paragraph(_ node: MarkdownNode) -> [Block] {
    if isExtended, let table = survey.tables[node.start] { return blocks(of: table) }
    let content = InlineContent(lines: textLines(node), of: lifted.bytes)
    valueCell = cells.count - 1
    let (items, start) = items(
      node.children, of: InlineText(content: content, lifter: lifter))
    var range = range(node)
    range.start = min(start, range.end)
    return split(items, range)
  }

  /// Splits a paragraph at the display math in it.
  func split(_ items: [InlineConverter.Item], _ range: SourceRange) -> [Block] {
    var blocks: [Block] = []
    var open: [Inline] = []
    var count = 0
    func close() {
      while let first = open.first, first.isBlank { open.removeFirst() }
      while let last = open.last, last.isBlank { open.removeLast() }
      guard let first = open.first, let last = open.last else { return }
      let isWhole = blocks.isEmpty && count == items.count
      blocks.append(
        Block(
          .paragraph(open),
          range: isWhole ? range : SourceRange(start: first.range.start, end: last.range.end)))
      open = []
    }
    for item in items {
      switch item {
      case .inline(let inline):
        open.append(inline)
        count += 1
      case .display(let piece, let place):
        close()
        if let label = piece.label { labels.define(label, at: labelRange(label, place)) }
        blocks.append(Block(.math(tex: piece.tex, label: piece.label), range: place))
      }
    }
    if blocks.isEmpty {
      blocks.append(Block(.paragraph(open), range: range))
    } else {
      close()
    }
    return blocks
  }

  /// The place of the label in `{#…}` at the end of display math.
  private func labelRange(_ label: String, _ math: SourceRange) -> SourceRange {
    let length = label.utf8.count + 3
    guard math.end.column > length else { return math }
    return SourceRange(
      start: SourcePosition(line: math.end.line, column: math.end.column - length), end: math.end)
  }

  private func heading(_ node: MarkdownNode, _ level: Int) -> Block {
    var lines = textLines(node)
    // An ATX heading's text starts behind its signs.
    if let first = lines.first?.range, lifted.bytes[first].first == 35,
      node.lastLine == node.start.line
    {
      var start = first.lowerBound
      while start < first.upperBound, lifted.bytes[start] == 35 { start += 1 }
      while start < first.upperBound, isSpace(lifted.bytes[start]) { start += 1 }
      lines = [TextLine(spaces: 0, range: start..<first.upperBound)]
    }
    let isSetext = node.lastLine > node.start.line
    var text = InlineText(content: InlineContent(lines: lines, of: lifted.bytes), lifter: lifter)
    text.isParagraph = isSetext
    valueCell = cells.count - 1
    var content = items(node.children, of: text).items.map(\.inline)
    var id = ""
    if isExtended, let label = Headings.takeLabel(&content),
      labels.define(label.text, at: label.range)
    {
      id = label.text
    }
    return Block(.heading(level: level, id: id, content: content), range: range(node))
  }
}

extension Inline {
  /// Whether there is nothing to see, as at the edges of a paragraph that math split.
  fileprivate var isBlank: Bool {
    switch kind {
    case .softBreak, .lineBreak: return true
    case .text(let text): return text.allSatisfy(\.isWhitespace)
    default: return false
    }
  }
}
