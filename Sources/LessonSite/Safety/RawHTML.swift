internal import LessonModel
internal import Markup

/// Reads an author's HTML into the page's tree, so that a page stays well-formed whatever it holds.
///
/// Tags may open in one piece and close in another, as inline HTML does around Markdown; what is
/// never closed is closed at the end, and what closes nothing is dropped. Both are reported.
struct RawHTML {
  private var stack: [Element] = [Element("")]
  /// What is wrong, one sentence each.
  private(set) var faults: [String] = []

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  /// Adds nodes that come from elsewhere.
  mutating func add(_ nodes: [Node]) { stack[stack.count - 1].children += nodes }

  /// The finished nodes.
  mutating func finish() -> [Node] {
    while stack.count > 1 {
      faults.append("'<\(stack[stack.count - 1].name)>' is never closed")
      close()
    }
    return stack[0].children
  }

  private mutating func close() {
    let element = stack.removeLast()
    stack[stack.count - 1].children.append(.element(element))
  }

  /// Reads a piece of HTML.
  mutating func read(_ html: String) {
    var rest = html[...]
    while let open = rest.firstIndex(of: "<") {
      addText(rest[..<open])
      rest = rest[open...]
      if rest.hasPrefix("<!--") {
        rest = skip(rest, past: "-->")
      } else if rest.hasPrefix("<!") || rest.hasPrefix("<?") {
        rest = skip(rest, past: ">")
      } else if rest.hasPrefix("</") {
        let name = rest.dropFirst(2).prefix { $0 != ">" }
        closeTag(name.lowercased().filter { !$0.isWhitespace })
        rest = skip(rest, past: ">")
      } else if let next = rest.dropFirst().first, next.isASCII, next.isLetter {
        rest = openTag(rest)
      } else {
        addText("<")
        rest = rest.dropFirst()
      }
    }
    addText(rest)
  }

  private func skip(_ text: Substring, past end: String) -> Substring {
    guard let range = text.firstRange(of: end) else { return "" }
    return text[range.upperBound...]
  }

  private mutating func addText(_ text: Substring) {
    if !text.isEmpty { add([.text(Entities.decoded(text))]) }
  }

  private mutating func closeTag(_ name: String) {
    if RawHTML.void.contains(name) { return }
    guard stack.dropFirst().contains(where: { $0.name == name }) else {
      return faults.append("'</\(name)>' closes nothing")
    }
    while let last = stack.last, last.name != name {
      faults.append("'<\(last.name)>' is never closed")
      close()
    }
    close()
  }

  private mutating func openTag(_ text: Substring) -> Substring {
    var rest = text.dropFirst()
    let name = rest.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
    rest = rest.dropFirst(name.count)
    var attributes: [(String, String)] = []
    var isClosed = false
    while let next = rest.first, next != ">" {
      if next.isWhitespace || next == "/" {
        isClosed = next == "/"
        rest = rest.dropFirst()
        continue
      }
      let key = rest.prefix { !$0.isWhitespace && !"=>/".contains($0) }
      rest = rest.dropFirst(key.count)
      var value: Substring = ""
      let trimmed = rest.drop(while: \.isWhitespace)
      if trimmed.first == "=" {
        rest = trimmed.dropFirst().drop(while: \.isWhitespace)
        if let quote = rest.first, quote == "\"" || quote == "'" {
          value = rest.dropFirst().prefix { $0 != quote }
          rest = rest.dropFirst(value.count + 2)
        } else {
          value = rest.prefix { !$0.isWhitespace && $0 != ">" }
          rest = rest.dropFirst(value.count)
        }
      } else if key.isEmpty {
        rest = rest.dropFirst()
      }
      if !key.isEmpty { attributes.append((key.lowercased(), Entities.decoded(value))) }
    }
    let element = Element(name.lowercased(), attributes)
    if isClosed || RawHTML.void.contains(element.name) {
      add([.element(element)])
    } else {
      stack.append(element)
    }
    return rest.dropFirst()
  }
}

/// Decodes the entities that HTML written by hand has.
enum Entities {
  private static let names = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}",
    "ndash": "–", "mdash": "—", "hellip": "…", "times": "×", "copy": "©", "middot": "·",
    "rarr": "→", "larr": "←", "deg": "°", "plusmn": "±",
  ]

  static func decoded(_ text: Substring) -> String {
    guard text.contains("&") else { return String(text) }
    var output = ""
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      output += rest[..<start]
      rest = rest[start...]
      let body = rest.dropFirst().prefix(10).prefix { $0 != ";" && $0 != "&" && !$0.isWhitespace }
      let end = rest.index(rest.startIndex, offsetBy: body.count + 1)
      if end < rest.endIndex, rest[end] == ";", let character = character(body) {
        output += character
        rest = rest[rest.index(after: end)...]
      } else {
        output += "&"
        rest = rest.dropFirst()
      }
    }
    return output + rest
  }

  private static func character(_ body: Substring) -> String? {
    if let name = names[String(body)] { return name }
    guard body.hasPrefix("#") else { return nil }
    let digits = body.dropFirst()
    let code =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    return code.flatMap(Unicode.Scalar.init).map { String($0) }
  }
}

extension Renderer {
  /// A block of raw HTML; nothing unless the front matter allows it.
  mutating func rawHTML(_ html: String, at range: SourceRange) -> [Node] {
    guard lesson.frontMatter.allowsRawHTML else { return [] }
    var reader = RawHTML()
    reader.read(html)
    let nodes = reader.finish()
    report(reader.faults, at: range)
    return nodes
  }

  /// A paragraph in which raw HTML stands between Markdown.
  mutating func nodesWithHTML(_ inlines: [Inline]) -> [Node] {
    var reader = RawHTML()
    for inline in inlines {
      if case .html(let html) = inline.kind {
        reader.read(html)
      } else {
        reader.add(nodes(inline))
      }
    }
    let nodes = reader.finish()
    if let first = inlines.first(where: \.isHTML) { report(reader.faults, at: first.range) }
    return nodes
  }

  private mutating func report(_ faults: [String], at range: SourceRange) {
    for fault in faults {
      report(
        "unbalanced-html", severity: .warning, at: range, fault,
        suggestion: "Close every tag in the paragraph or block that opens it.")
    }
  }
}
