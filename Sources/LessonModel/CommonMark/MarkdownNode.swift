/// Holds one node of cmark's tree as a value.
struct MarkdownNode {
  enum Kind {
    case document, quote, item, paragraph, thematicBreak
    case list(start: Int?, isTight: Bool)
    case code(info: String)
    case heading(Int)
    case html
    case text, softBreak, lineBreak, inlineCode, inlineHTML, emphasis, strong
    case link(destination: String, title: String)
    case image(source: String, title: String)
  }

  var kind: Kind
  /// The literal text of leaves, empty elsewhere.
  var literal = ""
  /// The first byte's line and column as cmark counts them, from 1; inline columns are a hint only.
  var start = SourcePosition(line: 1, column: 1)
  var end = SourcePosition(line: 1, column: 1)
  var children: [MarkdownNode] = []
}
