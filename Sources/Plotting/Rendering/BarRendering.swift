internal import Markup

extension PanelRenderer {
  /// The bars, one path for each series, and the lines that hatch them.
  func bars(_ marks: [Mark]) -> [Element?] {
    let all = series(marks)
    return all.flatMap { key, marks -> [Element?] in
      var (path, lines) = (PathData(), PathData())
      // Histograms of several series lie over one another and let what is below shine through.
      let isOverlaid = all.count > 1 && marks.allSatisfy(\.isBin)
      for mark in marks where !(mark.isBin && mark.yEnd?.value.number == 0) {
        guard let rect = rectangle(ofBar: mark)?.clipped(to: space.rect) else { continue }
        path.rectangle(rect)
        styles.hatch(key).add(to: &lines, in: rect)
      }
      let color = styles.color(key).css
      let edge = isOverlaid ? [("stroke", color)] : []
      let hatching =
        isOverlaid
        ? [("stroke", color), ("stroke-opacity", ".5")]
        : [("stroke", ChartColor.paper.css), ("stroke-opacity", ".6")]
      return [
        SVG.path(
          path,
          [("fill", color)] + edge
            + opacity(marks, "fill-opacity", default: isOverlaid ? 0.35 : 1)),
        SVG.path(lines, hatching),
      ]
    }
  }

  /// The rectangle that a bar covers, nil where one of its ends has no place.
  func rectangle(ofBar mark: Mark) -> Rect? {
    if mark.xStart != nil, mark.yStart != nil {
      // A bin: bars touch but for a hair.
      guard let left = space.px(mark.xStart?.value), let right = space.px(mark.xEnd?.value),
        let bottom = end(mark.yStart, horizontal: false),
        let top = end(mark.yEnd, horizontal: false)
      else { return nil }
      let gap = right - left > 4 ? 0.5 : 0
      return Rect(left + gap, bottom, right - gap, top)
    }
    let isHorizontal = Stacking.isHorizontal(mark)
    guard
      let place = isHorizontal ? space.py(mark.y?.value) : space.px(mark.x?.value),
      let from = end(isHorizontal ? mark.xStart : mark.yStart, horizontal: isHorizontal),
      let to = end(isHorizontal ? mark.xEnd : mark.yEnd, horizontal: isHorizontal)
    else { return nil }
    let center = place + space.offset(mark, horizontal: !isHorizontal)
    let half = space.thickness(mark, horizontal: !isHorizontal) / 2
    return isHorizontal
      ? Rect(from, center - half, to, center + half) : Rect(center - half, from, center + half, to)
  }

  /// The place of a bar's end; on a log scale, what is not positive stands at the axis.
  private func end(_ value: PlottableValue?, horizontal: Bool) -> Double? {
    let scale = horizontal ? space.x : space.y
    if scale.kind == .log, let number = value?.value.number, number <= 0 {
      return horizontal ? space.rect.minX : space.rect.maxY
    }
    return horizontal ? space.px(value?.value) : space.py(value?.value)
  }

  /// The error bars with caps.
  func errorBars(_ marks: [Mark]) -> Element? {
    let paths = series(marks).compactMap { key, marks -> Element? in
      var path = PathData()
      for mark in marks { add(mark, to: &path) }
      let color = styles.color(key, default: .ink).css
      return SVG.path(path, [("stroke", color)] + opacity(marks, "stroke-opacity", default: 1))
    }
    return SVG.group([("fill", "none"), ("stroke-width", "1.5")], paths)
  }

  private func add(_ mark: Mark, to path: inout PathData) {
    let upright = mark.yStart != nil
    guard let place = upright ? space.px(mark.x?.value) : space.py(mark.y?.value),
      let from = end(upright ? mark.yStart : mark.xStart, horizontal: !upright),
      let to = end(upright ? mark.yEnd : mark.xEnd, horizontal: !upright)
    else { return }
    let center = place + space.offset(mark, horizontal: upright)
    func at(_ along: Double, _ across: Double) -> Point {
      upright ? Point(center + across, along) : Point(along, center + across)
    }
    for line in [
      [at(from, 0), at(to, 0)], [at(from, -4), at(from, 4)], [at(to, -4), at(to, 4)],
    ] {
      for part in Clipping.polyline(line, to: space.rect) { path.polyline(part) }
    }
  }

  /// The boxes with whiskers, medians and outliers.
  func boxes(_ marks: [Mark]) -> Element? {
    let groups = series(marks).flatMap { key, marks -> [Element?] in
      var (body, lines, median, dots) = (PathData(), PathData(), PathData(), PathData())
      for mark in marks {
        guard let box = BoxSummary(mark.samples) else { continue }
        let upright = mark.x != nil
        guard let place = upright ? space.px(mark.x?.value) : space.py(mark.y?.value) else {
          continue
        }
        let center = place + space.offset(mark, horizontal: upright)
        let half = min(space.thickness(mark, horizontal: upright) / 2, 24)
        func at(_ value: Double, _ across: Double) -> Point? {
          let along = upright ? space.py(.number(value)) : space.px(.number(value))
          return along.map { upright ? Point(center + across, $0) : Point($0, center + across) }
        }
        func line(_ from: Point?, _ to: Point?, _ path: inout PathData) {
          guard let from, let to else { return }
          for part in Clipping.polyline([from, to], to: space.rect) { path.polyline(part) }
        }
        if let low = at(box.lowQuartile, -half), let high = at(box.highQuartile, half),
          let rect = Rect(low.x, low.y, high.x, high.y).clipped(to: space.rect)
        {
          body.rectangle(rect)
        }
        line(at(box.lowWhisker, 0), at(box.lowQuartile, 0), &lines)
        line(at(box.highQuartile, 0), at(box.highWhisker, 0), &lines)
        line(at(box.lowWhisker, -half / 2), at(box.lowWhisker, half / 2), &lines)
        line(at(box.highWhisker, -half / 2), at(box.highWhisker, half / 2), &lines)
        line(at(box.median, -half), at(box.median, half), &median)
        for outlier in box.outliers {
          if let point = at(outlier, 0), space.rect.contains(point) {
            dots.circle(point, radius: 2.5)
          }
        }
      }
      let color = styles.color(key).css
      return [
        SVG.path(body, [("fill", color), ("fill-opacity", ".2"), ("stroke", color)]),
        SVG.path(lines, Strokes.attributes(color, width: 1)),
        SVG.path(median, Strokes.attributes(color, width: 2.5)),
        SVG.path(dots, Strokes.attributes(color, width: 1)),
      ]
    }
    return SVG.group([], groups)
  }
}
