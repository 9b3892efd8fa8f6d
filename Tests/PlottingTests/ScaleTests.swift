import Markup
import Plotting
import Records
import Simulator
import Testing

@Suite struct ScaleTests {
  private func texts(_ chart: Chart) throws -> [String] { try chart.figure().svg.texts }

  private func points(_ xs: [Double], _ ys: [Double]) -> Chart {
    Chart {
      for (x, y) in zip(xs, ys) { PointMark(x: .value("x", x), y: .value("y", y)) }
    }
  }

  @Test func ticksAreRoundWithEqualDecimals() throws {
    let texts = try texts(points([0, 1], [0.03, 0.97]))
    for label in ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"] { #expect(texts.contains(label)) }
  }

  @Test func wholeNumbersHaveNoFractionsBetween() throws {
    let texts = try texts(Chart(0..<3) { PointMark(x: .value("x", $0), y: .value("y", $0)) })
    #expect(texts.contains("1"))
    #expect(!texts.contains { $0.contains(".") })
  }

  @Test func negativeNumbersHaveMinusSigns() throws {
    let texts = try texts(points([-2, 2], [-1, 1]))
    #expect(texts.contains("−1.0"))
    #expect(!texts.contains { $0.contains("-") })
  }

  @Test func radiansAreFractionsOfPi() throws {
    let texts = try texts(points([-3.1416, 3.1416], [0, 1]).chartXAxis(.radians))
    for label in ["−π", "−π/2", "0", "π/2", "π"] { #expect(texts.contains(label)) }
  }

  @Test func logAxesHavePowersOfTen() throws {
    let texts = try texts(points([1e-6, 1e6], [1, 2]).chartXScale(type: .log))
    #expect(texts.contains("10⁻⁶"))
    #expect(texts.contains("10⁶"))
  }

  @Test func categoriesKeepTheirOrder() throws {
    let chart = Chart(["b", "a", "c"]) { BarMark(x: .value("name", $0), y: .value("count", 1)) }
    #expect(try texts(chart).filter { ["a", "b", "c"].contains($0) } == ["b", "a", "c"])
    let ordered = chart.chartXScale(domain: ["c", "b", "a"])
    #expect(try texts(ordered).filter { ["a", "b", "c"].contains($0) } == ["c", "b", "a"])
  }

  @Test func barsStartAtZeroAndLinesNeedNot() throws {
    let bars = Chart(["a", "b"]) { BarMark(x: .value("n", $0), y: .value("y", 95.5)) }
    #expect(try texts(bars).contains("0"))
    #expect(try !texts(points([1, 2], [95.5, 99])).contains("0"))
  }

  @Test(arguments: [1e-12, 1e-5, 1, 12345, 1e9, 1e200])
  func everyMagnitudeHasTicks(scale: Double) throws {
    let texts = try texts(points([0, 1], [0, scale]))
    #expect(texts.count >= 7)
  }

  @Test func domainsWithoutExtentAreErrors() {
    #expect(throws: PhysicsError.self) { try points([0], [1]).chartXScale(domain: 1...1).figure() }
    #expect {
      try points([1], [1]).chartYScale(domain: 0...1, type: .log).figure()
    } throws: {
      ($0 as? PhysicsError)?.id == "plotting.log-domain-not-positive"
    }
    #expect {
      try Chart(["a"]) { BarMark(x: .value("n", $0), y: .value("y", 1)) }
        .chartXScale(type: .log).figure()
    } throws: {
      ($0 as? PhysicsError)?.id == "plotting.log-of-categories"
    }
    #expect {
      try points([0], [1e308]).chartYScale(domain: -1e308...1e308).figure()
    } throws: {
      ($0 as? PhysicsError)?.id == "plotting.range-too-large"
    }
  }

  @Test func oneValueStandsInTheMiddle() throws {
    let svg = try points([3], [7]).figure().svg
    #expect(svg.texts.contains("3.0") || svg.texts.contains("3"))
  }
}

extension Element {
  /// All texts of the picture in order.
  var texts: [String] {
    children.flatMap { child -> [String] in
      switch child {
      case .text(let text): [text]
      case .element(let element): element.texts
      }
    }
  }

  /// All elements of the picture with a name.
  func all(_ name: String) -> [Element] {
    children.flatMap { child -> [Element] in
      guard case .element(let element) = child else { return [] }
      return (element.name == name ? [element] : []) + element.all(name)
    }
  }
}
