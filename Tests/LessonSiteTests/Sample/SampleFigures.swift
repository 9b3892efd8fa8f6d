import Markup
import Records

/// Draws the sample's pictures: plain charts with the colours that a page defines.
enum SampleFigures {
  /// A line chart of points between 0 and 1 in both directions.
  static func lines(
    x: String, y: String, series: [(name: String, points: [(Double, Double)])], alternative: String
  ) -> Figure {
    func place(_ point: (Double, Double)) -> String {
      "\(Int(60 + 540 * point.0)) \(Int(290 - 260 * point.1))"
    }
    var children: [Node] = []
    for tick in 0...4 {
      let height = 290 - 65 * tick
      children.append(
        .element(
          "path", [("d", "M60 \(height)H600"), ("stroke", "var(--kb-grid,#ddd)"), ("fill", "none")])
      )
      children.append(
        .element(
          "text",
          [
            ("x", "52"), ("y", "\(height + 4)"), ("text-anchor", "end"),
            ("fill", "var(--kb-muted,#555)"),
          ], [.text("\(Double(tick) / 4)")]))
    }
    for (index, line) in series.enumerated() {
      let colour = "var(--kb-s\(index + 1),#06a)"
      children.append(
        .element(
          "path",
          [
            ("d", "M" + line.points.map(place).joined(separator: "L")), ("fill", "none"),
            ("stroke", colour), ("stroke-width", "2"), ("clip-path", "url(#frame)"),
            ("stroke-dasharray", index == 0 ? "none" : "6 3"),
          ]))
      children.append(
        .element(
          "text", [("x", "\(480)"), ("y", "\(40 + 18 * index)"), ("fill", colour)],
          [.text(line.name)]))
    }
    children += [
      .element(
        "clipPath", [("id", "frame")],
        [.element("rect", [("x", "60"), ("y", "30"), ("width", "540"), ("height", "260")])]),
      .element("text", [("x", "330"), ("y", "325"), ("text-anchor", "middle")], [.text(x)]),
      .element("text", [("x", "12"), ("y", "18")], [.text(y)]),
    ]
    let svg = Element(
      "svg",
      [
        ("xmlns", "http://www.w3.org/2000/svg"), ("viewBox", "0 0 640 340"), ("width", "640"),
        ("height", "340"), ("role", "img"), ("aria-label", alternative),
        ("font-family", "system-ui,sans-serif"), ("font-size", "12"),
        ("fill", "var(--kb-ink,#222)"),
      ], children)
    let rows = series[0].points.indices.map { row in
      [rounded(series[0].points[row].0)] + series.map { rounded($0.points[row].1) }
    }
    let columns =
      [Table.Column(x, isNumeric: true)] + series.map { .init($0.name, isNumeric: true) }
    return Figure(svg: svg, alternative: alternative, data: Table(columns: columns, rows: rows))
  }

  private static func rounded(_ value: Double) -> String {
    let scaled = Int((value * 1000).rounded())
    return "\(scaled / 1000).\(String(String(scaled % 1000 + 1000).dropFirst()))"
  }
}
