/// Turns cmark's inlines into the lesson's: math, references and inline values come back.
struct InlineConverter {
  /// Holds a piece of a paragraph; display math ends the paragraph around it.
  enum Item {
    case inline(Inline)
    case display(MathLifter.Piece, SourceRange)

    /// The item as an inline, for headings, captions and tables.
    var inline: Inline {
      switch self {
      case .inline(let inline): return inline
      case .display(let piece, let range): return Inline(.math(piece.tex), range: range)
      }
    }
  }

  /// Takes what the converter finds.
  protocol Delegate: AnyObject {
    /// Takes an inline value's expression and its place; returns its index.
    func add(value expression: String, at range: SourceRange) -> Int
    func add(reference label: String, at range: SourceRange)
    func add(unclosedMathAt range: SourceRange)
  }

  private let text: InlineText
  private let lines: SourceLines
  private let isExtended: Bool
  private let delegate: any Delegate
  private var aligner: InlineAligner
  /// Text that belongs to one inline, and its range in the content.
  private var pending: (bytes: [UInt8], range: Range<Int>) = ([], 0..<0)
  /// Everything before this offset of the lifter's source belongs to math that was put back.
  private var mathEnd = 0

  init(
    _ text: InlineText, lines: SourceLines, isExtended: Bool, entities: Entities,
    delegate: any Delegate
  ) {
    self.text = text
    self.lines = lines
    self.isExtended = isExtended
    self.delegate = delegate
    aligner = InlineAligner(
      text.content.bytes, entities: entities, skipsDefinitions: text.isParagraph)
  }

  /// The place of all inlines that were converted, from where the converter began.
  var start: SourcePosition { range(aligner.offset..<aligner.offset).start }

  mutating func items(_ nodes: [MarkdownNode]) -> [Item] { items(nodes, isAutolink: false) }

  private mutating func items(_ nodes: [MarkdownNode], isAutolink: Bool) -> [Item] {
    var items: [Item] = []
    for node in nodes {
      switch node.kind {
      case .text:
        for piece in aligner.text(Array(node.literal.utf8), escapes: !isAutolink) {
          take(piece, isAutolink: isAutolink, &items)
        }
      case .softBreak:
        let place = aligner.lineBreak()
        guard text.content.source(place.upperBound - 1) >= mathEnd else { continue }
        flush(&items)
        items.append(.inline(Inline(.softBreak, range: range(place))))
      default:
        flush(&items)
        items.append(.inline(convert(node)))
      }
    }
    flush(&items)
    return items
  }

  private func range(_ offsets: Range<Int>) -> SourceRange { text.range(offsets, in: lines) }

  private func restored(_ literal: String, _ offsets: Range<Int>) -> String {
    text.lifter.restored(literal, in: text.content.source(offsets))
  }

  // MARK: Nodes

  private mutating func convert(_ node: MarkdownNode) -> Inline {
    switch node.kind {
    case .inlineCode: return code(node.literal)
    case .inlineHTML:
      let place = aligner.verbatim(node.literal.utf8.count)
      return Inline(.html(restored(node.literal, place)), range: range(place))
    case .lineBreak: return Inline(.lineBreak, range: range(aligner.lineBreak()))
    case .emphasis: return delimited(node, 1) { .emphasis($0) }
    case .strong: return delimited(node, 2) { .strong($0) }
    case .link(let destination, let title):
      return link(node, isImage: false) {
        .link(destination: $1(destination), title: $1(title), content: $0)
      }
    case .image(let source, let title):
      return link(node, isImage: true) {
        .image(source: $1(source), title: $1(title), content: $0)
      }
    default: return Inline(.text(node.literal), range: range(aligner.offset..<aligner.offset))
    }
  }

  private mutating func delimited(
    _ node: MarkdownNode, _ count: Int, _ make: ([Inline]) -> Inline.Kind
  ) -> Inline {
    let start = aligner.delimiters(count).lowerBound
    if node.isCut { aligner.giveUp() }
    let content = items(node.children, isAutolink: false).map(\.inline)
    let end = aligner.delimiters(count).upperBound
    return Inline(make(content), range: range(start..<end))
  }

  private mutating func link(
    _ node: MarkdownNode, isImage: Bool, _ make: ([Inline], (String) -> String) -> Inline.Kind
  ) -> Inline {
    let start = aligner.offset
    let isAutolink = aligner.openLink(isImage: isImage)
    if node.isCut { aligner.giveUp() }
    let content = items(node.children, isAutolink: isAutolink).map(\.inline)
    let target = isAutolink ? start : aligner.offset
    aligner.closeLink(isAutolink: isAutolink)
    let behind = target..<aligner.offset
    let kind = make(content) { restored($0, behind) }
    return Inline(kind, range: range(start..<aligner.offset))
  }

  private mutating func code(_ literal: String) -> Inline {
    let (whole, inside) = aligner.code()
    let literal = restored(literal, inside)
    guard isExtended, literal.hasPrefix("{swift}") else {
      return Inline(.code(literal), range: range(whole))
    }
    let bytes = text.content.bytes
    var start = inside.lowerBound
    while start < inside.upperBound, bytes[start] != UInt8(ascii: "}") { start += 1 }
    start = min(start + 1, inside.upperBound)
    var end = inside.upperBound
    while start < end, isSpace(bytes[start]) { start += 1 }
    while start < end, isSpace(bytes[end - 1]) { end -= 1 }
    let expression = String(literal.dropFirst(7)).trimmed
    let index = delegate.add(value: expression, at: range(start..<end))
    return Inline(.value(index), range: range(whole))
  }

