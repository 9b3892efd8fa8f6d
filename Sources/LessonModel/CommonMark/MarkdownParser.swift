internal import CMark

/// Parses CommonMark with cmark; the only file that touches its pointers.
enum MarkdownParser {
  /// How deep quotes, lists and emphasis may nest.
  ///
  /// Trees are walked recursively, so a bound keeps a hostile lesson from overflowing the stack.
  static let deepest = 100

  /// Returns the document's tree and the place of the first node that is nested too deeply, whose
  /// content is left out.
  static func parse(_ bytes: [UInt8]) -> (document: MarkdownNode, tooDeep: SourcePosition?) {
    bytes.withUnsafeBytes { buffer -> (MarkdownNode, SourcePosition?) in
      guard
        let characters = buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        let root = cmark_parse_document(characters, buffer.count, CMARK_OPT_DEFAULT)
      else { return (MarkdownNode(kind: .document), nil) }
      defer { cmark_node_free(root) }
      return tree(root)
    }
  }

  /// Holds the lines of one block of code or raw HTML, from 1.
  struct CodeLines {
    var first: Int
    var last: Int
    var isFenced: Bool
  }

  /// The lines of code and raw HTML, top to bottom.
  static func codeLines(_ bytes: [UInt8]) -> [CodeLines] {
    bytes.withUnsafeBytes { buffer -> [CodeLines] in
      guard
        let characters = buffer.baseAddress?.assumingMemoryBound(to: CChar.self),
        let root = cmark_parse_document(characters, buffer.count, CMARK_OPT_DEFAULT),
        let iterator = cmark_iter_new(root)
      else { return [] }
      defer {
        cmark_iter_free(iterator)
        cmark_node_free(root)
      }
      var found: [CodeLines] = []
      while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
        guard let node = cmark_iter_get_node(iterator) else { continue }
        let type = cmark_node_get_type(node)
        guard type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK else { continue }
        let first = Int(cmark_node_get_start_line(node))
        found.append(
          CodeLines(
            first: first, last: max(Int(cmark_node_get_end_line(node)), first),
            isFenced: cmark_node_get_fence_info(node).map { $0.pointee != 0 } ?? true))
      }
      return found
    }
  }

  /// Copies cmark's tree without recursion.
  private static func tree(_ root: OpaquePointer) -> (MarkdownNode, SourcePosition?) {
    guard let iterator = cmark_iter_new(root) else { return (MarkdownNode(kind: .document), nil) }
    defer { cmark_iter_free(iterator) }
    var open: [MarkdownNode] = []
    var tooDeep: SourcePosition?
    while true {
      let event = cmark_iter_next(iterator)
      if event == CMARK_EVENT_DONE { break }
      guard let node = cmark_iter_get_node(iterator) else { continue }
      if event == CMARK_EVENT_ENTER {
        let value = convert(node)
        if isLeaf(node) {
          if open.isEmpty { return (value, tooDeep) }
          open[open.count - 1].children.append(value)
        } else if open.count >= deepest {
          // An inline deep inside has no reliable place of its own: its block's place will do.
          let block = open.last { $0.kind.isBlock } ?? value
          tooDeep = tooDeep ?? (value.kind.isBlock ? value : block).start
          cmark_iter_reset(iterator, node, CMARK_EVENT_EXIT)
          open.append(value)
          open[open.count - 1].isCut = true
          close(&open)
        } else {
          open.append(value)
        }
      } else if open.count > 1 {
        close(&open)
      }
    }
    return (open.first ?? MarkdownNode(kind: .document), tooDeep)
  }

  private static func close(_ open: inout [MarkdownNode]) {
    guard open.count > 1 else { return }
    let done = open.removeLast()
    open[open.count - 1].children.append(done)
  }

  private static func isLeaf(_ node: OpaquePointer) -> Bool {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
      CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
      return true
    default: return false
    }
  }

  private static func convert(_ node: OpaquePointer) -> MarkdownNode {
    var value = MarkdownNode(kind: kind(node))
    value.literal = string(cmark_node_get_literal(node))
    value.start = SourcePosition(
      line: Int(cmark_node_get_start_line(node)), column: Int(cmark_node_get_start_column(node)))
    value.lastLine = Int(cmark_node_get_end_line(node))
    return value
  }

  private static func kind(_ node: OpaquePointer) -> MarkdownNode.Kind {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_BLOCK_QUOTE: return .quote
    case CMARK_NODE_LIST:
      let isOrdered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
      return .list(
        start: isOrdered ? Int(cmark_node_get_list_start(node)) : nil,
        isTight: cmark_node_get_list_tight(node) != 0)
    case CMARK_NODE_ITEM: return .item
    case CMARK_NODE_CODE_BLOCK:
      return .code(info: string(cmark_node_get_fence_info(node)))
    case CMARK_NODE_HTML_BLOCK: return .html
    case CMARK_NODE_PARAGRAPH: return .paragraph
    case CMARK_NODE_HEADING: return .heading(Int(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: return .thematicBreak
    case CMARK_NODE_TEXT: return .text
    case CMARK_NODE_SOFTBREAK: return .softBreak
    case CMARK_NODE_LINEBREAK: return .lineBreak
    case CMARK_NODE_CODE: return .inlineCode
    case CMARK_NODE_HTML_INLINE: return .inlineHTML
    case CMARK_NODE_EMPH: return .emphasis
    case CMARK_NODE_STRONG: return .strong
    case CMARK_NODE_LINK:
      return .link(
        destination: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    case CMARK_NODE_IMAGE:
      return .image(
        source: string(cmark_node_get_url(node)), title: string(cmark_node_get_title(node)))
    default: return .document
    }
  }

  private static func string(_ pointer: UnsafePointer<CChar>?) -> String {
    pointer.map { String(cString: $0) } ?? ""
  }
}
