internal import Markup

/// Draws the marks of one panel, kind by kind in the order in which kinds first appear.
struct PanelRenderer {
  let model: ChartModel
  let space: PlotSpace
  let marks: [Mark]

  var styles: SeriesStyles { model.styles }

  func draw() -> [Element] {
    var kinds: [Mark.Kind] = []
    for mark in marks where !kinds.contains(mark.kind) { kinds.append(mark.kind) }
    let layers = kinds.flatMap { kind -> [Element?] in
      let marks = marks.filter { $0.kind == kind }
      switch kind {
      case .line: return [lines(marks)]
      case .area: return [areas(marks)]
      case .point: return [points(marks)]
      case .bar: return bars(marks)
      case .rule: return [rules(marks)]
      case .rectangle: return rectangles(marks)
      case .errorBar: return [errorBars(marks)]
      case .box: return [boxes(marks)]
      case .text, .histogram: return []
      }
    }
    return (layers + [texts()]).compactMap { $0 }
  }

  /// The marks by series, in order of appearance.
  func series(_ marks: [Mark]) -> [(key: SeriesStyles.Key, marks: [Mark])] {
    var order: [SeriesStyles.Key] = []
    var groups: [SeriesStyles.Key: [Mark]] = [:]
    for mark in marks {
      let key = SeriesStyles.key(mark)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(mark)
    }
    return order.map { ($0, groups[$0] ?? []) }
  }

  func opacity(_ marks: [Mark], _ name: String, default fallback: Double) -> [(String, String)] {
    let opacity = min(max(marks.first?.opacity ?? fallback, 0), 1)
    return opacity == 1 || !opacity.isFinite ? [] : [(name, SVG.number(opacity))]
  }

  /// The symbols, one path for each series and colour.
  func points(_ marks: [Mark]) -> Element? {
    let paths = series(marks).flatMap { key, marks -> [Element] in
      let diameter = marks.first?.symbolSize ?? (marks.count > 200 ? 4 : 6)
      let symbol = styles.symbol(key)
      return tinted(marks, key).compactMap { paint, marks in
        var path = PathData()
        let inside = marks.compactMap(space.point).filter { space.rect.contains($0) }
        for point in Thinning.covered(inside) {
          symbol.add(to: &path, at: point, diameter: diameter)
        }
        let name = symbol == .circle || symbol.isStroked ? "stroke-opacity" : "fill-opacity"
        let attributes = Strokes.symbol(symbol, color: paint.color.css, diameter: diameter)
        let alpha = paint.opacity * (marks.first?.opacity ?? 1)
        return SVG.path(path, attributes + (alpha < 1 ? [(name, SVG.number(alpha))] : []))
      }
    }
    return SVG.group([], paths)
  }

  /// Holds a colour and how much of it covers what lies below.
  struct Paint: Hashable {
    var color: ChartColor
    var opacity: Double
  }

  /// The marks by colour: one for a series, steps of the scale for numbers.
  func tinted(_ marks: [Mark], _ key: SeriesStyles.Key) -> [(paint: Paint, marks: [Mark])] {
    guard key.color == nil, key.foreground == nil, let ramp = styles.ramp else {
      return [(Paint(color: styles.color(key), opacity: 1), marks)]
    }
    var groups: [Paint: [Mark]] = [:]
    for mark in marks {
      guard let value = mark.foreground?.value.number else {
        groups[Paint(color: styles.color(key), opacity: 1), default: []].append(mark)
        continue
      }
      guard value.isFinite else { continue }
      let paint = ramp.paint(value)
      // So many steps are as fine as an eye tells apart, and share their attributes.
      let steps = marks.count > 400 ? 24.0 : 50
      let least = mark.kind == .point ? 0.15 : 0.0
      let opacity = (max(least, paint.opacity) * steps).rounded() / steps
      groups[Paint(color: paint.color, opacity: opacity), default: []].append(mark)
    }
    return groups.sorted {
      ($0.key.color.css, $0.key.opacity) < ($1.key.color.css, $1.key.opacity)
    }.map { ($0.key, $0.value) }
  }
}
