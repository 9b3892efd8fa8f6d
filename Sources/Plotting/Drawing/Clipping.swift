/// Cuts shapes at the edges of a plot, so that no clip path with an id is needed.
enum Clipping {
  /// The parts of a line inside a rectangle (Liang and Barsky 1984).
  static func polyline(_ points: [Point], to rect: Rect) -> [[Point]] {
    if points.allSatisfy({ rect.contains($0) }) { return points.isEmpty ? [] : [points] }
    var parts: [[Point]] = []
    var current: [Point] = []
    for (from, to) in zip(points, points.dropFirst()) {
      guard let (start, end) = segment(from, to, to: rect) else { continue }
      if current.last != start {
        if !current.isEmpty { parts.append(current) }
        current = [start]
      }
      current.append(end)
      if end != to {
        parts.append(current)
        current = []
      }
    }
    if !current.isEmpty { parts.append(current) }
    return parts
  }

  private static func segment(_ from: Point, _ to: Point, to rect: Rect) -> (Point, Point)? {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    var (low, high) = (0.0, 1.0)
    for (slope, distance) in [
      (-dx, from.x - rect.minX), (dx, rect.maxX - from.x),
      (-dy, from.y - rect.minY), (dy, rect.maxY - from.y),
    ] {
      if slope == 0 {
        if distance < 0 { return nil }
      } else if slope < 0 {
        low = max(low, distance / slope)
      } else {
        high = min(high, distance / slope)
      }
    }
    if low > high { return nil }
    let start = low == 0 ? from : Point(from.x + low * dx, from.y + low * dy)
    let end = high == 1 ? to : Point(from.x + high * dx, from.y + high * dy)
    return (start, end)
  }

  /// The part of a filled shape inside a rectangle (Sutherland and Hodgman 1974).
  static func polygon(_ points: [Point], to rect: Rect) -> [Point] {
    if points.allSatisfy({ rect.contains($0) }) { return points }
    var points = points
    points = cut(points, { $0.x - rect.minX })
    points = cut(points, { rect.maxX - $0.x })
    points = cut(points, { $0.y - rect.minY })
    return cut(points, { rect.maxY - $0.y })
  }

  private static func cut(_ points: [Point], _ inside: (Point) -> Double) -> [Point] {
    guard var previous = points.last else { return [] }
    var result: [Point] = []
    for point in points {
      let (a, b) = (inside(previous), inside(point))
      if (a < 0) != (b < 0) {
        let t = a / (a - b)
        result.append(
          Point(previous.x + t * (point.x - previous.x), previous.y + t * (point.y - previous.y)))
      }
      if b >= 0 { result.append(point) }
      previous = point
    }
    return result
  }
}
