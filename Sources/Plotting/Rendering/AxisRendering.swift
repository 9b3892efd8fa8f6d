internal import Markup

/// Draws grids, axes and titles.
struct AxisRendering {
  let model: ChartModel
  let layout: ChartLayout

  /// The grid below the data, one path for all panels.
  func grid() -> Element? {
    var path = PathData()
    let isHeatMap = model.marks.allSatisfy { $0.kind == .rectangle && ($0.x != nil || $0.y != nil) }
    if isHeatMap { return nil }
    for panel in layout.panels {
      let rect = panel.rect
      if model.y.kind != .band {
        for tick in model.y.ticks {
          let y = SVG.crisp(rect.maxY - tick.fraction * rect.height)
          path.polyline([Point(rect.minX, y), Point(rect.maxX, y)])
        }
      }
      if model.x.kind != .band && !standsOnX {
        for tick in model.x.ticks {
          let x = SVG.crisp(rect.minX + tick.fraction * rect.width)
          path.polyline([Point(x, rect.minY), Point(x, rect.maxY)])
        }
      }
    }
    return SVG.path(path, [("fill", "none"), ("stroke", ChartColor.grid.css)])
  }

  /// Whether upright bars make grid lines in x idle.
  private var standsOnX: Bool {
    model.marks.contains { $0.kind == .bar && !Stacking.isHorizontal($0) }
  }

  /// The axis lines, one path for all panels: where values start, and where they are zero.
  func lines() -> Element? {
    var path = PathData()
    for panel in layout.panels {
      let rect = panel.rect
      let lying = model.marks.contains { $0.kind == .bar && Stacking.isHorizontal($0) }
      if !lying || model.y.kind != .band {
        let y = SVG.crisp(zero(model.y).map { rect.maxY - $0 * rect.height } ?? rect.maxY)
        path.polyline([Point(rect.minX, y), Point(rect.maxX, y)])
      }
      if lying || zero(model.x) != nil && model.x.low < 0 {
        let x = SVG.crisp(zero(model.x).map { rect.minX + $0 * rect.width } ?? rect.minX)
        path.polyline([Point(x, rect.minY), Point(x, rect.maxY)])
      }
    }
    let isHeatMap = model.marks.contains { $0.showsNumbers }
    return isHeatMap ? nil : SVG.path(path, [("fill", "none"), ("stroke", ChartColor.rule.css)])
  }

  /// The place of zero inside a linear axis.
  private func zero(_ scale: Scale) -> Double? {
    guard scale.kind == .linear, let zero = scale.fraction(of: 0), (0...1).contains(zero) else {
      return nil
    }
    return zero
  }

  /// The labels of ticks.
  func labels() -> [Element?] {
    var (below, beside): ([Element], [Element]) = ([], [])
    for panel in layout.panels {
      if panel.showsX { below += xLabels(panel.rect) }
      if panel.showsY { beside += yLabels(panel.rect) }
    }
    let anchor = layout.isTilted ? "end" : "middle"
    return [
      SVG.group([("fill", ChartColor.muted.css), ("text-anchor", anchor)], below),
      SVG.group([("fill", ChartColor.muted.css), ("text-anchor", "end")], beside),
    ]
  }

  private func xLabels(_ rect: Rect) -> [Element] {
    let ticks = model.x.ticks
    // Labels that would touch their left neighbour are left out.
    var end = -Double.infinity
    return ticks.compactMap { tick in
      let x = rect.minX + tick.fraction * rect.width
      if layout.isTilted {
        let text = TextMetrics.fitted(tick.label, within: 130)
        let point = Point(x + 4, rect.maxY + 13)
        if point.x - end < 13 { return nil }
        end = point.x
        let place = "\(SVG.number(point.x)) \(SVG.number(point.y))"
        return SVG.text(text, at: point, [("transform", "rotate(-40 \(place))")])
      }
      let half = TextMetrics.width(tick.label) / 2
      if x - half < end + 4 { return nil }
      end = x + half
      return SVG.text(tick.label, at: Point(x, rect.maxY + 17))
    }
  }

  private func yLabels(_ rect: Rect) -> [Element] {
    let every = max(1, Int((12 / max(0.01, rect.height * model.y.bandwidth)).rounded(.up)))
    return model.y.ticks.enumerated().compactMap { index, tick in
      if model.y.kind == .band && index % every != 0 { return nil }
      let part = model.y.kind == .band ? tick.fraction : 1 - tick.fraction
      let text = TextMetrics.fitted(tick.label, within: layout.width * 0.4)
      return SVG.text(text, at: Point(rect.minX - 6, rect.minY + part * rect.height + 4))
    }
  }

  /// The titles of axes and panels.
  func titles() -> [Element] {
    var elements: [Element] = []
    if !model.yTitle.isEmpty { elements.append(SVG.text(model.yTitle, at: layout.yTitlePlace)) }
    if !model.xTitle.isEmpty {
      elements.append(SVG.text(model.xTitle, at: layout.xTitlePlace, anchor: .middle))
    }
    for panel in layout.panels {
      guard let facet = panel.facet else { continue }
      let name = facet.value.number == nil ? facet.value.text : "\(facet.label) \(facet.value.text)"
      let text = TextMetrics.fitted(name, within: panel.rect.width)
      elements.append(
        SVG.text(
          text, at: Point(panel.rect.center.x, panel.rect.minY - 6), anchor: .middle,
          [("font-weight", "600")]))
    }
    return elements
  }
}
