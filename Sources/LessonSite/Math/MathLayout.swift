internal import Markup

extension MathParser {
  /// Reads a letter with an accent above it.
  mutating func accent(
    _ name: String, _ mark: String, grows: Bool, _ token: MathToken
  ) throws(MathFault) -> MathAtom {
    let body = try argument(of: token)
    let isBrace = name == "overbrace" || name == "overbracket" || name == "overparen"
    let sign = Node.element("mo", [("stretchy", grows ? "true" : "false")], [.text(mark)])
    let element = Element(
      "mover", isBrace ? [] : [("accent", "true")], [.element(body), sign])
    return MathAtom(element, scripts: isBrace ? .limits : .beside)
  }

  /// Reads something with a line or brace below it.
  mutating func underAccent(
    _ name: String, _ mark: String, _ token: MathToken
  ) throws(MathFault) -> MathAtom {
    let body = try argument(of: token)
    let isBrace = name == "underbrace" || name == "underbracket" || name == "underparen"
    let sign = Node.element("mo", [("stretchy", "true")], [.text(mark)])
    let element = Element(
      "munder", isBrace ? [] : [("accentunder", "true")], [.element(body), sign])
    return MathAtom(element, scripts: isBrace ? .limits : .beside)
  }

  /// Reads an arrow as long as what stands above and below it.
  mutating func growingArrow(_ arrow: String, _ token: MathToken) throws(MathFault) -> MathAtom {
    let below = try optionalArgument()
    let above = try argument(of: token)
    func padded(_ element: Element) -> Node {
      let space = Node.element(MathAtom.space(0.4).element)
      return .element("mrow", [], [space, .element(element), space])
    }
    let base = Node.element("mo", [("stretchy", "true")], [.text(arrow)])
    let element =
      below.map { Element("munderover", [], [base, padded($0), padded(above)]) }
      ?? Element("mover", [], [base, padded(above)])
    return MathAtom(element, .relation)
  }

  /// Reads commands that place or change what they are given; nil for any other command.
  mutating func layout(_ name: String, _ token: MathToken) throws(MathFault) -> MathAtom? {
    switch name {
    case "overset", "stackrel", "underset":
      let mark = try argument(of: token)
      let atoms = try argumentAtoms(of: token)
      let base = MathRow.element(atoms)
      return MathAtom(
        Element(
          name == "underset" ? "munder" : "mover", [], [.element(base), .element(mark)]),
        name == "stackrel" ? .relation : atoms.count == 1 ? atoms[0].kind : .ordinary)
    case "operatorname":
      let limits = takes("*")
      return .name(try argumentText(of: token), limits: limits)
    case "mathop":
      return MathAtom(try argument(of: token), .large, scripts: .movable)
    case "mathrel": return MathAtom(try argument(of: token), .relation)
    case "mathbin": return MathAtom(try argument(of: token), .binary)
    case "mathord", "mathinner": return MathAtom(try argument(of: token))
    case "mathopen": return MathAtom(try argument(of: token), .open)
    case "mathclose": return MathAtom(try argument(of: token), .close)
    case "mathpunct": return MathAtom(try argument(of: token), .punctuation)
    case "phantom":
      return MathAtom(Element("mphantom", [], [.element(try argument(of: token))]))
    case "hphantom", "vphantom", "smash":
      let body = try argument(of: token)
      let size =
        name == "vphantom" ? [("width", "0")] : [("height", "0"), ("depth", "0")]
      let inner = name == "smash" ? body : Element("mphantom", [], [.element(body)])
      return MathAtom(Element("mpadded", size, [.element(inner)]))
    // Lines are drawn by the page's style sheet: few fonts have one that grows.
    case "boxed", "overline", "underline":
      return MathAtom(Element("mrow", [("class", name)], [.element(try argument(of: token))]))
    case "not": return try negated(token)
    case "bmod": return .symbol("mod", .binary)
    case "mod", "pmod", "pod": return try modulo(name, token)
    case "hspace": return .space(try length(token))
    case "substack": return try substack(token)
    case "begin": return try environment(token)
    default: return nil
    }
  }

  /// The text of an argument, for the names of operators.
  private mutating func argumentText(of token: MathToken) throws(MathFault) -> String {
    let outer = alphabet
    alphabet = .roman
    defer { alphabet = outer }
    let atoms = try argumentAtoms(of: token)
    return atoms.map { atom in
      atom.kind == .space ? "\u{2009}" : atom.element.plainText.replacing("−", with: "-")
    }.joined()
  }

  private mutating func negated(_ token: MathToken) throws(MathFault) -> MathAtom {
    skipSpaces()
    var atoms: [MathAtom] = []
    try atom(into: &atoms)
    guard let last = atoms.last, last.element.children.count == 1,
      case .text(let sign) = last.element.children[0]
    else { throw fault("tex-syntax", at: token, "'\\not' needs a single sign after it") }
    return .symbol(MathSymbols.negations[sign] ?? sign + "\u{338}", .relation)
  }

  private mutating func modulo(_ name: String, _ token: MathToken) throws(MathFault) -> MathAtom {
    let body = Node.element(try argument(of: token))
    let word = Node.element("mi", [], ["mod"])
    let space = Node.element(MathAtom.space(1 / 3).element)
    let wide = Node.element(MathAtom.space(1).element)
    func paren(_ text: String) -> Node { .element("mo", [("stretchy", "false")], [.text(text)]) }
    switch name {
    case "mod": return MathAtom(Element("mrow", [], [wide, word, space, body]))
    case "pod": return MathAtom(Element("mrow", [], [wide, paren("("), body, paren(")")]))
    default:
      return MathAtom(Element("mrow", [], [wide, paren("("), word, space, body, paren(")")]))
    }
  }

  /// Reads a length in em, ex or mu.
  private mutating func length(_ token: MathToken) throws(MathFault) -> Double {
    if takes("*") {}
    let text = try rawArgument(of: token).filter { !$0.isWhitespace }
    let units = ["em": 1, "ex": 0.45, "mu": 1.0 / 18, "pt": 0.1, "cm": 2.845]
    guard let factor = units[String(text.suffix(2))], let value = Double(text.dropLast(2)),
      abs(value * factor) <= 100
    else {
      throw fault("tex-syntax", at: token, "'\(text)' is no length", "Write one such as 1.5em.")
    }
    return value * factor
  }
}
