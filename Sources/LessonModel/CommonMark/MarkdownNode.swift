/// Holds one node of cmark's tree as a value.
///
/// Only the start of a block is taken from cmark; its columns of inlines are wrong behind the first
/// line of a paragraph, so `InlineAligner` finds inlines in the source itself.
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

    var isBlock: Bool {
      switch self {
      case .text, .softBreak, .lineBreak, .inlineCode, .inlineHTML, .emphasis, .strong, .link,
        .image:
        return false
      default: return true
      }
    }
  }

  var kind: Kind
  /// The literal text of leaves, empty elsewhere.
  var literal = ""
  /// A block's first byte.
  var start = SourcePosition(line: 1, column: 1)
  /// A block's last line.
  var lastLine = 1
  /// Whether the content was left out, since it is nested too deeply.
  var isCut = false
  var children: [MarkdownNode] = []
}
