internal import Markup

/// Draws the scale of colours that stand for numbers.
struct RampDrawing {
  let ramp: SeriesStyles.Ramp

  init(_ ramp: SeriesStyles.Ramp) { self.ramp = ramp }

  /// The scale as a column of steps with its ends, and zero where colours part, written beside.
  func draw(at origin: Point) -> [Element] {
    let (width, height, steps) = (14.0, Legend.rampHeight - 10, 20)
    var elements = [
      SVG.rectangle(
        Rect(origin.x, origin.y, origin.x + width, origin.y + height),
        [("fill", ChartColor.middle.css)])
    ]
    // Neighbours of one colour share a group.
    for color in [ChartColor.positive, .negative, .series(1)] {
      var cells: [Element?] = []
      for index in 0..<steps {
        let part = (Double(index) + 0.5) / Double(steps)
        let paint = ramp.paint(ramp.high + (ramp.low - ramp.high) * part)
        guard paint.color == color else { continue }
        let top = origin.y + height * Double(index) / Double(steps)
        cells.append(
          SVG.rectangle(
            Rect(origin.x, top, origin.x + width, top + height / Double(steps)),
            [("fill-opacity", SVG.number(paint.opacity))]))
      }
      if let group = SVG.group([("fill", color.css)], cells) { elements.append(group) }
    }
    for value in ramp.isDiverging ? [ramp.high, 0, ramp.low] : [ramp.high, ramp.low] {
      let part = ramp.high > ramp.low ? (ramp.high - value) / (ramp.high - ramp.low) : 0
      let y = min(max(origin.y + height * part + 4, origin.y + 9), origin.y + height)
      elements.append(
        SVG.text(
          NumberFormat.significant(value, digits: 3), at: Point(origin.x + width + 5, y),
          [("font-size", SVG.number(TextMetrics.small))]))
    }
    return elements
  }

  /// The circle of phases, unrolled from π at the top to −π.
  static func phases(at origin: Point) -> [Element] {
    let (width, height, steps) = (14.0, Legend.rampHeight - 10, 24)
    let cells = (0...steps).map { index -> Element in
      let phase = Double.pi * (1 - 2 * Double(index) / Double(steps))
      let top = origin.y + height * Double(index) / Double(steps + 1)
      return SVG.rectangle(
        Rect(origin.x, top, origin.x + width, top + height / Double(steps + 1)),
        [("fill", ChartColor.phase(phase).css)])
    }
    let labels = [("π", 0.0), ("π/2", 0.25), ("0", 0.5), ("−π/2", 0.75), ("−π", 1.0)].map {
      SVG.text(
        $0.0, at: Point(origin.x + width + 5, origin.y + 8 + (height - 8) * $0.1),
        [("font-size", SVG.number(TextMetrics.small))])
    }
    return cells + labels
  }
}
