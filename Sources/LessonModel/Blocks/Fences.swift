extension LessonParser {
  /// Holds how a block of code is fenced.
  struct Fence {
    /// The first word behind the fence.
    var language: String
    /// What follows the first word.
    var rest: String
    var character: UInt8
    var length: Int
    /// How many columns of white space come off every line of code.
    var indent: Int
    var isClosed: Bool
  }

  /// How a block of code is fenced, nil for code by indentation.
  func fence(_ node: MarkdownNode, info: String) -> Fence? {
    let indent = containers.indentOfBlock(at: node.start)
    guard indent <= 3 else { return nil }
    let opening = lifted.bytes[
      lifted.offset(node.start)..<lifted.offsets(ofLine: node.start.line).upperBound]
    guard let character = opening.first, character == 96 || character == 126 else { return nil }
    let length = opening.prefix { $0 == character }.count
    guard length >= 3 else { return nil }
    let words = info.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    var fence = Fence(
      language: words.first ?? "", rest: words.count > 1 ? words[1] : "", character: character,
      length: length, indent: indent, isClosed: false)
    fence.isClosed = isClosed(node, fence)
    return fence
  }

  private func isClosed(_ node: MarkdownNode, _ fence: Fence) -> Bool {
    guard node.lastLine > node.start.line, node.lastLine <= lifted.lines.count else { return false }
    var (cursor, isInside) = containers.cursor(line: node.lastLine)
    guard isInside, cursor.indent <= 3 else { return false }
    cursor.skipSpace()
    let rest = lifted.bytes[cursor.offset..<cursor.end]
    let run = rest.prefix { $0 == fence.character }
    return run.count >= fence.length
      && rest.dropFirst(run.count).allSatisfy { $0 == 32 || $0 == 9 }
  }

  /// The lines of code inside a fence, with their places.
  func codeLines(_ node: MarkdownNode, _ fence: Fence) -> [Cell.Line] {
    var texts = node.literal.split(separator: "\n", omittingEmptySubsequences: false)
    if texts.last?.isEmpty == true { texts.removeLast() }
    return texts.enumerated().map { index, text in
      let number = node.start.line + 1 + index
      var cursor = containers.cursor(line: number).cursor
      cursor.advance(columns: min(fence.indent, cursor.indent))
      let start = SourcePosition(
        line: number, column: cursor.offset - lifted.offsets(ofLine: number).lowerBound + 1)
      let line = cursor.offset..<cursor.end
      return Cell.Line(text: lifter.restored(String(text), in: line), start: start)
    }
  }

  /// Turns a block of code into a cell, a listing or math.
  func code(_ node: MarkdownNode, info: String) -> Block {
    let range = range(node)
    let bytes = source.offset(node.start)..<source.offset(range.end)
    let literal = lifter.restored(node.literal, in: bytes)
    guard isExtended, let fence = fence(node, info: info) else {
      let language = info.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? ""
      return Block(.listing(language: language, text: literal), range: range)
    }
    if !fence.isClosed { report(unclosed: fence, node) }
    switch fence.language {
    case "swift": return cell(node, range)
    case "math":
      let label = Headings.label(in: fence.rest)
      if let label { labels.define(label, at: source.range(ofLine: node.start.line)) }
      return Block(.math(tex: literal.trimmed, label: label), range: range)
    default: return Block(.listing(language: fence.language, text: literal), range: range)
    }
  }

  private func report(unclosed fence: Fence, _ node: MarkdownNode) {
    var range = range(node)
    range.end = source.range(ofLine: node.start.line).end
    let sign = String(
      repeating: Character(Unicode.Scalar(fence.character)), count: fence.length)
    diagnostics.append(
      Diagnostic(
        id: "unclosed-fence", path: path, range: range,
        summary: "this code fence is never closed",
        suggestion: "Put a line \(sign) below the code."))
  }

  private func cell(_ node: MarkdownNode, _ range: SourceRange) -> Block {
    let index = cells.count
    guard let code = survey.cells[node.start] else {
      return Block(.listing(language: "swift", text: node.literal), range: range)
    }
    var options = code.draft.options
    // A caption's values are computed when its cell has run.
    valueCell = index
    for (caption, fragment) in zip(code.draft.captions, code.captions) {
      options[keyPath: caption.field] = fragment.map { inlines(ofFragment: $0) } ?? []
    }
    diagnostics += code.draft.diagnostics
    if let label = options.label, let place = code.draft.labelRange {
      labels.define(label, at: place)
    }
    cells.append(Cell(index: index, options: options, lines: code.draft.code, range: range))
    return Block(.cell(index), range: range)
  }
}
