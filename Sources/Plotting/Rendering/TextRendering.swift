internal import Markup

extension PanelRenderer {
  /// The rules.
  func rules(_ marks: [Mark]) -> Element? {
    let paths = series(marks).compactMap { key, marks -> Element? in
      var path = PathData()
      for mark in marks {
        for part in Clipping.polyline(ends(ofRule: mark), to: space.rect) { path.polyline(part) }
      }
      let dash = marks.first?.stroke?.dash ?? (key.foreground == nil ? [4, 3] : styles.dash(key))
      return SVG.path(
        path,
        Strokes.attributes(
          styles.color(key, default: .muted).css, width: marks.first?.stroke?.lineWidth ?? 1.25,
          dash: dash) + opacity(marks, "stroke-opacity", default: 1))
    }
    return SVG.group([], paths)
  }

  private func ends(ofRule mark: Mark) -> [Point] {
    let rect = space.rect
    if mark.y != nil {
      guard let y = space.py(mark.y?.value) else { return [] }
      let from = mark.xStart == nil ? rect.minX : space.px(mark.xStart?.value)
      let to = mark.xEnd == nil ? rect.maxX : space.px(mark.xEnd?.value)
      guard let from, let to else { return [] }
      return [Point(from, y), Point(to, y)]
    }
    guard let x = space.px(mark.x?.value) else { return [] }
    let from = mark.yStart == nil ? rect.maxY : space.py(mark.yStart?.value)
    let to = mark.yEnd == nil ? rect.minY : space.py(mark.yEnd?.value)
    guard let from, let to else { return [] }
    return [Point(x, from), Point(x, to)]
  }

  /// The texts of text marks, annotations and rules, readable on whatever lies below.
  func texts() -> Element? {
    var bounds = space.rect
    // A label may stand above the plot, where only the axis title's line is.
    if model.facets.isEmpty { bounds.minY -= 16 }
    var placer = LabelPlacer(bounds: bounds)
    var texts: [Element] = []
    for mark in marks {
      if let text = mark.text, let point = space.point(mark), space.rect.contains(point) {
        texts.append(
          placer.place(text, at: Point(point.x, point.y + 4), anchor: .middle, color: mark.color))
      }
      if let annotation = mark.annotation, let (point, anchor) = place(of: annotation, on: mark) {
        texts.append(
          placer.place(
            annotation.text, at: point, anchor: anchor,
            color: mark.kind == .bar ? nil : mark.color))
      } else if mark.kind == .rule, mark.annotation == nil, let text = name(ofRule: mark) {
        if let (point, anchor) = quietPlace(for: text, on: mark) {
          texts.append(placer.place(text, at: point, anchor: anchor, color: mark.color ?? .muted))
        }
      }
    }
    return SVG.group(
      [
        ("font-size", SVG.number(TextMetrics.small)), ("stroke", ChartColor.paper.css),
        ("stroke-width", "3"),
        ("stroke-linejoin", "round"), ("paint-order", "stroke"),
      ], texts)
  }

  /// A rule's own label, where it says more than the axis title and no legend names the rule.
  private func name(ofRule mark: Mark) -> String? {
    guard mark.foreground == nil, let label = (mark.y ?? mark.x)?.label else { return nil }
    let title = mark.y != nil ? model.yTitle : model.xTitle
    return label.isEmpty || label == title ? nil : label
  }

  /// The place along a rule where its label covers the least of the data.
  private func quietPlace(for text: String, on mark: Mark) -> (Point, TextAnchor)? {
    let ends = ends(ofRule: mark)
    guard let from = ends.first, let to = ends.last, ends.allSatisfy({ space.rect.contains($0) })
    else { return nil }
    let width = TextMetrics.width(text, size: TextMetrics.small)
    let places: [(Point, TextAnchor)] =
      mark.y != nil
      ? [
        (Point(to.x - 2, to.y - 5), .end), (Point(from.x + 4, from.y - 5), .start),
        (Point(to.x - 2, to.y + 13), .end), (Point(from.x + 4, from.y + 13), .start),
        (Point((from.x + to.x) / 2, from.y - 5), .middle),
      ]
      : [
        (Point(to.x + 5, to.y + 10), .start), (Point(to.x - 5, to.y + 10), .end),
        (Point(from.x + 5, from.y - 5), .start), (Point(from.x - 5, from.y - 5), .end),
      ]
    let data = dataPoints
    func covered(_ place: (Point, TextAnchor)) -> Int {
      let left =
        switch place.1 {
        case .start: place.0.x
        case .middle: place.0.x - width / 2
        case .end: place.0.x - width
        }
      let box = Rect(left - 2, place.0.y - 11, left + width + 2, place.0.y + 4)
      let isOutside = left < space.rect.minX || left + width > space.rect.maxX
      return data.count { box.contains($0) } + (isOutside ? 1000 : 0)
    }
    return places.min { covered($0) < covered($1) }
  }

