/// Names the shape of a point.
public enum ChartSymbol: Sendable, Hashable, CaseIterable {
  case circle, square, triangle, diamond, cross, plus, triangleDown, ring

  /// Whether the shape is an outline, drawn by its stroke.
  var isStroked: Bool { self == .cross || self == .plus || self == .ring }

  /// Adds the shape to a path; a circle is a dot that needs a round stroke of the same diameter.
  func add(to path: inout PathData, at center: Point, diameter: Double) {
    // Shapes of equal area look equally large.
    let r = diameter / 2
    func at(_ x: Double, _ y: Double) -> Point { Point(center.x + x * r, center.y + y * r) }
    switch self {
    case .circle: path.dot(at: center)
    case .ring: path.circle(center, radius: r)
    case .square: path.polygon([at(-0.9, -0.9), at(0.9, -0.9), at(0.9, 0.9), at(-0.9, 0.9)])
    case .diamond: path.polygon([at(0, -1.3), at(1.3, 0), at(0, 1.3), at(-1.3, 0)])
    case .triangle: path.polygon([at(0, -1.3), at(1.2, 0.9), at(-1.2, 0.9)])
    case .triangleDown: path.polygon([at(0, 1.3), at(1.2, -0.9), at(-1.2, -0.9)])
    case .cross:
      path.polyline([at(-0.9, -0.9), at(0.9, 0.9)])
      path.polyline([at(0.9, -0.9), at(-0.9, 0.9)])
    case .plus:
      path.polyline([at(-1.2, 0), at(1.2, 0)])
      path.polyline([at(0, -1.2), at(0, 1.2)])
    }
  }
}
