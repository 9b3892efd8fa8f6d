internal import LessonModel
internal import Markup

extension Renderer {
  /// A formula in a line of prose, and the punctuation that must stay beside it.
  mutating func inlineMath(
    _ tex: String, range: SourceRange, before punctuation: String = ""
  ) -> [Node] {
    let rest: [Node] = punctuation.isEmpty ? [] : [.text(punctuation)]
    guard let (element, _) = formula(tex, range: range) else {
      return [Renderer.faulty(tex)] + rest
    }
    let math = Node.element("math", [], Renderer.inner(element))
    // Browsers do not break formulas into lines: one that a phone cannot show scrolls by itself.
    guard math.plainText.count > 20 else {
      return rest.isEmpty ? [math] : [.element("span", [("class", "nb")], [math] + rest)]
    }
    return [
      .element(
        "span",
        [("class", "long"), ("role", "group"), ("tabindex", "0"), ("aria-label", "Formula")],
        [math] + rest)
    ]
  }

  /// A formula on a line of its own, with its number where it has one.
  ///
  /// What a cell computed stands at the left, as its other outputs do.
  mutating func displayMath(
    _ tex: String, label: String?, range: SourceRange, isOutput: Bool = false
  ) -> Node {
    var number: String?
    var anchor: String?
    if let label, numbering.targets[label] != nil {
      anchor = numbering.targets[label]?.anchor
      number = numbering.targets[label]?.number
    }
    guard let (element, tag) = formula(tex, range: range) else {
      return .element(
        "div", [("class", "eq")] + (anchor.map { [("id", $0)] } ?? []), [Renderer.faulty(tex)])
    }
    let math = Node.element(
      "math", [isOutput ? ("displaystyle", "true") : ("display", "block")], Renderer.inner(element))
    // Only what can be wider than a phone must be reachable to be scrolled.
    let name = number.map { "Equation \($0)" } ?? "Formula"
    let frame =
      math.plainText.count > 24
      ? [("role", "group"), ("tabindex", "0"), ("aria-label", name)] : []
    var content: [Node] = [.element("div", frame, [math])]
    if let shown = tag ?? number { content.append(.element("span", [], [.text("(\(shown))")])) }
    return .element("div", [("class", "eq")] + (anchor.map { [("id", $0)] } ?? []), content)
  }

  /// A formula's MathML and tag; nil, and diagnostics, where the TeX is wrong.
  private mutating func formula(_ tex: String, range: SourceRange) -> (Element, String?)? {
    let result = MathParser.parse(tex)
    for fault in result.faults {
      let start = source.position(of: fault.offset, in: tex, within: range)
      let end = SourcePosition(line: start.line, column: start.column + fault.length)
      report(
        fault.id, at: SourceRange(start: start, end: end), fault.summary,
        explanation: "In the formula \(Renderer.shortened(tex))", suggestion: fault.suggestion)
    }
    return result.element.map { ($0, result.tag) }
  }

  /// What stands inside `math`, which is a row by itself.
  private static func inner(_ element: Element) -> [Node] {
    element.name == "mrow" && element.attributes.isEmpty ? element.children : [.element(element)]
  }

  private static func faulty(_ tex: String) -> Node {
    .element("code", [("class", "missing")], [.text(tex)])
  }

  /// A formula short enough to be quoted in a message.
  private static func shortened(_ tex: String) -> String {
    let line = tex.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 60 ? line : line.prefix(57) + "…"
  }
}
