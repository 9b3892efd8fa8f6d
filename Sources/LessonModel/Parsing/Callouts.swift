/// Finds callouts, which are quotes that start with `[!NOTE]` or one of its siblings.
enum Callouts {
  /// The callout's kind, its title and its content, nil for an ordinary quote.
  static func split(_ content: [Block]) -> (Callout, title: [Inline], content: [Block])? {
    guard let first = content.first, case .paragraph(let inlines) = first.kind,
      case .text(let text)? = inlines.first?.kind, text.hasPrefix("[!"),
      let close = text.firstIndex(of: "]"),
      let callout = Callout(
        rawValue: text[text.index(text.startIndex, offsetBy: 2)..<close].lowercased())
    else { return nil }
    let end = inlines.firstIndex { $0.kind == .softBreak || $0.kind == .lineBreak } ?? inlines.count
    var title = Array(inlines[..<end])
    let rest = text[text.index(after: close)...].drop(while: \.isWhitespace)
    title[0].kind = .text(String(rest))
    title[0].range.start.column += text.utf8.count - rest.utf8.count
    if rest.isEmpty { title.removeFirst() }
    var body = Array(content.dropFirst())
    let remaining = Array(inlines.dropFirst(end + 1))
    if let start = remaining.first?.range.start {
      body.insert(
        Block(.paragraph(remaining), range: SourceRange(start: start, end: first.range.end)), at: 0)
    }
    return (callout, title, body)
  }
}
