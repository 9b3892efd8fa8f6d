internal import Markup

/// Draws the operations of a circuit; shapes of one look share a path.
struct CircuitDrawing {
  /// The distance of neighbouring wires in CSS pixels.
  static let wire = 44.0
  private static let half = 17.0

  private var wires = PathData()
  private var links = PathData()
  private var passing = PathData()
  private var dots = PathData()
  private var rings = PathData()
  private var nots = PathData()
  private var crosses = PathData()
  private var boxes = PathData()
  private var channels = PathData()
  private var barriers = PathData()
  private var meters = PathData()
  private var names: [Element] = []
  private var parameters: [Element] = []
  private var wireLabels: [Element] = []

  /// The elements in drawing order.
  var elements: [Element] {
    let ink = ChartColor.ink.css
    let paper = ChartColor.paper.css
    let all = [
      SVG.group(
        [("fill", "none"), ("stroke", ink)],
        [
          SVG.path(wires, [("stroke", ChartColor.rule.css)]),
          SVG.path(links, [("stroke-width", "1.5")]),
          SVG.path(barriers, [("stroke", ChartColor.muted.css), ("stroke-dasharray", "3 3")]),
        ]),
      SVG.path(dots, Strokes.symbol(.circle, color: ink, diameter: 9)),
      SVG.group(
        [("fill", paper), ("stroke", ink), ("stroke-width", "1.5")],
        [
          SVG.path(rings), SVG.path(nots), SVG.path(crosses, [("stroke-width", "2")]),
          SVG.path(boxes),
          SVG.path(channels, [("stroke", ChartColor.series(2).css), ("stroke-dasharray", "4 2")]),
          SVG.path(meters, [("fill", "none"), ("stroke-width", "1.25")]),
        ]),
      SVG.path(passing, [("stroke", ChartColor.rule.css)]),
      SVG.group([("text-anchor", "middle")], names),
      SVG.group(
        [("text-anchor", "middle"), ("font-size", SVG.number(TextMetrics.small))], parameters),
      SVG.group([("fill", ChartColor.muted.css), ("text-anchor", "end")], wireLabels),
    ]
    return all.compactMap { $0 }
  }

  /// Adds the wires of a row with their names.
  mutating func addWires(_ labels: [String], from left: Double, to right: Double, top: Double) {
    for (index, label) in labels.enumerated() {
      let y = SVG.crisp(top + (Double(index) + 0.5) * CircuitDrawing.wire)
      wires.polyline([Point(left, y), Point(right, y)])
      wireLabels.append(SVG.text(label, at: Point(left - 6, y + 4)))
    }
  }

  /// Adds an operation about the middle of its column.
  mutating func add(_ element: CircuitDiagram.Element, x: Double, top: Double) {
    func y(_ wire: Int) -> Double { SVG.crisp(top + (Double(wire) + 0.5) * CircuitDrawing.wire) }
    let wires = element.wires
    if element.shape == .barrier {
      let reach = CircuitDrawing.wire / 2
      barriers.polyline([
        Point(x, y(wires.lowerBound) - reach), Point(x, y(wires.upperBound) + reach),
      ])
      return
    }
    if !element.controls.isEmpty || element.shape == .swap {
      links.polyline([Point(x, y(wires.lowerBound)), Point(x, y(wires.upperBound))])
    }
    for control in element.controls {
      let point = Point(x, y(control.qubit))
      if control.state == 0 { rings.circle(point, radius: 4.5) } else { dots.dot(at: point) }
    }
    for target in element.targets { addTarget(element, at: Point(x, y(target))) }
    switch element.shape {
    case .gate, .channel, .measurement: addBox(element, x: x, y)
    default: break
    }
  }

  private mutating func addTarget(_ element: CircuitDiagram.Element, at point: Point) {
    switch element.shape {
    case .dot: dots.dot(at: point)
    case .not:
      nots.circle(point, radius: 10)
      nots.polyline([Point(point.x - 10, point.y), Point(point.x + 10, point.y)])
      nots.polyline([Point(point.x, point.y - 10), Point(point.x, point.y + 10)])
    case .swap:
      for side in [-1.0, 1] {
        crosses.polyline([
          Point(point.x - 6, point.y - 6 * side), Point(point.x + 6, point.y + 6 * side),
        ])
      }
    case .gate, .channel, .measurement, .barrier: break
    }
  }

  private mutating func addBox(_ element: CircuitDiagram.Element, x: Double, _ y: (Int) -> Double) {
    let (first, last) = (element.targets.min() ?? 0, element.targets.max() ?? 0)
    let half = CircuitDrawing.half
    let width = element.width
    let rect = Rect(x - width / 2, y(first) - half, x + width / 2, y(last) + half)
    if element.shape == .channel { channels.rectangle(rect) } else { boxes.rectangle(rect) }
    // A wire between the targets runs on over the box; targets out of order are numbered.
    for wire in first...last where !element.targets.contains(wire) {
      passing.polyline([Point(rect.minX, y(wire)), Point(rect.maxX, y(wire))])
    }
    if element.targets.count > 1, element.targets != Array(first...last) {
      for (index, target) in element.targets.enumerated() {
        parameters.append(SVG.text(String(index), at: Point(rect.minX + 7, y(target) + 4)))
      }
    }
    let middle = rect.center
    if element.shape == .measurement {
      let icon = Point(rect.minX + 16, middle.y)
      meters.move(to: Point(icon.x - 9, icon.y + 6))
      meters.arc(to: Point(icon.x + 9, icon.y + 6), radius: 9.5)
      meters.polyline([Point(icon.x, icon.y + 6), Point(icon.x + 7, icon.y - 8)])
      if let parameter = element.parameter {
        parameters.append(
          SVG.text(parameter, at: Point((icon.x + 10 + rect.maxX) / 2, middle.y + 4)))
      }
      return
    }
    guard let parameter = element.parameter else {
      names.append(SVG.text(element.name, at: Point(middle.x, middle.y + 4.5)))
      return
    }
    names.append(SVG.text(element.name, at: Point(middle.x, middle.y - 2)))
    parameters.append(SVG.text(parameter, at: Point(middle.x, middle.y + 12)))
  }
}
