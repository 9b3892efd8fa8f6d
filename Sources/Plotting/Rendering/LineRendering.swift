internal import Markup

extension PanelRenderer {
  /// The lines, one path for each series.
  func lines(_ marks: [Mark]) -> Element? {
    let paths = series(marks).compactMap { key, marks -> Element? in
      var path = PathData()
      let method = marks.first?.interpolation ?? .linear
      for run in runs(marks.map(space.point)) { add(run, method, to: &path) }
      let stroke = marks.first?.stroke
      var attributes = [("stroke", styles.color(key).css)]
      let dash = styles.dash(key)
      if !dash.isEmpty {
        attributes.append(("stroke-dasharray", dash.map(SVG.number).joined(separator: " ")))
      }
      if let width = stroke?.lineWidth, width != 2 {
        attributes.append(("stroke-width", SVG.number(width)))
      }
      return SVG.path(path, attributes + opacity(marks, "stroke-opacity", default: 1))
    }
    return SVG.group(
      [("fill", "none"), ("stroke-width", "2"), ("stroke-linejoin", "round")], paths)
  }

  private func add(_ run: [Point], _ method: InterpolationMethod, to path: inout PathData) {
    if run.count == 1, let point = run.first {
      // A point between gaps would be a line without length.
      if space.rect.contains(point) {
        path.polyline([Point(point.x - 1, point.y), Point(point.x + 1, point.y)])
      }
      return
    }
    let points = LineShape.corners(Thinning.columns(run), method)
    if method == .monotone {
      if points.allSatisfy({ space.rect.contains($0) }) {
        return LineShape.monotone(points, to: &path)
      }
      for part in Clipping.polyline(LineShape.sampledMonotone(points), to: space.rect) {
        path.polyline(part)
      }
      return
    }
    for part in Clipping.polyline(points, to: space.rect) { path.polyline(Thinning.straight(part)) }
  }

  /// The areas: stacked ones filled and edged, bands pale.
  func areas(_ marks: [Mark]) -> Element? {
    let paths = series(marks).flatMap { key, marks -> [Element] in
      let isBand = marks.allSatisfy { $0.y == nil }
      let method = marks.first?.interpolation ?? .linear
      var (fill, edge) = (PathData(), PathData())
      let tops = marks.map { mark in
        point(mark.x, mark.yEnd)
      }
      let bottoms = marks.map { mark in point(mark.x, mark.yStart) }
      for range in ranges(zip(tops, bottoms).map { $0 != nil && $1 != nil }) {
        let top = shaped(tops[range].compactMap { $0 }, method)
        let bottom = shaped(bottoms[range].compactMap { $0 }, method)
        fill.polygon(Clipping.polygon(top + bottom.reversed(), to: space.rect))
        if !isBand {
          for part in Clipping.polyline(top, to: space.rect) { edge.polyline(part) }
        }
      }
      let color = styles.color(key).css
      let body = SVG.path(
        fill, [("fill", color)] + opacity(marks, "fill-opacity", default: isBand ? 0.2 : 0.5))
      let line = SVG.path(edge, Strokes.attributes(color, width: 1.5, dash: styles.dash(key)))
      return [body, line].compactMap { $0 }
    }
    return SVG.group([], paths)
  }

  private func shaped(_ points: [Point], _ method: InterpolationMethod) -> [Point] {
    let thin = Thinning.columns(points)
    let corners =
      method == .monotone ? LineShape.sampledMonotone(thin) : LineShape.corners(thin, method)
    return Thinning.straight(corners)
  }

  private func point(_ x: PlottableValue?, _ y: PlottableValue?) -> Point? {
    guard let x = space.px(x?.value), let y = space.py(y?.value) else { return nil }
    return Point(x, y)
  }

  private func ranges(_ present: [Bool]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start: Int?
    for index in 0...present.count {
      let isPresent = index < present.count && present[index]
      if isPresent, start == nil { start = index }
      if !isPresent, let from = start {
        result.append(from..<index)
        start = nil
      }
    }
    return result
  }

  private func runs(_ points: [Point?]) -> [[Point]] {
    ranges(points.map { $0 != nil }).map { points[$0].compactMap { $0 } }
  }
}
