/// Turns cmark's inlines into the lesson's: math, references and inline values come back.
struct InlineConverter {
  /// Holds a piece of a paragraph; display math ends the paragraph around it.
  enum Item {
    case inline(Inline)
    case display(MathLifter.Piece)
  }

  /// Holds a stretch of text with the source place of every part of it.
  private struct Run {
    var text = ""
    var parts: [(start: Int, source: Range<Int>)] = []

    mutating func append(_ more: String, _ source: Range<Int>) {
      parts.append((text.utf8.count, source))
      text += more
    }

    /// The source offset of an offset in the text.
    func source(_ offset: Int) -> Int {
      guard let part = parts.last(where: { $0.start <= offset }) else { return 0 }
      return min(part.source.lowerBound + offset - part.start, part.source.upperBound)
    }
  }

  let lines: SourceLines
  let lifter: MathLifter
  let isExtended: Bool
  /// Called for every inline value; returns its index.
  var value: (String, SourceRange) -> Int
  /// Called for every reference.
  var reference: (String, SourceRange) -> Void
  /// The first piece of math that has not been put back yet.
  var nextPiece = 0

  mutating func items(_ nodes: [MarkdownNode], _ cursor: inout TextCursor) -> [Item] {
    var items: [Item] = []
    var run = Run()
    for node in nodes {
      switch node.kind {
      case .text: run.append(node.literal, cursor.take(node.literal, hint: hint(node)))
      case .softBreak: run.append("\n", cursor.takeLineBreak())
      default:
        flush(&run, into: &items)
        items.append(.inline(convert(node, &cursor)))
      }
    }
    flush(&run, into: &items)
    return items
  }

  mutating func inlines(_ nodes: [MarkdownNode], _ cursor: inout TextCursor) -> [Inline] {
    items(nodes, &cursor).map { item in
      switch item {
      case .inline(let inline): return inline
      case .display(let piece): return Inline(.math(piece.tex), range: lines.range(piece.range))
      }
    }
  }

  private func hint(_ node: MarkdownNode) -> Int { lines.offset(node.start) }

  private mutating func convert(_ node: MarkdownNode, _ cursor: inout TextCursor) -> Inline {
    switch node.kind {
    case .inlineCode:
      let range = lines.range(cursor.take(node.literal, hint: hint(node)))
      let literal = lifter.restored(node.literal, from: nextPiece)
      if isExtended, literal.hasPrefix("{swift}") {
        let expression = String(literal.dropFirst(7))
        let lead = expression.utf8.prefix { $0 == 32 }.count
        var place = range
        place.start.column += 7 + lead
        return Inline(.value(value(expression.trimmed, place)), range: range)
      }
      return Inline(.code(literal), range: range)
    case .inlineHTML:
      let range = lines.range(cursor.take(node.literal, hint: hint(node)))
      return Inline(.html(lifter.restored(node.literal, from: nextPiece)), range: range)
    case .lineBreak:
      return Inline(.lineBreak, range: lines.range(cursor.takeLineBreak()))
    case .emphasis: return container(node, &cursor) { .emphasis($0) }
    case .strong: return container(node, &cursor) { .strong($0) }
    case .link(let destination, let title):
      let address = lifter.restored(destination, from: nextPiece)
      let words = lifter.restored(title, from: nextPiece)
      return container(node, &cursor) { .link(destination: address, title: words, content: $0) }
    case .image(let source, let title):
      let address = lifter.restored(source, from: nextPiece)
      let words = lifter.restored(title, from: nextPiece)
      return container(node, &cursor) { .image(source: address, title: words, content: $0) }
    default:
      return Inline(.text(node.literal), range: lines.range(cursor.offset..<cursor.offset))
    }
  }

  private mutating func container(
    _ node: MarkdownNode, _ cursor: inout TextCursor, _ make: ([Inline]) -> Inline.Kind
  ) -> Inline {
    let start = cursor.offset
    let content = inlines(node.children, &cursor)
    let first = content.first?.range.start ?? lines.position(start)
    let last = content.last?.range.end ?? lines.position(cursor.offset)
    return Inline(make(content), range: SourceRange(start: first, end: last))
  }

