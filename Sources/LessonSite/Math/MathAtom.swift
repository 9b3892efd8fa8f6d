internal import Markup

/// Holds one piece of a formula as MathML, with what decides its spacing and scripts.
struct MathAtom {
  /// Says how a piece behaves beside others, as TeX's classes do.
  enum Class { case ordinary, name, large, binary, relation, open, close, punctuation, space }

  /// Says where scripts go.
  enum Scripts {
    case beside
    /// Above and below in display, beside in text; the browser decides.
    case movable
    /// Always above and below.
    case limits
  }

  var element: Element
  var kind: Class = .ordinary
  var scripts: Scripts = .beside

  init(_ element: Element, _ kind: Class = .ordinary, scripts: Scripts = .beside) {
    self.element = element
    self.kind = kind
    self.scripts = scripts
  }

  static func identifier(_ text: String) -> MathAtom { MathAtom(Element("mi", [], [.text(text)])) }

  /// A letter that MathML would set in italics, kept upright.
  static func upright(_ text: String) -> MathAtom {
    let variant = text.count == 1 ? [("mathvariant", "normal")] : []
    return MathAtom(Element("mi", variant, [.text(text)]))
  }

  static func number(_ text: String) -> MathAtom { MathAtom(Element("mn", [], [.text(text)])) }

  static func symbol(
    _ text: String, _ kind: Class, _ attributes: [(String, String)] = []
  ) -> MathAtom { MathAtom(Element("mo", attributes, [.text(text)]), kind) }

  /// A fence that keeps its size; a bar must be told on which side it stands.
  static func fence(_ text: String, _ kind: Class) -> MathAtom {
    let isBar = text == "|" || text == "‖"
    return symbol(
      text, kind,
      (isBar ? [("form", kind == .open ? "prefix" : "postfix")] : []) + [("stretchy", "false")])
  }

  /// The name of a function, such as log, with its scripts beside or below.
  static func name(_ text: String, limits: Bool) -> MathAtom {
    limits
      ? MathAtom(
        Element(
          "mo", [("movablelimits", "true"), ("lspace", "0"), ("rspace", "0")], [.text(text)]),
        .name, scripts: .movable)
      : MathAtom(MathAtom.upright(text).element, .name)
  }

  static func space(_ em: Double) -> MathAtom {
    MathAtom(Element("mspace", [("width", "\(trimmed(em))em")]), .space)
  }

  /// A number with at most four decimals and no zeros at its end.
  private static func trimmed(_ value: Double) -> String {
    let scaled = Int((abs(value) * 10_000).rounded())
    var digits = String(scaled % 10_000 + 10_000).dropFirst()
    while digits.last == "0" { digits = digits.dropLast() }
    return (value < 0 ? "-" : "") + "\(scaled / 10_000)" + (digits.isEmpty ? "" : ".\(digits)")
  }
}
