internal import Markup

extension PanelRenderer {
  /// The rectangles: cells by colour, the middle of a diverging scale below, numbers above.
  func rectangles(_ marks: [Mark]) -> [Element?] {
    let cells = joined(marks.filter(\.showsNumbers).compactMap(rectangle(of:)))
    let base = PathData(rectangles: cells)
    var elements: [Element?] = [SVG.path(base, [("fill", ChartColor.middle.css)])]
    for (key, marks) in series(marks) {
      for (paint, marks) in tinted(marks, key) {
        let path = PathData(rectangles: joined(marks.compactMap(rectangle(of:))))
        // A region behind other marks is pale; a cell's colour is its value.
        let isCell = marks.first?.showsNumbers ?? false
        let opacity = marks.first?.opacity ?? (isCell ? paint.opacity : 0.15)
        if opacity > 0 {
          elements.append(
            SVG.path(
              path,
              [("fill", paint.color.css)]
                + (opacity < 1 ? [("fill-opacity", SVG.number(opacity))] : [])))
        }
      }
    }
    return elements + numbers(marks.filter(\.showsNumbers))
  }

  /// Rectangles that touch side by side joined to one.
  private func joined(_ rects: [Rect]) -> [Rect] {
    let sorted = rects.sorted { ($0.minY, $0.minX) < ($1.minY, $1.minX) }
    var result: [Rect] = []
    for rect in sorted {
      if let last = result.last, last.minY == rect.minY, last.maxY == rect.maxY,
        (rect.minX - last.maxX).magnitude < 0.01
      {
        result[result.count - 1].maxX = rect.maxX
      } else {
        result.append(rect)
      }
    }
    return result
  }

  /// The rectangle of a mark, nil where a side has no place.
  private func rectangle(of mark: Mark) -> Rect? {
    guard
      let (left, right) = sides(
        mark.x, mark.xStart, mark.xEnd, space.px, space.band(horizontal: true),
        (space.rect.minX, space.rect.maxX)),
      let (bottom, top) = sides(
        mark.y, mark.yStart, mark.yEnd, space.py, space.band(horizontal: false),
        (space.rect.maxY, space.rect.minY))
    else { return nil }
    return Rect(left, bottom, right, top).clipped(to: space.rect)
  }

  private func sides(
    _ value: PlottableValue?, _ start: PlottableValue?, _ end: PlottableValue?,
    _ place: (PlottedValue?) -> Double?, _ band: Double, _ all: (Double, Double)
  ) -> (Double, Double)? {
    if let value {
      let half = band > 14 ? band / 2 - 0.5 : band / 2
      return place(value.value).map { ($0 - half, $0 + half) }
    }
    let from = start == nil ? all.0 : place(start?.value)
    let to = end == nil ? all.1 : place(end?.value)
    guard let from, let to else { return nil }
    return (from, to)
  }

  /// The numbers in the cells where they fit; elsewhere a stroke marks what is negative.
  private func numbers(_ marks: [Mark]) -> [Element?] {
    guard let ramp = styles.ramp else { return [] }
    let cells = marks.compactMap { mark -> (Rect, Double)? in
      guard let rect = rectangle(of: mark), let value = mark.foreground?.value.number,
        value.isFinite
      else { return nil }
      return (rect, value)
    }
    let isWhole = marks.allSatisfy {
      if case .integer = $0.foreground?.value { true } else { false }
    }
    let span = max(ramp.high.magnitude, ramp.low.magnitude)
    let decimals = isWhole ? 0 : span >= 100 ? 0 : span >= 10 ? 1 : 2
    let texts = cells.map { NumberFormat.fixed($0.1, decimals: decimals) }
    let fits = zip(cells, texts).allSatisfy { cell, text in
      cell.0.width >= TextMetrics.width(text, size: TextMetrics.small) + 4 && cell.0.height >= 14
    }
    if fits && cells.count <= 256 { return written(cells, texts, ramp) }
    return [negativeDashes(cells, ramp)]
  }

  /// Strokes about twelve pixels apart over what is negative, for readers without colour.
  private func negativeDashes(_ cells: [(Rect, Double)], _ ramp: SeriesStyles.Ramp) -> Element? {
    var dashes = PathData()
    var taken: Set<Point> = []
    for (rect, value) in cells where value < 0 && ramp.isDiverging {
      let place = Point((rect.center.x / 12).rounded(), (rect.center.y / 12).rounded())
      guard ramp.paint(value).opacity > 0.15, taken.insert(place).inserted else { continue }
      let half = min(rect.width, 12) / 4
      dashes.polyline([
        Point(rect.center.x - half, rect.center.y), Point(rect.center.x + half, rect.center.y),
      ])
    }
    return SVG.path(dashes, [("stroke", ChartColor.paper.css)])
  }

  private func written(_ cells: [(Rect, Double)], _ texts: [String], _ ramp: SeriesStyles.Ramp)
    -> [Element?]
  {
    [false, true].map { isDark in
      let texts = zip(cells, texts).compactMap { cell, text -> Element? in
        guard (ramp.paint(cell.1).opacity > 0.55) == isDark else { return nil }
        return SVG.text(text, at: Point(cell.0.center.x, cell.0.center.y + 4))
      }
      let color = isDark ? [("fill", ChartColor.paper.css)] : []
      return SVG.group(
        [("font-size", SVG.number(TextMetrics.small)), ("text-anchor", "middle")] + color, texts)
    }
  }
}

extension PathData {
  /// Creates a path of rectangles.
  init(rectangles: [Rect]) {
    self.init()
    for rect in rectangles { rectangle(rect) }
  }
}
