internal import Markup

extension MathParser {
  /// Reads `\left…\right` and `\big…`; nil for any other command.
  mutating func delimiter(_ name: String, _ token: MathToken) throws(MathFault) -> MathAtom? {
    if name == "left" { return try leftRight(token) }
    let isSided = name.hasSuffix("l") || name.hasSuffix("r") || name.hasSuffix("m")
    guard
      let size = MathSymbols.sizes[name]
        ?? (isSided ? MathSymbols.sizes[String(name.dropLast())] : nil)
    else { return nil }
    let text = try fence(after: token)
    let kind: MathAtom.Class =
      name.hasSuffix("l")
      ? .open : name.hasSuffix("r") ? .close : name.hasSuffix("m") ? .relation : .ordinary
    let em = "\(size)em"
    var attributes = [("stretchy", "true"), ("minsize", em), ("maxsize", em)]
    if kind != .relation { attributes += [("lspace", "0"), ("rspace", "0")] }
    return .symbol(text, kind, attributes)
  }

  private mutating func leftRight(_ left: MathToken) throws(MathFault) -> MathAtom {
    let open = try fence(after: left)
    var parts: [Element] = open.isEmpty ? [] : [MathParser.growing(open, form: "prefix")]
    let outer = (barsDivide, bracketEnds)
    (barsDivide, bracketEnds) = (false, false)
    defer { (barsDivide, bracketEnds) = outer }
    while true {
      parts += MathRow.elements(try row())
      let token = peek
      switch token.kind {
      case .command("middle"):
        index += 1
        let bar = Element(
          "mo", [("stretchy", "true"), ("lspace", "0.1667em"), ("rspace", "0.1667em")],
          [.text(try fence(after: token))])
        parts.append(bar)
      case .command("right"):
        index += 1
        let close = try fence(after: token)
        if !close.isEmpty { parts.append(MathParser.growing(close, form: "postfix")) }
        return MathAtom(Element("mrow", [], parts.map(Node.element)))
      case .end:
        throw fault(
          "tex-syntax", at: left, "'\\left' has no '\\right'",
          "Write '\\right.' where nothing is to be shown.")
      default: throw unexpected()
      }
    }
  }

  /// A fence that grows with its row.
  ///
  /// The dictionary knows brackets; other signs must be told.
  static func growing(_ text: String, form: String) -> Element {
    let known = form == "prefix" ? "([{⟨⌊⌈|‖⟦" : ")]}⟩⌋⌉|‖⟧"
    return Element(
      "mo", known.contains(text) ? [] : [("stretchy", "true"), ("form", form)], [.text(text)])
  }

  /// Reads the fence that a command takes; empty for `.`, which shows nothing.
  mutating func fence(after command: MathToken) throws(MathFault) -> String {
    skipSpaces()
    let token = peek
    index += 1
    switch token.kind {
    case .character("."): return ""
    case .character("<"): return "⟨"
    case .character(">"): return "⟩"
    case .character(let character) where "()[]|/⟨⟩⌊⌋⌈⌉‖".contains(character):
      return String(character)
    case .command(let name):
      let arrows = ["uparrow", "downarrow", "updownarrow", "Uparrow", "Downarrow"]
      if let text = MathSymbols.opening[name] ?? MathSymbols.closing[name] ?? MathSymbols.bars[name]
        ?? (arrows.contains(name) ? MathSymbols.relations[name] : nil)
      {
        return text
      }
    default: break
    }
    throw fault(
      "tex-syntax", at: command, "a fence is missing after this",
      "Use one of ( ) [ ] \\{ \\} | \\| \\langle \\rangle \\lfloor \\rfloor \\lceil \\rceil or '.'."
    )
  }
}
