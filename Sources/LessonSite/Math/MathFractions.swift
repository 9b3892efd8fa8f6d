internal import Markup

extension MathParser {
  /// The commands that change how large the rest of a group is set.
  static let styles: [String: [(String, String)]] = [
    "displaystyle": [("displaystyle", "true"), ("scriptlevel", "0")],
    "textstyle": [("displaystyle", "false"), ("scriptlevel", "0")],
    "scriptstyle": [("displaystyle", "false"), ("scriptlevel", "1")],
    "scriptscriptstyle": [("displaystyle", "false"), ("scriptlevel", "2")],
  ]

  static func styled(_ element: Element, _ style: String) -> MathAtom {
    MathAtom(Element("mstyle", styles[style] ?? [], [.element(element)]))
  }

  /// Reads fractions, binomials and roots; nil for any other command.
  mutating func fraction(_ name: String, _ token: MathToken) throws(MathFault) -> MathAtom? {
    switch name {
    case "frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom":
      let isBinomial = name.hasSuffix("binom")
      let top = try argument(of: token)
      let bottom = try argument(of: token)
      var element = Element(
        "mfrac", isBinomial ? [("linethickness", "0")] : [], [.element(top), .element(bottom)])
      if isBinomial {
        element = Element(
          "mrow", [], [.element("mo", [], ["("]), .element(element), .element("mo", [], [")"])])
      }
      switch name.first {
      case "d", "c": return MathParser.styled(element, "displaystyle")
      case "t": return MathParser.styled(element, "textstyle")
      default: return MathAtom(element)
      }
    case "sqrt":
      let degree = try optionalArgument()
      let body = try argument(of: token)
      guard let degree else { return MathAtom(Element("msqrt", [], [.element(body)])) }
      return MathAtom(Element("mroot", [], [.element(body), .element(degree)]))
    default: return nil
    }
  }
}
