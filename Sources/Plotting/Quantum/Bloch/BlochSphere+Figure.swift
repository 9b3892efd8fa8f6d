internal import Markup
public import Records
internal import Simulator

extension BlochSphere: FigureConvertible {
  /// Returns the sphere as a picture with its text alternative and its coordinates.
  ///
  /// - Throws: `PhysicsError` where a vector is not finite or longer than one.
  public func figure() throws -> Figure {
    try check()
    let side = max(160, size)
    let names = items.filter { !$0.label.isEmpty }
    let isLabelled = names.count > 1 || names.contains { $0.shape != .vector }
    let legend = isLabelled ? (names.map { TextMetrics.width($0.label) }.max() ?? 0) + 44 : 0
    let view = BlochView(
      azimuth: azimuth, elevation: elevation, center: Point(side / 2, side / 2),
      radius: side / 2 - 34)
    var children = frame(view)
    for (index, item) in items.enumerated() { children += draw(item, index, view) }
    children.append(axisLabels(view))
    if isLabelled {
      for (row, item) in items.enumerated() where !item.label.isEmpty {
        children += entry(item, row, at: Point(side + 4, 24 + Double(row) * TextMetrics.line))
      }
    } else if let item = names.first, let vector = item.points.first {
      let tip = view.point(vector)
      let isRight = tip.x >= side / 2
      children.append(
        SVG.text(
          item.label, at: Point(tip.x + (isRight ? 9 : -9), tip.y - 6),
          anchor: isRight ? .start : .end,
          BlochSphere.halo))
    }
    let text = alternative
    let width = max(side + legend, isLabelled ? 0 : side)
    let svg = SVG.picture(
      width: width, height: side, alternative: text, children.compactMap { $0 })
    return Figure(svg: svg, alternative: text, data: table)
  }

  private static let halo = [
    ("stroke", ChartColor.paper.css), ("stroke-width", "3"), ("paint-order", "stroke"),
  ]

  private func check() throws {
    for item in items {
      for vector in item.points {
        let length = BlochView.dot(vector, vector).squareRoot()
        guard length.isFinite, length <= 1 + 1e-6 else {
          throw PhysicsError(
            id: "plotting.not-a-bloch-vector",
            summary: "The vector (\(vector.x), \(vector.y), \(vector.z)) has length \(length).",
            remedy: "Give the expectation values of X, Y and Z of one qubit, of length at most one."
          )
        }
      }
    }
    guard azimuth.isFinite, elevation.isFinite else {
      throw PhysicsError(
        id: "plotting.bad-view", summary: "The viewing angles are not finite.",
        remedy: "Give angles in radians.")
    }
  }

  /// The sphere's outline, equator, meridians and axes.
  private func frame(_ view: BlochView) -> [Element?] {
    var outline = PathData()
    outline.circle(view.center, radius: view.radius)
    let circles = [
      view.circle([1, 0, 0], [0, 1, 0]), view.circle([1, 0, 0], [0, 0, 1]),
      view.circle([0, 1, 0], [0, 0, 1]),
    ]
    var axes = PathData()
    for axis: SIMD3<Double> in [[1, 0, 0], [0, 1, 0], [0, 0, 1]] {
      axes.polyline([view.point(-axis), view.point(axis)])
    }
    let grid = [("fill", "none"), ("stroke", ChartColor.grid.css)]
    return [
      SVG.path(
        outline,
        [("fill", ChartColor.middle.css), ("fill-opacity", ".6"), ("stroke", ChartColor.rule.css)]),
      SVG.group(grid + [("stroke-dasharray", "2 3")], circles.map { SVG.path($0.back) }),
      SVG.group(
        [("fill", "none"), ("stroke", ChartColor.rule.css), ("stroke-opacity", ".7")],
        circles.map { SVG.path($0.front) }),
      SVG.path(axes, [("fill", "none"), ("stroke", ChartColor.rule.css), ("stroke-width", ".75")]),
    ]
  }

  private func axisLabels(_ view: BlochView) -> Element? {
    let labels: [(String, SIMD3<Double>)] = [
      ("|0⟩", [0, 0, 1]), ("|1⟩", [0, 0, -1]), ("x", [1, 0, 0]), ("y", [0, 1, 0]),
    ]
    let texts = labels.map { text, axis -> Element in
      let end = view.point(axis)
      let (dx, dy) = (end.x - view.center.x, end.y - view.center.y)
      let length = max(1, (dx * dx + dy * dy).squareRoot())
      return SVG.text(text, at: Point(end.x + dx / length * 15, end.y + dy / length * 13 + 4))
    }
    return SVG.group(
      [("fill", ChartColor.muted.css), ("text-anchor", "middle")] + BlochSphere.halo, texts)
  }

