import LessonModel

/// Checks that every node's place in the source holds what the node says.
struct Places {
  private let lines: [[UInt8]]
  private(set) var faults: [String] = []
  private(set) var checked = 0

  /// What is wrong with the places of a lesson; nothing where all are right.
  static func faults(_ lesson: Lesson) -> [String] {
    var places = Places(lesson.source)
    places.check(lesson.blocks, from: SourcePosition(line: 1, column: 1))
    for cell in lesson.cells { places.check(cell) }
    for value in lesson.values {
      let found = places.text(value.range)
      let wanted = value.expression.filter { !$0.isWhitespace }
      if found.filter({ !$0.isWhitespace && $0 != ">" }) != wanted.filter({ $0 != ">" }) {
        places.faults.append("value \(value.expression) at \(value.range) is \(found)")
      }
    }
    return places.faults
  }

  init(_ source: String) {
    var lines: [[UInt8]] = [[]]
    let bytes = Array(source.utf8)
    for (index, byte) in bytes.enumerated() {
      if byte == 10 || byte == 13 {
        if !(byte == 10 && index > 0 && bytes[index - 1] == 13) { lines.append([]) }
      } else {
        lines[lines.count - 1].append(byte)
      }
    }
    self.lines = lines
  }

  /// The source in a range, line ends as line feeds.
  func text(_ range: SourceRange) -> String {
    guard range.start.line >= 1, range.end.line <= lines.count, range.start <= range.end else {
      return "<outside>"
    }
    var parts: [String] = []
    for line in range.start.line...range.end.line {
      let bytes = lines[line - 1]
      let start = line == range.start.line ? range.start.column - 1 : 0
      let end = line == range.end.line ? range.end.column - 1 : bytes.count
      guard start >= 0, start <= end, end <= bytes.count else { return "<outside>" }
      parts.append(String(decoding: bytes[start..<end], as: UTF8.self))
    }
    return parts.joined(separator: "\n")
  }

  private mutating func expect(_ condition: Bool, _ what: String, _ range: SourceRange) {
    checked += 1
    if !condition {
      faults.append(
        "\(what) at \(range.start.line):\(range.start.column)-\(range.end.line):"
          + "\(range.end.column), where the source is \(text(range).debugDescription)")
    }
  }

  private mutating func check(_ blocks: [Block], from start: SourcePosition) {
    var last = start
    for block in blocks {
      expect(block.range.start >= last, "block \(block.kind) out of order", block.range)
      expect(text(block.range) != "<outside>", "block \(block.kind) outside", block.range)
      last = block.range.start
      switch block.kind {
      case .paragraph(let inlines): check(inlines, in: block.range)
      case .heading(_, _, let inlines): check(inlines, in: block.range)
      case .quote(let inner):
        expect(text(block.range).first == ">", "quote", block.range)
        check(inner, from: block.range.start)
      case .callout(_, let title, let inner):
        expect(text(block.range).first == ">", "callout", block.range)
        check(title, in: block.range)
        check(inner, from: block.range.start)
      case .list(let list):
        for item in list.items { check(item, from: block.range.start) }
      case .table(let table):
        for cell in table.header + table.rows.flatMap({ $0 }) { check(cell, in: block.range) }
        check(table.caption, in: nil)
      case .math(let tex, _):
        expect(squeezed(text(block.range)).contains(squeezed(tex)), "math \(tex)", block.range)
      case .thematicBreak:
        expect(["*", "-", "_"].contains(text(block.range).first), "break", block.range)
      case .listing, .cell, .html: break
      }
    }
  }

  private mutating func check(_ cell: Cell) {
    for line in cell.lines {
      let end = SourcePosition(
        line: line.start.line, column: line.start.column + line.text.utf8.count)
      let range = SourceRange(start: line.start, end: end)
      // A tab that a list's indentation takes in part shows as spaces.
      expect(text(range) == line.text || line.text.first == " ", "line \(line.text)", range)
    }
  }

