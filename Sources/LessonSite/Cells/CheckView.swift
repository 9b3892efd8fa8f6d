internal import Markup
internal import Records

/// Sets the result of an exercise's check: what was expected beside what was there.
enum CheckView {
  static func node(_ check: Check) -> Node {
    let verdict = check.passed ? "Passed" : "Not yet"
    return .element(
      "div", [("class", check.passed ? "check passed" : "check open")],
      [
        .element(
          "p", [],
          [.element("b", [], [.text("\(check.passed ? "✓" : "✗") \(verdict):")]), " "]
            + [.text(check.title)]),
        .element(
          "dl", [],
          row("Expected", check.expected) + row("Found", check.actual)),
      ])
  }

  private static func row(_ name: String, _ value: String) -> [Node] {
    [
      .element(
        "div", [],
        [.element("dt", [], [.text(name)]), .element("dd", [], [.text(value)])])
    ]
  }
}
