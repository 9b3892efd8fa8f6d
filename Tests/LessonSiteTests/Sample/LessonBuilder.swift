import LessonModel

/// Puts a lesson together by hand, with the places of its parts found in its text.
struct LessonBuilder {
  let path: String
  let source: String
  var frontMatter = FrontMatter()
  var blocks: [Block] = []
  var cells: [Cell] = []
  var values: [InlineValue] = []

  init(path: String = "Lessons/sample.md", source: String) {
    self.path = path
    self.source = source
  }

  var lesson: Lesson {
    Lesson(
      path: path, source: source, frontMatter: frontMatter, blocks: blocks, cells: cells,
      values: values)
  }

  /// The place of a text in the source; the first byte where it is not there.
  func range(of text: String) -> SourceRange {
    guard let found = source.firstRange(of: text) else { return SourceRange(line: 1, column: 1) }
    return SourceRange(start: position(found.lowerBound), end: position(found.upperBound))
  }

  private func position(_ index: String.Index) -> SourcePosition {
    let before = source[..<index].utf8
    let line = before.filter { $0 == UInt8(ascii: "\n") }.count + 1
    let start = before.lastIndex(of: UInt8(ascii: "\n")).map { before.index(after: $0) }
    return SourcePosition(
      line: line, column: before.distance(from: start ?? before.startIndex, to: index) + 1)
  }

  mutating func add(_ kind: Block.Kind, at text: String = "") {
    blocks.append(Block(kind, range: range(of: text)))
  }

  mutating func heading(_ level: Int, _ id: String, _ text: String) {
    add(.heading(level: level, id: id, content: [t(text)]), at: text)
  }

  mutating func paragraph(_ content: Inline...) { add(.paragraph(content)) }

  mutating func math(_ tex: String, label: String? = nil) {
    add(.math(tex: tex, label: label), at: tex)
  }

  mutating func cell(_ code: String, _ change: (inout CellOptions) -> Void = { _ in }) {
    var options = CellOptions()
    change(&options)
    let range = range(of: code)
    let lines = code.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
      Cell.Line(
        text: String($1), start: SourcePosition(line: range.start.line + $0, column: 1))
    }
    cells.append(Cell(index: cells.count, options: options, lines: lines, range: range))
    add(.cell(cells.count - 1), at: code)
  }

  func inline(_ kind: Inline.Kind, at text: String) -> Inline {
    Inline(kind, range: range(of: text))
  }

  func t(_ text: String) -> Inline { inline(.text(text), at: text) }
  func m(_ tex: String) -> Inline { inline(.math(tex), at: tex) }
  func c(_ code: String) -> Inline { inline(.code(code), at: code) }
  func ref(_ label: String) -> Inline { inline(.reference(label), at: "@\(label)") }
  func em(_ text: String) -> Inline { inline(.emphasis([t(text)]), at: text) }
  func strong(_ text: String) -> Inline { inline(.strong([t(text)]), at: text) }

  mutating func value(_ expression: String) -> Inline {
    values.append(
      InlineValue(
        expression: expression, range: range(of: expression), afterCell: cells.count - 1))
    return inline(.value(values.count - 1), at: expression)
  }
}
