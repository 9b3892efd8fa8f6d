/// Leaves out points of long lines whose absence nobody can see.
enum Thinning {
  /// The points with at most first, lowest, highest and last in every pixel column.
  ///
  /// Lines that run back and forth in x, and short ones, stay as they are.
  static func columns(_ points: [Point]) -> [Point] {
    guard let first = points.first, let last = points.last else { return points }
    guard Double(points.count) > 4 * ((last.x - first.x).magnitude + 1) else { return points }
    let direction = last.x >= first.x ? 1.0 : -1.0
    guard zip(points, points.dropFirst()).allSatisfy({ ($1.x - $0.x) * direction >= 0 }) else {
      return points
    }
    var result: [Point] = []
    var start = 0
    while start < points.count {
      let column = points[start].x.rounded(.down)
      var end = start + 1
      while end < points.count, points[end].x.rounded(.down) == column { end += 1 }
      var lowest = start
      var highest = start
      for index in start..<end {
        if points[index].y < points[lowest].y { lowest = index }
        if points[index].y > points[highest].y { highest = index }
      }
      for index in Set([start, lowest, highest, end - 1]).sorted() { result.append(points[index]) }
      start = end
    }
    return result
  }

  /// The points without those that lie on the line between their neighbours, to 1/50 of a pixel.
  static func straight(_ points: [Point]) -> [Point] {
    guard points.count > 2 else { return points }
    var result = [points[0]]
    for index in 1..<(points.count - 1) {
      guard let from = result.last else { break }
      let (through, to) = (points[index], points[index + 1])
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      let length = (dx * dx + dy * dy).squareRoot()
      let cross = dx * (through.y - from.y) - dy * (through.x - from.x)
      let along = dx * (through.x - from.x) + dy * (through.y - from.y)
      let isBetween = along >= 0 && along <= length * length
      if length == 0 || !isBetween || cross.magnitude / length > 0.02 { result.append(through) }
    }
    result.append(points[points.count - 1])
    return result
  }

  /// The points without those that another covers, to half a pixel.
  static func covered(_ points: [Point]) -> [Point] {
    guard points.count > 400 else { return points }
    var seen: Set<Point> = []
    return points.filter {
      seen.insert(Point(($0.x * 2).rounded(), ($0.y * 2).rounded())).inserted
    }
  }
}
