internal import Markup

/// Puts together SVG elements with short coordinates.
enum SVG {
  /// The coordinate with at most two decimals.
  static func number(_ value: Double) -> String { PathData.number(PathData.hundredths(value)) }

  /// The middle of the pixel at a place, where a line one pixel wide is sharp.
  static func crisp(_ value: Double) -> Double { value.rounded(.down) + 0.5 }

  /// The `svg` element of a picture: its size, font, colour and what it says to a screen reader.
  static func picture(
    width: Double, height: Double, alternative: String, _ children: [Element]
  ) -> Element {
    Element(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("viewBox", "0 0 \(number(width)) \(number(height))"),
        ("width", number(width)), ("height", number(height)),
        // Text of a picture is not to outgrow the page's: it shrinks, but is never blown up.
        ("style", "max-width:\(number(width))px"),
        ("role", "img"), ("aria-label", alternative),
        ("font-family", "system-ui,sans-serif"), ("font-size", number(TextMetrics.size)),
        ("fill", ChartColor.ink.css),
      ], children.map(Node.element))
  }

  /// A group, nil where it would be empty.
  static func group(_ attributes: [(String, String)], _ children: [Element?]) -> Element? {
    let children = children.compactMap { $0 }
    return children.isEmpty ? nil : Element("g", attributes, children.map(Node.element))
  }

  /// A path, nil where it would be empty.
  static func path(_ data: PathData, _ attributes: [(String, String)] = []) -> Element? {
    data.isEmpty ? nil : Element("path", attributes + [("d", data.text)])
  }

  /// A text at a point; the anchor `start` is SVG's own and not written.
  static func text(
    _ text: String, at point: Point, anchor: TextAnchor = .start,
    _ attributes: [(String, String)] = []
  ) -> Element {
    var all = [("x", number(point.x)), ("y", number(point.y))]
    if anchor != .start { all.append(("text-anchor", anchor.rawValue)) }
    return Element("text", all + attributes, [.text(text)])
  }

  /// A filled rectangle.
  static func rectangle(_ rect: Rect, _ attributes: [(String, String)] = []) -> Element {
    Element(
      "rect",
      [
        ("x", number(rect.minX)), ("y", number(rect.minY)), ("width", number(rect.width)),
        ("height", number(rect.height)),
      ] + attributes)
  }
}

/// Names the part of a text that stands at its point.
enum TextAnchor: String {
  case start, middle, end
}