  private mutating func check(_ inlines: [Inline], in block: SourceRange?) {
    var last = block?.start ?? SourcePosition(line: 1, column: 1)
    for inline in inlines {
      let range = inline.range
      expect(range.start >= last, "\(inline.kind) out of order", range)
      if let block { expect(range.end <= block.end, "\(inline.kind) behind its block", range) }
      last = range.end
      let found = text(range)
      switch inline.kind {
      case .text(let text): expect(isSame(text, found), "text \(text.debugDescription)", range)
      case .code(let code):
        let inside = found.drop { $0 == "`" }
        expect(
          found.first == "`" && found.last == "`"
            && squeezed(String(inside)).hasPrefix(squeezed(code)),
          "code \(code.debugDescription)", range)
      case .math(let tex):
        expect(
          found.first == "$" && squeezed(found).contains(squeezed(tex)), "math \(tex)", range)
      case .value: expect(found.first == "`" && found.last == "`", "value", range)
      case .reference(let label): expect(found == "@\(label)", "reference \(label)", range)
      case .emphasis(let inner):
        expect(["*", "_"].contains(found.first) && found.first == found.last, "emphasis", range)
        check(inner, in: range)
      case .strong(let inner):
        expect(
          (found.hasPrefix("**") && found.hasSuffix("**"))
            || (found.hasPrefix("__") && found.hasSuffix("__")), "strong", range)
        check(inner, in: range)
      case .link(_, _, let inner):
        expect(
          (found.first == "[" && [")", "]"].contains(found.last))
            || (found.first == "<" && found.last == ">"), "link", range)
        check(inner, in: range)
      case .image(_, _, let inner):
        expect(found.hasPrefix("![") && [")", "]"].contains(found.last), "image", range)
        check(inner, in: range)
      case .softBreak, .lineBreak: expect(found.contains("\n"), "line break", range)
      case .html(let html): expect(squeezed(found) == squeezed(html), "html \(html)", range)
      }
    }
  }

  /// Whether a source stands for a text: the same, or the same with escapes and entities.
  private func isSame(_ text: String, _ source: String) -> Bool {
    if text == source { return true }
    // The rest of a tab that a list's indentation takes in part shows as spaces.
    if text.first == " ", source.first == "\t" {
      return isSame(
        String(text.drop(while: \.isWhitespace)), String(source.drop(while: \.isWhitespace)))
    }
    var bytes = Array(source.utf8)[...]
    var rest = Array(text.utf8)[...]
    while let byte = bytes.first {
      if byte == UInt8(ascii: "&"), let end = bytes.firstIndex(of: UInt8(ascii: ";")),
        rest.first != byte || !rest.starts(with: bytes[...end])
      {
        // An entity stands for one character or two.
        let characters = String(decoding: rest, as: UTF8.self).unicodeScalars
        return [1, 2].contains { count in
          isSame(
            String(String.UnicodeScalarView(characters.dropFirst(count))),
            String(decoding: bytes[(end + 1)...], as: UTF8.self))
        }
      }
      if byte == 0 {
        rest = rest.dropFirst(3)
        bytes.removeFirst()
        continue
      }
      if byte == UInt8(ascii: "\\"), rest.first != byte || bytes.dropFirst().first == byte {
        bytes.removeFirst()
      } else if byte == UInt8(ascii: "\\"), bytes.dropFirst().first == UInt8(ascii: "|") {
        // In a table a bar is escaped before anything else.
        bytes.removeFirst()
      }
      guard let next = bytes.popFirst(), rest.popFirst() == next else { return false }
    }
    return rest.isEmpty
  }

  /// A text without white space, quote markers, and the escapes of bars in tables.
  private func squeezed(_ text: String) -> String {
    text.replacing("\\|", with: "|").filter { !$0.isWhitespace && $0 != ">" }
  }
}
