import LessonModel

/// Writes a parsed lesson as HTML exactly as cmark does, to compare the two.
struct CommonMarkHTML {
  private var output = ""

  static func text(_ lesson: Lesson) -> String {
    var writer = CommonMarkHTML()
    for block in lesson.blocks { writer.write(block, isTight: false) }
    return writer.output
  }

  private mutating func newLine() {
    if !output.isEmpty && output.last != "\n" { output += "\n" }
  }

  private mutating func write(_ block: Block, isTight: Bool) {
    switch block.kind {
    case .paragraph(let inlines):
      if isTight { return write(inlines) }
      newLine()
      output += "<p>"
      write(inlines)
      output += "</p>\n"
    case .heading(let level, _, let content):
      newLine()
      output += "<h\(level)>"
      write(content)
      output += "</h\(level)>\n"
    case .quote(let blocks):
      newLine()
      output += "<blockquote>\n"
      for block in blocks { write(block, isTight: false) }
      newLine()
      output += "</blockquote>\n"
    case .list(let list):
      newLine()
      switch list.start {
      case nil: output += "<ul>\n"
      case 1?: output += "<ol>\n"
      case let start?: output += "<ol start=\"\(start)\">\n"
      }
      for item in list.items {
        newLine()
        output += "<li>"
        for block in item { write(block, isTight: list.isTight) }
        output += "</li>\n"
      }
      output += list.start == nil ? "</ul>\n" : "</ol>\n"
    case .listing(let language, let text):
      newLine()
      output +=
        language.isEmpty ? "<pre><code>" : "<pre><code class=\"language-\(escaped(language))\">"
      output += escaped(text) + "</code></pre>\n"
    case .thematicBreak:
      newLine()
      output += "<hr />\n"
    case .html:
      newLine()
      output += "<!-- raw HTML omitted -->"
      newLine()
    case .callout, .cell, .math, .table:
      output += "<!-- not CommonMark -->"
    }
  }

  private mutating func write(_ inlines: [Inline]) {
    for inline in inlines {
      switch inline.kind {
      case .text(let text): output += escaped(text)
      case .code(let text): output += "<code>\(escaped(text))</code>"
      case .softBreak: output += "\n"
      case .lineBreak: output += "<br />\n"
      case .html: output += "<!-- raw HTML omitted -->"
      case .emphasis(let inner): wrap("em", inner)
      case .strong(let inner): wrap("strong", inner)
      case .link(let destination, let title, let inner):
        output += "<a href=\"\(address(destination))\"\(attribute(title))>"
        write(inner)
        output += "</a>"
      case .image(let source, let title, let inner):
        output += "<img src=\"\(address(source))\" alt=\"\(plain(inner))\"\(attribute(title)) />"
      case .math, .value, .reference: output += "<!-- not CommonMark -->"
      }
    }
  }

  private mutating func wrap(_ name: String, _ inner: [Inline]) {
    output += "<\(name)>"
    write(inner)
    output += "</\(name)>"
  }

  private func attribute(_ title: String) -> String {
    title.isEmpty ? "" : " title=\"\(escaped(title))\""
  }

  private func plain(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline.kind {
      case .text(let text), .code(let text), .html(let text): return escaped(text)
      case .softBreak, .lineBreak: return " "
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner),
        .image(_, _, let inner):
        return plain(inner)
      default: return ""
      }
    }.joined()
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// An address as cmark writes it: percent-encoded, and empty where its scheme is unsafe.
  private func address(_ text: String) -> String {
    let lower = text.lowercased()
    let isImage = ["png", "gif", "jpeg", "webp"].contains { lower.hasPrefix("data:image/\($0)") }
    let isUnsafe = ["javascript:", "vbscript:", "file:", "data:"].contains { lower.hasPrefix($0) }
    if isUnsafe && !isImage { return "" }
    var result = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "&": result += "&amp;"
      case "'": result += "&#x27;"
      case _ where byte < 128 && (scalar.properties.isAlphabetic || (48...57).contains(byte)),
        "-", "_", ".", "+", "!", "*", "(", ")", ",", "%", "#", "@", "?", "=", ";", ":", "/", "$",
        "~":
        result.unicodeScalars.append(scalar)
      default:
        let digits = Array("0123456789ABCDEF")
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return result
  }
}
