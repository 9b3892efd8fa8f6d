internal import Markup

/// Sets code as a page shows it.
enum Highlighting {
  /// The nodes of a piece of Swift: text, and a `span` for each token that has a colour.
  static func swift(_ code: String) -> [Node] {
    SwiftLexer.pieces(of: code).map { piece in
      piece.kind == .plain
        ? .text(piece.text)
        : .element("span", [("class", piece.kind.rawValue)], [.text(piece.text)])
    }
  }

  /// A block of code that can be reached and scrolled with the keyboard.
  static func block(_ code: String, language: String, label: String) -> Node {
    let isSwift = language.lowercased() == "swift"
    return .element(
      "pre", [("class", "code"), ("role", "group"), ("tabindex", "0"), ("aria-label", label)],
      [.element("code", [], isSwift ? swift(code) : [.text(code)])])
  }
}