  // MARK: Text

  private mutating func flush(_ run: inout Run, into items: inout [Item]) {
    defer { run = Run() }
    let scalars = Array(run.text.unicodeScalars)
    var text = ""
    var textStart = 0
    var offset = 0
    var index = 0
    func range(_ from: Int, _ to: Int) -> SourceRange {
      lines.range(
        run.source(
          from)..<max(run.source(from), run.source(max(to - 1, from)) + (to > from ? 1 : 0)))
    }
    func close(_ items: inout [Item]) {
      if !text.isEmpty {
        items.append(.inline(Inline(.text(text), range: range(textStart, offset))))
      }
      text = ""
    }
    while index < scalars.count {
      let scalar = scalars[index]
      let width = scalar.utf8Width
      if scalar == "\n" {
        close(&items)
        items.append(.inline(Inline(.softBreak, range: range(offset, offset + 1))))
        offset += 1
        index += 1
        textStart = offset
      } else if MathLifter.isPlaceholder(scalar),
        let number = lifter.index(of: scalar, from: nextPiece)
      {
        let piece = lifter.pieces[number]
        nextPiece = number + 1
        if piece.kind == .literal {
          if text.isEmpty { textStart = offset }
          text += piece.tex
          offset += width
          index += 1
          continue
        }
        close(&items)
        skip(piece, scalars, &index, &offset)
        if piece.kind == .display {
          items.append(.display(piece))
        } else {
          items.append(.inline(Inline(.math(piece.tex), range: lines.range(piece.range))))
        }
        textStart = offset
      } else if isExtended, scalar == "@", let label = InlineConverter.label(scalars, index) {
        close(&items)
        let place = range(offset, offset + 1 + label.utf8.count)
        reference(label, place)
        items.append(.inline(Inline(.reference(label), range: place)))
        offset += 1 + label.utf8.count
        index += 1 + label.unicodeScalars.count
        textStart = offset
      } else {
        if text.isEmpty { textStart = offset }
        text.unicodeScalars.append(scalar)
        offset += width
        index += 1
      }
    }
    close(&items)
  }

  /// Moves behind the letters that fill up a placeholder, on every line of it.
  private func skip(
    _ piece: MathLifter.Piece, _ scalars: [Unicode.Scalar], _ index: inout Int, _ offset: inout Int
  ) {
    offset += scalars[index].utf8Width
    index += 1
    for (step, count) in piece.fill.enumerated() {
      if step > 0, index < scalars.count, scalars[index] == "\n" {
        index += 1
        offset += 1
      }
      var left = count
      while left > 0, index < scalars.count, scalars[index] == "m" {
        index += 1
        offset += 1
        left -= 1
      }
    }
  }

  /// The label of a reference that starts with the `@` at an index.
  private static func label(_ scalars: [Unicode.Scalar], _ at: Int) -> String? {
    if at > 0,
      scalars[at - 1].properties.isAlphabetic || scalars[at - 1].properties.numericType != nil
    {
      return nil
    }
    var end = at + 1
    while end < scalars.count, scalars[end].isASCII,
      scalars[end].properties.isAlphabetic || scalars[end].properties.numericType != nil
        || scalars[end] == "-" || scalars[end] == "_"
    {
      end += 1
    }
    while end > at + 1, scalars[end - 1] == "-" || scalars[end - 1] == "_" { end -= 1 }
    var label = ""
    label.unicodeScalars.append(contentsOf: scalars[(at + 1)..<end])
    let isKnown = ["fig-", "tbl-", "eq-", "sec-"].contains {
      label.hasPrefix($0) && label.count > $0.count
    }
    return isKnown ? label : nil
  }
}

extension Unicode.Scalar {
  var utf8Width: Int { value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4 }
}
