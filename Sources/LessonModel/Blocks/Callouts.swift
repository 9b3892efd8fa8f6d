/// Finds callouts, which are quotes that start with `[!NOTE]` or one of its siblings.
enum Callouts {
  /// Says what the start of a quote is.
  enum Found {
    case callout(Callout, title: [Inline], content: [Block])
    /// A word in `[!…]` that names no callout.
    case unknown(String, SourceRange)
    case none
  }

  /// What a quote with some blocks starts with.
  static func split(_ content: [Block]) -> Found {
    guard let first = content.first, case .paragraph(let inlines) = first.kind,
      let opening = inlines.first, case .text(let text) = opening.kind, text.hasPrefix("[!"),
      let close = text.firstIndex(of: "]")
    else { return .none }
    let name = text[text.index(text.startIndex, offsetBy: 2)..<close]
    guard let callout = Callout(rawValue: name.lowercased()) else {
      guard !name.isEmpty, name.allSatisfy({ $0.isASCII && $0.isLetter }) else { return .none }
      var place = opening.range
      place.end = SourcePosition(
        line: place.start.line, column: place.start.column + name.utf8.count + 3)
      return .unknown(String(name), place)
    }
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
    return .callout(callout, title: title, content: body)
  }
}
