/// Writes the data of an SVG path: relative, in hundredths of a pixel, with no byte to spare.
struct PathData {
  /// The path data so far.
  private(set) var text = ""
  private var x = 0
  private var y = 0
  private var startX = 0
  private var startY = 0
  private var command: Character = " "
  private var endsInFraction = false

  var isEmpty: Bool { text.isEmpty }

  /// Starts a new part.
  mutating func move(to point: Point) {
    let (x, y) = (PathData.hundredths(point.x), PathData.hundredths(point.y))
    // After a closed part the pen stands at its start.
    if command == "z" { (self.x, self.y) = (startX, startY) }
    if !text.isEmpty, PathData.length(x - self.x, y - self.y) < PathData.length(x, y) {
      start("m")
      write(x - self.x)
      write(y - self.y)
    } else {
      start("M")
      write(x)
      write(y)
    }
    (self.x, self.y) = (x, y)
    (startX, startY) = (x, y)
  }

  private static func length(_ x: Int, _ y: Int) -> Int {
    number(x).utf8.count + number(y).utf8.count
  }

  /// Draws a straight line.
  mutating func line(to point: Point) {
    let (x, y) = (PathData.hundredths(point.x), PathData.hundredths(point.y))
    defer { (self.x, self.y) = (x, y) }
    if x == self.x && y == self.y && command.lowercased() != "m" { return }
    if y == self.y {
      start("h")
      write(x - self.x)
    } else if x == self.x {
      start("v")
      write(y - self.y)
    } else {
      start("l")
      write(x - self.x)
      write(y - self.y)
    }
  }

  /// Draws a cubic curve.
  mutating func curve(to point: Point, control first: Point, _ second: Point) {
    start("c")
    for place in [first, second, point] {
      write(PathData.hundredths(place.x) - x)
      write(PathData.hundredths(place.y) - y)
    }
    (x, y) = (PathData.hundredths(point.x), PathData.hundredths(point.y))
  }

  /// Draws a circular arc, clockwise on the screen where `clockwise` says so.
  mutating func arc(to point: Point, radius: Double, large: Bool = false, clockwise: Bool = true) {
    start("a")
    let radius = PathData.hundredths(radius)
    for value in [radius, radius, 0, large ? 100 : 0, clockwise ? 100 : 0] { write(value) }
    write(PathData.hundredths(point.x) - x)
    write(PathData.hundredths(point.y) - y)
    (x, y) = (PathData.hundredths(point.x), PathData.hundredths(point.y))
  }

  /// Closes the part; the next must start with a move.
  mutating func close() { start("z") }

  /// Adds a dot, drawn where the stroke has round caps.
  mutating func dot(at point: Point) {
    move(to: point)
    start("h")
    write(0)
  }

  /// Adds lines through all points.
  mutating func polyline(_ points: [Point]) {
    for (index, point) in points.enumerated() {
      if index == 0 { move(to: point) } else { line(to: point) }
    }
    if points.count == 1, let point = points.first { dot(at: point) }
  }

  /// Adds a closed shape.
  mutating func polygon(_ points: [Point]) {
    guard points.count > 1 else { return }
    polyline(points)
    close()
  }

  /// Adds a rectangle.
  mutating func rectangle(_ rect: Rect) {
    move(to: Point(rect.minX, rect.minY))
    line(to: Point(rect.maxX, rect.minY))
    line(to: Point(rect.maxX, rect.maxY))
    line(to: Point(rect.minX, rect.maxY))
    close()
  }

  /// Adds a full circle.
  mutating func circle(_ center: Point, radius: Double) {
    move(to: Point(center.x - radius, center.y))
    arc(to: Point(center.x + radius, center.y), radius: radius)
    arc(to: Point(center.x - radius, center.y), radius: radius)
    close()
  }

  private mutating func start(_ next: Character) {
    // A repeated command needs no letter; a move repeated would be a line.
    if next == command && next.lowercased() != "m" && next != "z" { return }
    text.append(next)
    command = next
    endsInFraction = false
  }

  private mutating func write(_ value: Int) {
    let number = PathData.number(value)
    let afterLetter = text.last?.isLetter ?? true
    let joins = afterLetter || number.hasPrefix("-") || (endsInFraction && number.hasPrefix("."))
    if !joins { text.append(" ") }
    text += number
    endsInFraction = number.contains(".")
  }

  /// The value in hundredths, rounded half away from zero; what is not finite counts as zero.
  static func hundredths(_ value: Double) -> Int {
    value.isFinite ? Int((min(max(value, -1e7), 1e7) * 100).rounded()) : 0
  }

  /// The hundredths as the shortest decimal number.
  static func number(_ hundredths: Int) -> String {
    let magnitude = hundredths.magnitude
    let (whole, rest) = magnitude.quotientAndRemainder(dividingBy: 100)
    var text = hundredths < 0 ? "-" : ""
    if whole > 0 || rest == 0 { text += String(whole) }
    if rest > 0 {
      text += rest % 10 == 0 ? ".\(rest / 10)" : (rest < 10 ? ".0\(rest)" : ".\(rest)")
    }
    return text
  }
}
