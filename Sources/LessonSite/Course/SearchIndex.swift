internal import LessonModel

/// Collects the words of lessons, section by section, for the search on the index page.
enum SearchIndex {
  /// Holds one lesson's part of the index.
  struct Entry {
    var file: String
    var title: String
    var sections: [Section]
  }

  /// Holds one section: where it is, what it is called, what it says.
  struct Section {
    var anchor: String
    var heading: String
    var text: String
  }

  /// A lesson's words: prose, captions and shown code; inline values as they were computed.
  static func entry(_ lesson: Lesson, values: [String?]) -> Entry {
    let heading = LessonHeading(lesson)
    let numbering = Numbering(lesson: lesson, outcome: .empty, blocks: heading.body)
    var collector = Collector(lesson: lesson, values: values, numbering: numbering)
    collector.sections[0].text = lesson.frontMatter.description ?? ""
    collector.visit(heading.body)
    return Entry(
      file: Site.file(of: lesson), title: heading.title,
      sections: collector.sections.filter { !$0.heading.isEmpty || !$0.text.isEmpty })
  }

  /// The index as JSON: per lesson file, title and sections, each an array.
  static func json(_ entries: [Entry]) -> String {
    let lessons = entries.map { entry in
      let sections = entry.sections.map {
        "[\(quoted($0.anchor)),\(quoted($0.heading)),\(quoted($0.text))]"
      }
      return "[\(quoted(entry.file)),\(quoted(entry.title)),[\(sections.joined(separator: ",\n"))]]"
    }
    return "[\(lessons.joined(separator: ",\n"))]"
  }

  /// A JSON string that can stand in a script element: no sign in it can end the element.
  static func quoted(_ text: String) -> String {
    var output = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "<": output += "\\u003c"
      case _ where scalar.value < 0x20 || scalar.value == 0x2028 || scalar.value == 0x2029:
        let digits = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: output.unicodeScalars.append(scalar)
      }
    }
    return output + "\""
  }
}

/// Walks over a lesson and collects words.
private struct Collector {
  let lesson: Lesson
  let values: [String?]
  let numbering: Numbering
  var sections = [SearchIndex.Section(anchor: "", heading: "", text: "")]
  private var count = 0

  init(lesson: Lesson, values: [String?], numbering: Numbering) {
    self.lesson = lesson
    self.values = values
    self.numbering = numbering
  }

  mutating func visit(_ blocks: [Block]) {
    for block in blocks {
      switch block.kind {
      case .heading(_, _, let content):
        guard numbering.sections.indices.contains(count) else { continue }
        let anchor = numbering.sections[count].anchor
        sections.append(.init(anchor: anchor, heading: words(content), text: ""))
        count += 1
      case .paragraph(let content): add(words(content))
      case .quote(let inner): visit(inner)
      case .callout(_, let title, let inner):
        add(words(title))
        visit(inner)
      case .list(let list): for item in list.items { visit(item) }
      case .listing(_, let text): add(text)
      case .table(let table):
        add(words(table.caption))
        for cell in table.header + table.rows.joined() { add(words(cell)) }
      case .cell(let index): visitCell(index)
      case .math, .thematicBreak, .html: break
      }
    }
  }

  private mutating func visitCell(_ index: Int) {
    guard lesson.cells.indices.contains(index) else { return }
    let options = lesson.cells[index].options
    guard options.include else { return }
    if options.echo { add(lesson.cells[index].code) }
    add(words(options.figureCaption ?? []))
    add(words(options.tableCaption ?? []))
  }

  private mutating func add(_ text: String) {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if line.isEmpty { return }
    let last = sections.count - 1
    sections[last].text += (sections[last].text.isEmpty ? "" : " ") + line
  }

  private func words(_ content: [Inline]) -> String {
    content.map { inline in
      switch inline.kind {
      case .value(let index): values.indices.contains(index) ? values[index] ?? "" : ""
      case .math, .html: ""
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner): words(inner)
      default: [inline].plainText
      }
    }.joined()
  }
}
