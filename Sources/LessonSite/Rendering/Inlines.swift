internal import LessonModel
internal import LessonRunner
internal import Markup

extension Renderer {
  /// The nodes of a paragraph's content.
  mutating func nodes(_ inlines: [Inline]) -> [Node] {
    if lesson.frontMatter.allowsRawHTML, inlines.contains(where: \.isHTML) {
      return nodesWithHTML(inlines)
    }
    var output: [Node] = []
    var index = 0
    while index < inlines.count {
      let inline = inlines[index]
      index += 1
      guard case .math(let tex) = inline.kind, index < inlines.count,
        case .text(let text) = inlines[index].kind
      else {
        output += nodes(inline)
        continue
      }
      // A full stop after a formula must not start a line.
      let end = text.prefix { ".,;:!?)".contains($0) }
      output += inlineMath(tex, range: inline.range, before: String(end))
      if end.count < text.count { output.append(.text(String(text.dropFirst(end.count)))) }
      index += 1
    }
    return output
  }

  /// The nodes of one inline.
  mutating func nodes(_ inline: Inline) -> [Node] {
    switch inline.kind {
    case .text(let text): return [.text(text)]
    case .code(let code): return [.element("code", [], [.text(code)])]
    case .math(let tex): return inlineMath(tex, range: inline.range)
    case .value(let index): return [value(index)]
    case .reference(let label): return [reference(label, at: inline.range)]
    case .emphasis(let content): return [.element("em", [], nodes(content))]
    case .strong(let content): return [.element("strong", [], nodes(content))]
    case .link(let destination, let title, let content):
      return link(destination, title, content, at: inline.range)
    case .image(let source, let title, let content):
      return [image(source, title: title, alternative: content.plainText, at: inline.range)]
    case .softBreak: return ["\n"]
    case .lineBreak: return [.element("br"), "\n"]
    case .html: return []
    }
  }

  /// An inline value; one that could not be computed says so.
  private func value(_ index: Int) -> Node {
    if outcome.values.indices.contains(index), let text = outcome.values[index] {
      return .element("span", [("class", "value")], [.text(text)])
    }
    return .element("span", [("class", "value missing")], ["[not computed]"])
  }

  /// A reference with its number, as a link.
  private mutating func reference(_ label: String, at range: SourceRange) -> Node {
    guard let target = numbering.targets[label] else {
      if !lesson.diagnostics.contains(where: { $0.range == range }) {
        report(
          "unresolved-reference", at: range, "nothing on the page is labelled '\(label)'",
          explanation: "A reference needs a figure, table, equation or section that is shown.",
          suggestion: "Check the label, and that its cell does not say `include: false`.")
      }
      return .element("span", [("class", "missing")], [.text("@\(label)")])
    }
    return .element(
      "a", [("href", "#\(target.anchor)")], [.text("\(target.word)\u{A0}\(target.number)")])
  }

  private mutating func link(
    _ destination: String, _ title: String, _ content: [Inline], at range: SourceRange
  ) -> [Node] {
    let inner = nodes(content)
    guard LinkFilter.allows(destination) else {
      report(
        "refused-link", at: range,
        "a link may not lead to '\(LinkFilter.scheme(of: destination) ?? ""):'",
        explanation: "Such a link runs code or leaves the page in a way a reader cannot see.",
        suggestion: "Use http, https, mailto, or a relative path.")
      return inner
    }
    let named = title.isEmpty ? [] : [("title", title)]
    return [
      .element("a", [("href", LinkFilter.escaped(pageDestination(destination)))] + named, inner)
    ]
  }

  /// A link to another lesson's Markdown leads to its page.
  private func pageDestination(_ destination: String) -> String {
    guard LinkFilter.scheme(of: destination) == nil, !destination.hasPrefix("//") else {
      return destination
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    guard let file = parts.first, file.hasSuffix(".md") else { return destination }
    let rest = parts.count == 2 ? "#" + parts[1] : ""
    return file.dropLast(3) + ".html" + rest
  }
}

extension Inline {
  /// Whether the inline is raw HTML.
  var isHTML: Bool { if case .html = kind { true } else { false } }
}

extension [Inline] {
  /// The text of the inlines, without markup; formulas as TeX.
  var plainText: String {
    map { inline in
      switch inline.kind {
      case .text(let text), .code(let text), .math(let text): text
      case .emphasis(let content), .strong(let content), .link(_, _, let content),
        .image(_, _, let content):
        content.plainText
      case .softBreak, .lineBreak: " "
      case .value, .reference, .html: ""
      }
    }.joined()
  }
}
