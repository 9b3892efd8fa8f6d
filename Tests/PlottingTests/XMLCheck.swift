import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Reads a picture as XML.
enum XMLCheck {
  /// Returns what keeps a text from being well-formed XML, nil where nothing does.
  static func problem(_ text: String) -> String? {
    let parser = XMLParser(data: Data(text.utf8))
    if parser.parse() { return nil }
    return
      "line \(parser.lineNumber), column \(parser.columnNumber): \(String(describing: parser.parserError))"
  }
}