  /// Points on the lines, symbols and bars of the panel, close enough to know what a label covers.
  private var dataPoints: [Point] {
    series(marks.filter { $0.kind != .rule && $0.kind != .text }).flatMap { _, marks -> [Point] in
      let bars = marks.compactMap { $0.kind == .bar ? rectangle(ofBar: $0) : nil }
      let inBars = bars.flatMap { bar in
        stride(from: bar.minY, through: bar.maxY, by: 8).flatMap { y in
          [bar.minX, bar.center.x, bar.maxX].map { Point($0, y) }
        }
      }
      let points = marks.filter { $0.kind != .bar }.compactMap(space.point)
      let between = zip(points, points.dropFirst()).flatMap { from, to in
        (1..<8).map { step in
          let t = Double(step) / 8
          return Point(from.x + t * (to.x - from.x), from.y + t * (to.y - from.y))
        }
      }
      return inBars + points + (marks.first?.kind == .line ? between : [])
    }
  }

  private func place(of annotation: Annotation, on mark: Mark) -> (Point, TextAnchor)? {
    if mark.kind == .rule {
      let ends = ends(ofRule: mark)
      guard let from = ends.first, let to = ends.last,
        space.rect.contains(from), space.rect.contains(to)
      else { return nil }
      if mark.y != nil {
        let y = annotation.position == .bottom ? to.y + 13 : to.y - 5
        return annotation.position == .leading
          ? (Point(from.x + 4, y), .start) : (Point(to.x - 2, y), .end)
      }
      let y = annotation.position == .bottom ? from.y - 5 : to.y + 10
      return annotation.position == .leading
        ? (Point(to.x - 5, y), .end) : (Point(to.x + 5, y), .start)
    }
    guard let (rect, middle) = extent(of: mark) else { return nil }
    switch annotation.position {
    case .top: return (Point(middle.x, rect.minY - 6), .middle)
    case .bottom: return (Point(middle.x, rect.maxY + 14), .middle)
    case .leading: return (Point(rect.minX - 6, middle.y + 4), .end)
    case .trailing: return (Point(rect.maxX + 6, middle.y + 4), .start)
    }
  }

  private func extent(of mark: Mark) -> (Rect, Point)? {
    if mark.kind == .bar { return rectangle(ofBar: mark).map { ($0, $0.center) } }
    if let point = space.point(mark), space.rect.contains(point) {
      return (Rect(point.x - 2, point.y - 2, point.x + 2, point.y + 2), point)
    }
    guard let x = space.px(mark.x?.value ?? mark.xEnd?.value),
      let y = space.py(mark.y?.value ?? mark.yEnd?.value)
    else { return nil }
    return (Rect(x, y, x, y), Point(x, y))
  }
}

/// Puts labels where they neither leave their bounds nor lie on one another.
struct LabelPlacer {
  let bounds: Rect
  private var taken: [Rect] = []

  init(bounds: Rect) { self.bounds = bounds }

  /// The label at its point, moved up or down by whole lines where another stands there already.
  mutating func place(
    _ text: String, at point: Point, anchor: TextAnchor, color: ChartColor? = nil
  ) -> Element {
    let width = TextMetrics.width(text, size: TextMetrics.small)
    var left =
      switch anchor {
      case .start: point.x
      case .middle: point.x - width / 2
      case .end: point.x - width
      }
    left = min(max(left, bounds.minX + 1), max(bounds.minX + 1, bounds.maxX - 1 - width))
    var chosen = point.y
    for step in [0.0, -1, 1, -2, 2, -3, 3] {
      let y = min(max(point.y + step * 13, bounds.minY + 9), bounds.maxY - 3)
      let rect = Rect(left, y - 10, left + width, y + 3)
      if !taken.contains(where: rect.intersects) {
        chosen = y
        break
      }
    }
    taken.append(Rect(left, chosen - 10, left + width, chosen + 3))
    let x =
      switch anchor {
      case .start: left
      case .middle: left + width / 2
      case .end: left + width
      }
    return SVG.text(
      text, at: Point(x, chosen), anchor: anchor, color.map { [("fill", $0.css)] } ?? [])
  }
}
