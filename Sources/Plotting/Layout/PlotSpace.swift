/// Maps values to places in one panel.
struct PlotSpace {
  var rect: Rect
  var x: Scale
  var y: Scale
  var xSpacing: Double
  var ySpacing: Double
  /// The values that part bars at one place, in order.
  var positions: [String]

  /// The horizontal place of a value.
  func px(_ value: PlottedValue?) -> Double? {
    value.flatMap(x.fraction).map { rect.minX + $0 * rect.width }
  }

  /// The vertical place of a value; names run downwards, numbers upwards.
  func py(_ value: PlottedValue?) -> Double? {
    value.flatMap(y.fraction).map {
      y.kind == .band ? rect.minY + $0 * rect.height : rect.maxY - $0 * rect.height
    }
  }

  /// The point of a mark, moved aside where a position parts it from others.
  func point(_ mark: Mark) -> Point? {
    guard let x = px(mark.x?.value), let y = py(mark.y?.value) else { return nil }
    if mark.positionKey == nil { return Point(x, y) }
    let isHorizontal = self.y.kind == .band && self.x.kind != .band
    return isHorizontal
      ? Point(x, y + offset(mark, horizontal: false))
      : Point(x + offset(mark, horizontal: true), y)
  }

  /// The room that a mark has at its value.
  func band(horizontal: Bool) -> Double {
    let (scale, length) = horizontal ? (x, rect.width) : (y, rect.height)
    switch scale.kind {
    case .band: return scale.bandwidth * length
    case .linear:
      return min(length, (horizontal ? xSpacing : ySpacing) / (scale.high - scale.low) * length)
    case .log: return min(length / 8, 24)
    }
  }

  /// The distance of a mark from the middle of its place, where a position parts marks.
  func offset(_ mark: Mark, horizontal: Bool) -> Double {
    guard let key = mark.positionKey, let index = positions.firstIndex(of: key.value.text) else {
      return 0
    }
    let slot = band(horizontal: horizontal) * 0.8 / Double(positions.count)
    return (Double(index) - Double(positions.count - 1) / 2) * slot
  }

  /// The thickness of a bar or box.
  func thickness(_ mark: Mark, horizontal: Bool) -> Double {
    let slots = mark.positionKey == nil ? 1 : Double(max(1, positions.count))
    return min(band(horizontal: horizontal) * 0.8 / slots, 64)
  }
}
