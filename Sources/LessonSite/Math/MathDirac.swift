internal import Markup

/// Knows the commands of Dirac's notation and their kin, and how many arguments each takes.
enum MathDirac {
  /// The arguments a command takes, from the fewest to the most.
  static let commands: [String: ClosedRange<Int>] = [
    "ket": 1...1, "Ket": 1...1, "bra": 1...1, "Bra": 1...1, "braket": 1...2, "Braket": 1...2,
    "innerproduct": 1...2, "ip": 1...2, "ketbra": 1...2, "dyad": 1...2, "outerproduct": 1...2,
    "op": 1...2, "expval": 1...2, "ev": 1...2, "expectationvalue": 1...2, "mel": 3...3,
    "matrixel": 3...3, "abs": 1...1, "norm": 1...1, "comm": 2...2, "commutator": 2...2,
    "acomm": 2...2, "anticommutator": 2...2, "set": 1...1, "Set": 1...1, "floor": 1...1,
    "ceil": 1...1, "dv": 2...2, "pdv": 2...2,
  ]
}

extension MathParser {
  /// Reads kets, bras and what is built of them; nil for any other command.
  mutating func dirac(_ name: String, _ token: MathToken) throws(MathFault) -> MathAtom? {
    guard let count = MathDirac.commands[name] else { return nil }
    // \braket{a|b} has its bars inside one argument.
    var parts: [Element] = try dividedArgument(of: token)
    let divided = parts.count > 1
    var arguments = 1
    while !divided, arguments < count.upperBound {
      if arguments >= count.lowerBound {
        skipSpaces()
        guard peek.kind == .open else { break }
      }
      parts.append(try argument(of: token))
      arguments += 1
    }
    return MathAtom(MathParser.dirac(name, parts))
  }

  /// Reads an argument whose bars divide it.
  private mutating func dividedArgument(of command: MathToken) throws(MathFault) -> [Element] {
    skipSpaces()
    guard peek.kind == .open else { return [try argument(of: command)] }
    let open = next()
    let outer = (barsDivide, bracketEnds)
    (barsDivide, bracketEnds) = (true, false)
    defer { (barsDivide, bracketEnds) = outer }
    var parts = [MathRow.element(try row())]
    while takes("|") { parts.append(MathRow.element(try row())) }
    guard peek.kind == .close else {
      if peek.kind == .end { throw fault("tex-syntax", at: open, "'{' is never closed") }
      throw unexpected()
    }
    index += 1
    return parts
  }

  private static func dirac(_ name: String, _ parts: [Element]) -> Element {
    let parts = parts.map(alone)
    let first = parts[0]
    let last = parts[parts.count - 1]
    switch name {
    case "ket", "Ket": return fenced("|", bars(parts), "⟩", name)
    case "bra", "Bra": return fenced("⟨", bars(parts), "|", name)
    case "braket", "Braket", "innerproduct", "ip": return fenced("⟨", bars(parts), "⟩", name)
    case "ketbra", "dyad", "outerproduct", "op":
      return Element(
        "mrow", [],
        [.element(fenced("|", [first], "⟩", name)), .element(fenced("⟨", [last], "|", name))])
    case "expval", "ev", "expectationvalue":
      return parts.count == 1
        ? fenced("⟨", [first], "⟩", name) : fenced("⟨", bars([last, first, last]), "⟩", name)
    case "mel", "matrixel": return fenced("⟨", bars(parts), "⟩", name)
    case "abs": return fenced("|", bars(parts), "|", "Abs")
    case "norm": return fenced("‖", bars(parts), "‖", "Norm")
    case "floor": return fenced("⌊", bars(parts), "⌋", "Floor")
    case "ceil": return fenced("⌈", bars(parts), "⌉", "Ceil")
    case "set", "Set": return fenced("{", bars(parts), "}", "Set")
    case "dv", "pdv":
      let sign =
        name == "dv"
        ? MathAtom.upright("d").element : MathAtom.identifier("∂").element
      func side(_ part: Element) -> Node {
        .element("mrow", [], [.element(sign), .element(part)])
      }
      return Element("mfrac", [], [side(first), side(last)])
    default:
      let isSquare = name.hasPrefix("c")
      let inner = [first, Element("mo", [], [","]), last]
      return fenced(isSquare ? "[" : "{", inner, isSquare ? "]" : "}", "Pair")
    }
  }

  /// A sign that stands alone, as in \ket{+}, joins nothing.
  private static func alone(_ part: Element) -> Element {
    part.name == "mo" ? part.setting("lspace", to: "0").setting("rspace", to: "0") : part
  }

  /// The parts with bars between them.
  private static func bars(_ parts: [Element]) -> [Element] {
    var output = [parts[0]]
    for part in parts.dropFirst() {
      output.append(Element("mo", [("form", "prefix"), ("stretchy", "false")], ["|"]))
      output.append(part)
    }
    return output
  }

  /// Parts between fences, which keep their size beside mere scripts.
  private static func fenced(
    _ open: String, _ parts: [Element], _ close: String, _ name: String
  ) -> Element {
    let isTall = parts.contains(where: MathParser.isTall)
    let grows = isTall || name.first?.isUppercase ?? false
    let stretch = grows ? [] : [("stretchy", "false")]
    let inner = parts.map { part in
      isTall && part["stretchy"] == "false" ? Element("mo", [("form", "prefix")], ["|"]) : part
    }
    return Element(
      "mrow", [],
      [.element("mo", stretch, [.text(open)])] + inner.map(Node.element)
        + [.element("mo", stretch, [.text(close)])])
  }

  /// Whether an element is taller than a line with scripts.
  private static func isTall(_ element: Element) -> Bool {
    if ["mfrac", "mtable", "munder", "munderover"].contains(element.name) { return true }
    return element.children.contains { child in
      if case .element(let inner) = child { isTall(inner) } else { false }
    }
  }
}
