/// Holds a place in the picture in CSS pixels, y downwards.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// Holds an upright rectangle of the picture in CSS pixels.
struct Rect: Hashable, Sendable {
  var minX: Double
  var minY: Double
  var maxX: Double
  var maxY: Double

  /// Creates the rectangle between two corners in any order.
  init(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) {
    (minX, maxX) = (min(x1, x2), max(x1, x2))
    (minY, maxY) = (min(y1, y2), max(y1, y2))
  }

  var width: Double { maxX - minX }
  var height: Double { maxY - minY }
  var center: Point { Point((minX + maxX) / 2, (minY + maxY) / 2) }

  func contains(_ point: Point, slack: Double = 0.005) -> Bool {
    point.x >= minX - slack && point.x <= maxX + slack && point.y >= minY - slack
      && point.y <= maxY + slack
  }

  func intersects(_ other: Rect) -> Bool {
    minX < other.maxX && other.minX < maxX && minY < other.maxY && other.minY < maxY
  }

  /// The part inside another rectangle, nil where there is none.
  func clipped(to other: Rect) -> Rect? {
    let (left, right) = (max(minX, other.minX), min(maxX, other.maxX))
    let (top, bottom) = (max(minY, other.minY), min(maxY, other.maxY))
    return left <= right && top <= bottom ? Rect(left, top, right, bottom) : nil
  }

  func inset(_ amount: Double) -> Rect {
    Rect(minX + amount, minY + amount, maxX - amount, maxY - amount)
  }
}
