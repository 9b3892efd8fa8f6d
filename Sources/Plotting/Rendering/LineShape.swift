/// Lays a line through points as the interpolation method says.
enum LineShape {
  /// The corners of a line of steps, or the points themselves.
  static func corners(_ points: [Point], _ method: InterpolationMethod) -> [Point] {
    guard method != .linear, method != .monotone, let first = points.first else { return points }
    var result = [first]
    for (from, to) in zip(points, points.dropFirst()) {
      switch method {
      case .stepStart: result.append(Point(from.x, to.y))
      case .stepEnd: result.append(Point(to.x, from.y))
      default:
        let middle = (from.x + to.x) / 2
        result += [Point(middle, from.y), Point(middle, to.y)]
      }
      result.append(to)
    }
    return result
  }

  /// Adds a smooth line that never leaves the range of neighbouring points, x going one way.
  static func monotone(_ points: [Point], to path: inout PathData) {
    let slopes = tangents(points)
    for (index, point) in points.enumerated() {
      if index == 0 {
        path.move(to: point)
        continue
      }
      let from = points[index - 1]
      let third = (point.x - from.x) / 3
      path.curve(
        to: point, control: Point(from.x + third, from.y + third * slopes[index - 1]),
        Point(point.x - third, point.y - third * slopes[index]))
    }
  }

  /// Points along the smooth line, close enough to look the same once cut at the edges of a plot.
  static func sampledMonotone(_ points: [Point]) -> [Point] {
    let slopes = tangents(points)
    guard let first = points.first else { return [] }
    var result = [first]
    for index in points.indices.dropFirst() {
      let (from, to) = (points[index - 1], points[index])
      let width = to.x - from.x
      for step in 1...12 {
        let t = Double(step) / 12
        let (u, v) = (t * t * (3 - 2 * t), t * (1 - t))
        let bend = v * ((1 - t) * slopes[index - 1] - t * slopes[index]) * width
        result.append(Point(from.x + t * width, from.y + u * (to.y - from.y) + bend))
      }
    }
    return result
  }

  /// Slopes after Fritsch and Carlson (1980), limited so that the cubic is monotone.
  private static func tangents(_ points: [Point]) -> [Double] {
    let chords = zip(points, points.dropFirst()).map { from, to in
      to.x == from.x ? 0 : (to.y - from.y) / (to.x - from.x)
    }
    guard let first = chords.first, let last = chords.last else { return points.map { _ in 0 } }
    let inner = zip(chords, chords.dropFirst()).map { left, right -> Double in
      if left * right <= 0 { return 0 }
      let mean = (left + right) / 2
      let limit = 3 * min(left.magnitude, right.magnitude)
      return mean < 0 ? max(mean, -limit) : min(mean, limit)
    }
    return [first] + inner + [last]
  }
}