  // MARK: Text

  private mutating func flush(_ items: inout [Item]) {
    guard !pending.bytes.isEmpty else { return }
    let text = String(decoding: pending.bytes, as: UTF8.self)
    items.append(.inline(Inline(.text(text), range: range(pending.range))))
    pending.bytes.removeAll()
  }

  private mutating func append(_ bytes: some Collection<UInt8>, _ range: Range<Int>) {
    let start = pending.bytes.isEmpty ? range.lowerBound : pending.range.lowerBound
    pending.bytes.append(contentsOf: bytes)
    pending.range = start..<max(range.upperBound, start)
  }

  private mutating func take(
    _ piece: InlineAligner.Piece, isAutolink: Bool, _ items: inout [Item]
  ) {
    guard piece.isVerbatim, !isAutolink else {
      let text = String(decoding: piece.text, as: UTF8.self)
      let rest = piece.range.lowerBound..<self.text.content.bytes.count
      let place = piece.range.isEmpty ? rest : piece.range
      return append(Array(restored(text, place).utf8), piece.range)
    }
    reportUnclosed(piece.range)
    let marker = text.lifter.marker.first
    let bytes = piece.text
    /// The content offset of an index into the piece's text.
    let shift = piece.range.lowerBound - bytes.startIndex
    var index = bytes.startIndex
    var start = index
    if text.content.source(index + shift) < mathEnd {
      index = behindMath(piece)
      start = index
    }
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == marker, let found = text.lifter.piece(at: text.content.source(index + shift)) {
        append(bytes[start..<index], (start + shift)..<(index + shift))
        flush(&items)
        let place = mathRange(found, from: index + shift)
        items.append(
          found.isDisplay
            ? .display(found, place) : .inline(Inline(.math(found.tex), range: place)))
        mathEnd = found.range.upperBound
        index = behindMath(piece, from: index)
        start = index
      } else if isExtended, byte == UInt8(ascii: "@"), let end = referenceEnd(bytes, index) {
        append(bytes[start..<index], (start + shift)..<(index + shift))
        flush(&items)
        let label = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
        let place = range((index + shift)..<(end + shift))
        delegate.add(reference: label, at: place)
        items.append(.inline(Inline(.reference(label), range: place)))
        index = end
        start = end
      } else {
        index += 1
      }
    }
    append(bytes[start...], (start + shift)..<(bytes.endIndex + shift))
  }

  /// The index into a piece's text of the first byte behind the math that was put back last.
  private func behindMath(_ piece: InlineAligner.Piece, from start: Int? = nil) -> Int {
    let shift = piece.range.lowerBound - piece.text.startIndex
    let index = start ?? piece.text.startIndex
    // A piece lies on one line, so its bytes follow each other in the source.
    return min(index + mathEnd - text.content.source(index + shift), piece.text.endIndex)
  }

  /// The place of math that starts at an offset of the content.
  private func mathRange(_ piece: MathLifter.Piece, from offset: Int) -> SourceRange {
    guard case .shifted(let distance) = text.place else { return range(offset..<offset) }
    return lines.range((piece.range.lowerBound + distance)..<(piece.range.upperBound + distance))
  }

  private func reportUnclosed(_ offsets: Range<Int>) {
    guard !text.lifter.unclosed.isEmpty else { return }
    let source = text.content.source(offsets)
    for place in text.lifter.unclosed(in: source) {
      let start = offsets.lowerBound + place - source.lowerBound
      delegate.add(unclosedMathAt: range(start..<(start + 2)))
    }
  }

  /// The end of the reference that starts with the `@` at an index, nil where there is none.
  private func referenceEnd(_ bytes: ArraySlice<UInt8>, _ at: Int) -> Int? {
    let before = at > bytes.startIndex ? bytes[at - 1] : pending.bytes.last
    // `a@fig-b` is an address.
    if let before {
      let isWord = before >= 0x80 ? isLetter(bytes, at) : isLabelByte(before) && before != 45
      if isWord || before == UInt8(ascii: "/") { return nil }
    }
    var end = at + 1
    while end < bytes.endIndex, isLabelByte(bytes[end]) { end += 1 }
    while end > at + 1, bytes[end - 1] == 45 || bytes[end - 1] == 95 { end -= 1 }
    let label = bytes[(at + 1)..<end]
    return Labels.prefixes.contains { label.starts(with: $0.utf8) && label.count > $0.utf8.count }
      ? end : nil
  }

  /// Whether the character that ends before an index is a letter beyond ASCII.
  private func isLetter(_ bytes: ArraySlice<UInt8>, _ end: Int) -> Bool {
    String(decoding: bytes[..<end].suffix(4), as: UTF8.self).last?.isLetter ?? false
  }

  private func isLabelByte(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
      || byte == 45 || byte == 95
  }
}
