/// Works on lists of inlines that were parsed apart from the lesson's text.
enum Fragments {
  /// The words of inlines without their markup.
  static func plainText(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline.kind {
      case .text(let text), .code(let text), .math(let text): return text
      case .emphasis(let inner), .strong(let inner): return plainText(inner)
      case .link(_, _, let inner), .image(_, _, let inner): return plainText(inner)
      case .softBreak, .lineBreak: return " "
      case .value, .reference, .html: return ""
      }
    }.joined()
  }

  static func references(_ inlines: [Inline]) -> [String] {
    inlines.flatMap { inline -> [String] in
      switch inline.kind {
      case .reference(let label): return [label]
      case .emphasis(let inner), .strong(let inner), .link(_, _, let inner),
        .image(_, _, let inner):
        return references(inner)
      default: return []
      }
    }
  }

  /// The inlines with all their places set to one range and their values numbered from `base`.
  static func moved(_ inlines: [Inline], to range: SourceRange, base: Int) -> [Inline] {
    inlines.map { inline in
      var inline = inline
      inline.range = range
      switch inline.kind {
      case .emphasis(let inner): inline.kind = .emphasis(moved(inner, to: range, base: base))
      case .strong(let inner): inline.kind = .strong(moved(inner, to: range, base: base))
      case .link(let destination, let title, let inner):
        inline.kind = .link(
          destination: destination, title: title, content: moved(inner, to: range, base: base))
      case .image(let source, let title, let inner):
        inline.kind = .image(
          source: source, title: title, content: moved(inner, to: range, base: base))
      case .value(let index): inline.kind = .value(base + index)
      default: break
      }
      return inline
    }
  }

  /// Takes the character off that made cmark read a paragraph.
  static func withoutStart(_ inlines: [Inline]) -> [Inline] {
    guard let first = inlines.first, case .text(let text) = first.kind,
      text.first == MathLifter.fragmentStart
    else { return inlines }
    let rest = String(text.dropFirst())
    return rest.isEmpty
      ? Array(inlines.dropFirst()) : [Inline(.text(rest), range: first.range)] + inlines.dropFirst()
  }

  /// The nodes without cmark's columns, which count from the fragment's start.
  static func withoutHints(_ nodes: [MarkdownNode]) -> [MarkdownNode] {
    nodes.map { node in
      var node = node
      node.start = SourcePosition(line: 0, column: 0)
      node.children = withoutHints(node.children)
      return node
    }
  }
}
