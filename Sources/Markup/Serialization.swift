extension Element {
  /// The element as HTML: void elements have no end tag, text in `style` and `script` is not escaped.
  public var html: String {
    var output = ""
    Serializer(dialect: .html).write(self, to: &output)
    return output
  }

  /// The element as XML, which is how a stand-alone SVG file is written.
  public var xml: String {
    var output = ""
    Serializer(dialect: .xml).write(self, to: &output)
    return output
  }
}

/// Writes a tree as text; escaping happens here and nowhere else.
struct Serializer {
  enum Dialect { case html, xml }
  let dialect: Dialect

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr",
  ]

  func write(_ element: Element, to output: inout String) {
    output += "<"
    output += element.name
    for attribute in element.attributes {
      output += " "
      output += attribute.name
      if dialect == .html && attribute.value.isEmpty && attribute.name != "alt" { continue }
      output += "=\""
      escape(attribute.value, quotes: true, to: &output)
      output += "\""
    }
    if dialect == .html && Serializer.void.contains(element.name) {
      output += ">"
      return
    }
    if element.children.isEmpty && dialect == .xml {
      output += "/>"
      return
    }
    output += ">"
    let raw = dialect == .html && (element.name == "style" || element.name == "script")
    for child in element.children {
      switch child {
      case .element(let inner): write(inner, to: &output)
      // Raw text cannot be escaped; what would end the element early is broken up instead.
      case .text(let text) where raw: output += text.replacing("</", with: "<\\/")
      case .text(let text): escape(text, quotes: false, to: &output)
      }
    }
    output += "</"
    output += element.name
    output += ">"
  }

  private func escape(_ text: String, quotes: Bool, to output: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output += "&amp;"
      case "<": output += "&lt;"
      case ">": output += "&gt;"
      case "\"" where quotes: output += "&quot;"
      // Control characters are not allowed in HTML or XML text.
      case "\u{0}"..."\u{8}", "\u{B}", "\u{C}", "\u{E}"..."\u{1F}", "\u{7F}"..."\u{9F}",
        "\u{FFFE}", "\u{FFFF}":
        output += "\u{FFFD}"
      default: output.unicodeScalars.append(scalar)
      }
    }
  }
}