  private func draw(_ item: Item, _ index: Int, _ view: BlochView) -> [Element?] {
    let color = ChartColor.series(index + 1).css
    let symbols = ChartSymbol.allCases
    switch item.shape {
    case .vector:
      return item.points.flatMap { arrow(to: $0, color, view) }
    case .point:
      var (front, back) = (PathData(), PathData())
      let symbol = symbols[index % symbols.count]
      for point in item.points {
        if view.depth(point) >= 0 {
          symbol.add(to: &front, at: view.point(point), diameter: 7)
        } else {
          symbol.add(to: &back, at: view.point(point), diameter: 6)
        }
      }
      let faded = [
        (symbol == .circle || symbol.isStroked ? "stroke-opacity" : "fill-opacity", ".45")
      ]
      return [
        SVG.path(back, Strokes.symbol(symbol, color: color, diameter: 6) + faded),
        SVG.path(front, Strokes.symbol(symbol, color: color, diameter: 7)),
      ]
    case .path:
      let (front, back) = view.parted(BlochSphere.fine(item.points))
      let dash = index % 2 == 1 ? [6.0, 3] : []
      var (dots, start) = (PathData(), PathData())
      if item.points.count <= 40 {
        for point in item.points { dots.dot(at: view.point(point)) }
      } else if let last = item.points.last {
        dots.dot(at: view.point(last))
      }
      if let first = item.points.first { start.circle(view.point(first), radius: 5) }
      return [
        SVG.path(
          back, Strokes.attributes(color, width: 1.5, dash: dash) + [("stroke-opacity", ".4")]),
        SVG.path(front, Strokes.attributes(color, width: 1.75, dash: dash)),
        SVG.path(dots, Strokes.symbol(.circle, color: color, diameter: 5)),
        SVG.path(start, Strokes.attributes(color, width: 1.25)),
      ]
    }
  }

  /// Straight pieces cut in four, so that a piece can be parted near where it goes behind.
  private static func fine(_ points: [SIMD3<Double>]) -> [SIMD3<Double>] {
    guard let first = points.first else { return [] }
    var result = [first]
    for (from, to) in zip(points, points.dropFirst()) {
      for part in [0.25, 0.5, 0.75, 1] { result.append(from + (to - from) * part) }
    }
    return result
  }

  private func arrow(to vector: SIMD3<Double>, _ color: String, _ view: BlochView) -> [Element?] {
    let (from, tip) = (view.center, view.point(vector))
    let (dx, dy) = (tip.x - from.x, tip.y - from.y)
    let length = (dx * dx + dy * dy).squareRoot()
    var (shaft, head) = (PathData(), PathData())
    guard length > 4 else {
      // Towards or away from the viewer an arrow is a dot, and so is the centre.
      head.dot(at: tip)
      return [SVG.path(head, Strokes.symbol(.circle, color: color, diameter: 9))]
    }
    let (ux, uy) = (dx / length, dy / length)
    let size = min(9, length / 2)
    let base = Point(tip.x - ux * size, tip.y - uy * size)
    shaft.polyline([from, base])
    head.polygon([
      tip, Point(base.x - uy * size * 0.45, base.y + ux * size * 0.45),
      Point(base.x + uy * size * 0.45, base.y - ux * size * 0.45),
    ])
    return [
      SVG.path(shaft, Strokes.attributes(color, width: 2.25)), SVG.path(head, [("fill", color)]),
    ]
  }

  private func entry(_ item: Item, _ index: Int, at place: Point) -> [Element?] {
    let color = ChartColor.series(index + 1).css
    var path = PathData()
    let symbols = ChartSymbol.allCases
    var attributes: [(String, String)]
    if item.shape == .point {
      let symbol = symbols[index % symbols.count]
      symbol.add(to: &path, at: Point(place.x + 10, place.y), diameter: 7)
      attributes = Strokes.symbol(symbol, color: color, diameter: 7)
    } else {
      path.polyline([place, Point(place.x + 20, place.y)])
      let dash = item.shape == .path && index % 2 == 1 ? [6.0, 3] : []
      attributes = Strokes.attributes(color, width: item.shape == .path ? 1.75 : 3, dash: dash)
    }
    return [
      SVG.path(path, attributes), SVG.text(item.label, at: Point(place.x + 26, place.y + 4)),
    ]
  }

  private var alternative: String {
    if items.isEmpty { return "An empty Bloch sphere." }
    func place(_ v: SIMD3<Double>) -> String {
      "(\([v.x, v.y, v.z].map { NumberFormat.trimmed(NumberFormat.fixed($0, decimals: 2)) }.joined(separator: ", ")))"
    }
    let sentences = items.compactMap { item -> String? in
      guard let first = item.points.first, let last = item.points.last else { return nil }
      let name = item.label.isEmpty ? "" : " “\(item.label)”"
      let lengths = item.points.map { BlochView.dot($0, $0).squareRoot() }
      let (low, high) = (lengths.min() ?? 0, lengths.max() ?? 0)
      let span = NumberFormat.fixed(low, decimals: 2)
      let length =
        high - low < 0.005
        ? "length \(span)" : "length from \(span) to \(NumberFormat.fixed(high, decimals: 2))"
      switch item.shape {
      case .path where item.points.count > 1:
        return
          "Path\(name) of \(item.points.count) states from \(place(first)) to \(place(last)), \(length)."
      case .vector: return "Vector\(name) at \(place(first)), \(length)."
      default:
        return item.points.count == 1
          ? "Point\(name) at \(place(first)), \(length)."
          : "\(item.points.count) points\(name), \(length)."
      }
    }
    return (["Bloch sphere; coordinates are expectation values of X, Y and Z."] + sentences)
      .joined(separator: " ")
  }

  private var table: Table {
    var rows: [[String]] = []
    for item in items {
      for (index, v) in item.points.enumerated() {
        let numbers = [v.x, v.y, v.z].map { NumberFormat.fixed($0, decimals: 4) }
        rows.append([item.label, String(index + 1)] + numbers)
      }
    }
    let columns = [
      Table.Column("state"), Table.Column("place", isNumeric: true),
      Table.Column("⟨X⟩", isNumeric: true),
      Table.Column("⟨Y⟩", isNumeric: true), Table.Column("⟨Z⟩", isNumeric: true),
    ]
    let every = (rows.count + DataTable.limit - 1) / DataTable.limit
    if every > 1 { rows = stride(from: 0, to: rows.count, by: every).map { rows[$0] } }
    return Table(columns: columns, rows: rows)
  }
}
