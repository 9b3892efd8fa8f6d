/// Names the lines that tell filled shapes apart without colour.
enum Hatch: Sendable, Hashable, CaseIterable {
  case none, rising, falling, level, upright, crossed

  /// Adds the lines inside a rectangle, in step across rectangles.
  func add(to path: inout PathData, in rect: Rect, spacing: Double = 6) {
    switch self {
    case .none: return
    case .rising: diagonal(&path, rect, spacing * 1.4, rises: true)
    case .falling: diagonal(&path, rect, spacing * 1.4, rises: false)
    case .crossed:
      diagonal(&path, rect, spacing * 1.8, rises: true)
      diagonal(&path, rect, spacing * 1.8, rises: false)
    case .level:
      for y in places(rect.minY, rect.maxY, spacing) {
        path.polyline([Point(rect.minX, y), Point(rect.maxX, y)])
      }
    case .upright:
      for x in places(rect.minX, rect.maxX, spacing) {
        path.polyline([Point(x, rect.minY), Point(x, rect.maxY)])
      }
    }
  }

  private func places(_ low: Double, _ high: Double, _ spacing: Double) -> [Double] {
    let first = (low / spacing + 0.05).rounded(.up)
    return Array(stride(from: first * spacing, to: high - 0.3, by: spacing))
  }

  /// Lines x + y = c, or x - y = c, cut at the edges.
  private func diagonal(_ path: inout PathData, _ rect: Rect, _ spacing: Double, rises: Bool) {
    let sign = rises ? 1.0 : -1.0
    let ends = [rect.minX + sign * rect.minY, rect.minX + sign * rect.maxY]
    let others = [rect.maxX + sign * rect.minY, rect.maxX + sign * rect.maxY]
    for c in places((ends + others).min() ?? 0, (ends + others).max() ?? 0, spacing) {
      // At the left edge y = sign (c - x); both ends stay inside the rectangle.
      let (y1, y2) = (sign * (c - rect.minX), sign * (c - rect.maxX))
      let (top, bottom) = (min(max(y1, rect.minY), rect.maxY), min(max(y2, rect.minY), rect.maxY))
      let (from, to) = (Point(c - sign * top, top), Point(c - sign * bottom, bottom))
      if (from.x - to.x).magnitude > 0.5 { path.polyline([from, to]) }
    }
  }
}
