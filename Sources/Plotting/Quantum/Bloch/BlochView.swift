internal import Kernels

/// Projects the Bloch sphere onto the picture, lines of sight parallel.
struct BlochView {
  let center: Point
  let radius: Double
  private let right: SIMD3<Double>
  private let up: SIMD3<Double>
  private let toViewer: SIMD3<Double>

  init(azimuth: Double, elevation: Double, center: Point, radius: Double) {
    self.center = center
    self.radius = radius
    let (sa, ca) = (ketbook_sin(azimuth), ketbook_cos(azimuth))
    let (se, ce) = (ketbook_sin(elevation), ketbook_cos(elevation))
    right = [-sa, ca, 0]
    up = [-se * ca, -se * sa, ce]
    toViewer = [ce * ca, ce * sa, se]
  }

  func point(_ vector: SIMD3<Double>) -> Point {
    Point(
      center.x + radius * BlochView.dot(right, vector),
      center.y - radius * BlochView.dot(up, vector))
  }

  /// How far a place is towards the viewer; negative is behind the centre.
  func depth(_ vector: SIMD3<Double>) -> Double { BlochView.dot(toViewer, vector) }

  /// A circle about the centre through two orthogonal unit vectors, parted into front and back.
  func circle(_ first: SIMD3<Double>, _ second: SIMD3<Double>) -> (front: PathData, back: PathData)
  {
    let steps = 48
    let points = (0...steps).map { index in
      let angle = 2 * Double.pi * Double(index) / Double(steps)
      return ketbook_cos(angle) * first + ketbook_sin(angle) * second
    }
    return parted(points)
  }

  /// A line through places, parted where it goes behind the centre of the sphere.
  func parted(_ points: [SIMD3<Double>]) -> (front: PathData, back: PathData) {
    var (front, back) = (PathData(), PathData())
    var run: [Point] = []
    var isFront = true
    func flush() {
      guard run.count > 1 else { return }
      let thin = Thinning.straight(run)
      if isFront { front.polyline(thin) } else { back.polyline(thin) }
    }
    for (from, to) in zip(points, points.dropFirst()) {
      let side = depth((from + to) / 2) >= -1e-9
      if run.isEmpty || side != isFront {
        flush()
        (run, isFront) = ([point(from)], side)
      }
      run.append(point(to))
    }
    flush()
    return (front, back)
  }

  static func dot(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double {
    a.x * b.x + a.y * b.y + a.z * b.z
  }
}
