/// Knows what the named entities of HTML stand for, as cmark does.
final class Entities {
  private var known: [[UInt8]: [UInt8]?] = [:]

  /// The characters that `&name;` stands for, nil where HTML has no such entity.
  func text(of name: ArraySlice<UInt8>) -> [UInt8]? {
    let key = Array(name)
    if let found = known[key] { return found }
    // Between letters, so that white space that an entity stands for is not trimmed.
    let source = Array("x&".utf8) + key + Array(";x".utf8)
    let literal = MarkdownParser.parse(source).document.children.first?.children.first?.literal
    let bytes = Array((literal ?? "").utf8)
    let text = bytes == source || bytes.count < 3 ? nil : Array(bytes.dropFirst().dropLast())
    known[key] = text
    return text
  }
}
