internal import Markup

extension MathParser {
  /// Reads `{…}` as plain text: names of labels, environments, tags.
  mutating func rawArgument(of command: MathToken) throws(MathFault) -> String {
    skipSpaces()
    guard peek.kind == .open else {
      throw fault("tex-syntax", at: command, "'{' is missing after this")
    }
    let open = next()
    var text = ""
    var depth = 0
    while true {
      let token = next()
      switch token.kind {
      case .end: throw fault("tex-syntax", at: open, "'{' is never closed", "Close it with '}'.")
      case .close:
        if depth == 0 { return text }
        depth -= 1
      case .open: depth += 1
      default: text += MathParser.source(token)
      }
    }
  }

  /// A token as it was written, near enough for text.
  static func source(_ token: MathToken) -> String {
    switch token.kind {
    case .command(let name): name.first?.isLetter ?? false ? "\\" + name : name
    case .character(let character): String(character)
    case .open: "{"
    case .close: "}"
    case .superscript: "^"
    case .subscript: "_"
    case .ampersand: "&"
    case .newline: "\\\\"
    case .space: " "
    case .end: ""
    }
  }

  /// Reads `\text{…}`: words with their spaces, and formulas between dollars.
  mutating func text(
    in alphabet: MathAlphabet, _ command: MathToken
  ) throws(MathFault) -> MathAtom {
    skipSpaces()
    guard peek.kind == .open else {
      throw fault("tex-syntax", at: command, "'{' is missing after this")
    }
    return try nested { (parser) throws(MathFault) in
      let open = parser.next()
      var parts: [Element] = []
      var words = ""
      func flush() {
        if words.isEmpty { return }
        parts.append(Element("mtext", [], [.text(MathParser.spaced(words))]))
        words = ""
      }
      while true {
        let token = parser.peek
        switch token.kind {
        case .end:
          throw parser.fault("tex-syntax", at: open, "'{' is never closed", "Close it with '}'.")
        case .close:
          parser.index += 1
          flush()
          return MathAtom(
            parts.count == 1 ? parts[0] : Element("mrow", [], parts.map(Node.element)))
        case .character("$"):
          parser.index += 1
          flush()
          parts.append(try parser.formulaInText(token))
        case .open:
          flush()
          parts.append(try parser.text(in: alphabet, token).element)
        case .command(let name) where MathSymbols.texts[name] != nil:
          parser.index += 1
          flush()
          parts.append(try parser.text(in: MathSymbols.texts[name] ?? alphabet, token).element)
        case .command(let name) where name.first?.isLetter ?? false:
          throw parser.fault(
            "tex-syntax", at: token, "'\\\(name)' cannot stand in text",
            "Put it between dollars inside the text.")
        case .character("~"):
          parser.index += 1
          words += "\u{A0}"
        default:
          parser.index += 1
          words += String(MathParser.source(token).map { alphabet.letter($0) ?? $0 })
        }
      }
    }
  }

  private mutating func formulaInText(_ dollar: MathToken) throws(MathFault) -> Element {
    let start = index
    while peek.kind != .character("$") {
      if peek.kind == .end {
        throw fault("tex-syntax", at: dollar, "'$' is never closed inside the text")
      }
      index += 1
    }
    let close = peek
    var inner = MathParser(
      tokens: Array(tokens[start..<index])
        + [MathToken(kind: .end, offset: close.offset, length: close.length)])
    inner.depth = depth
    index += 1
    let atoms = try inner.row()
    if inner.peek.kind != .end { throw inner.unexpected() }
    faults += inner.faults
    return MathRow.element(atoms)
  }

  /// Spaces at the ends of text, which MathML would drop, as spaces that stay.
  private static func spaced(_ words: String) -> String {
    var text = words[...]
    var start = ""
    var end = ""
    while text.first == " " {
      text.removeFirst()
      start = "\u{A0}"
    }
    while text.last == " " {
      text.removeLast()
      end = "\u{A0}"
    }
    return text.isEmpty ? "\u{A0}" : start + text + end
  }
}
