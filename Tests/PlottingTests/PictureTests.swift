import Markup
import Plotting
import Records
import Simulator
import Testing

@Suite struct PictureTests {
  private func wave(_ count: Int, peakAt peak: Int) -> Chart {
    Chart(0..<count) {
      LineMark(
        x: .value("step", Double($0)),
        y: .value("y", $0 == peak ? 9 : Samples.sine(Double($0) / 50)))
    }.chartYScale(domain: -1...9)
  }

  @Test func longSeriesAreThinnedButKeepTheirPeaks() throws {
    let long = try wave(50_000, peakAt: 31_234).figure()
    let path = try #require(long.svg.all("path").max { $0.xml.utf8.count < $1.xml.utf8.count })
    #expect(path.xml.utf8.count < 20_000)
    // The peak reaches the top, as with few points.
    let heights = try #require(path["d"]).coordinates.map(\.y)
    let few = try #require(
      try wave(100, peakAt: 62).figure().svg.all("path").max {
        $0.xml.utf8.count < $1.xml.utf8.count
      }?["d"])
    let top = try #require(few.coordinates.map(\.y).min())
    #expect((try #require(heights.min()) - top).magnitude < 0.02)
  }

  @Test func coordinatesHaveAtMostTwoDecimals() throws {
    let xml = try wave(100, peakAt: 3).figure().svg.xml
    let numbers = xml.matches(of: /\.(\d+)/).map(\.output.1.count)
    #expect(numbers.allSatisfy { $0 <= 2 })
  }

  @Test func gapsBreakTheLine() throws {
    let svg = try Chart([1, 2, .nan, 4, 5.0]) {
      LineMark(x: .value("x", $0.isNaN ? 3 : $0), y: .value("y", $0))
    }.figure().svg
    let line = try #require(
      svg.all("path").first { $0["stroke"]?.contains("--kb-s1") == true }?["d"])
    #expect(line.filter { $0 == "M" || $0 == "m" }.count == 2)
  }

  @Test func everyColourIsAPropertyOfTheThemeWithAFallback() throws {
    let svg = try Chart(Samples.waves) {
      LineMark(x: .value("x", $0.x), y: .value("y", $0.y)).foregroundStyle(by: .value("n", $0.name))
    }.figure().svg
    let paints = svg.attributeValues(["fill", "stroke"]).filter { $0 != "none" }
    #expect(!paints.isEmpty)
    #expect(paints.allSatisfy { $0.wholeMatch(of: /var\(--kb-[a-z0-9]+,#[0-9a-f]{3,6}\)/) != nil })
  }

  @Test func picturesCarryNoIdsStylesOrLinks() throws {
    let xml = try Chart(Samples.waves) {
      AreaMark(x: .value("x", $0.x), y: .value("y", $0.y)).foregroundStyle(by: .value("n", $0.name))
    }.figure().svg.xml
    for word in [" id=", "<style", "url(", "href"] { #expect(!xml.contains(word)) }
  }

  @Test func picturesNameThemselvesToScreenReaders() throws {
    let figure = try wave(10, peakAt: 2).figure()
    #expect(figure.svg["role"] == "img")
    #expect(figure.svg["aria-label"] == figure.alternative)
    #expect(figure.svg["viewBox"]?.hasPrefix("0 0 480") == true)
  }

  @Test func seriesDifferWithoutColour() throws {
    func attributes(_ svg: Element) -> Set<[String]> {
      Set(
        svg.all("path").filter { ($0["stroke"] ?? $0["fill"] ?? "").contains("--kb-s") }.map {
          [$0["stroke-dasharray"] ?? "solid"]
        })
    }
    let lines = try Chart(Samples.waves) {
      LineMark(x: .value("x", $0.x), y: .value("y", $0.y)).foregroundStyle(by: .value("n", $0.name))
    }.figure().svg
    #expect(attributes(lines).count == 3)
    let bars = try Chart {
      for name in ["a", "b"] {
        BarMark(x: .value("x", "one"), y: .value("y", 1)).foregroundStyle(by: .value("n", name))
      }
    }.figure().svg
    let hatching = bars.all("path").filter { $0["stroke"]?.contains("--kb-paper") == true }
    #expect(!hatching.isEmpty)
  }

  @Test func sameChartsAreSameBytes() throws {
    let first = try wave(500, peakAt: 7).figure()
    let second = try wave(500, peakAt: 7).figure()
    #expect(first == second)
    #expect(first.svg.xml == second.svg.xml)
  }

  @Test func textIsEscaped() throws {
    let svg = try Chart([1, 2]) {
      PointMark(x: .value("a < b & \"c\"", $0), y: .value("<y>", $0))
    }.figure().svg
    #expect(XMLCheck.problem(svg.xml) == nil)
    #expect(svg.texts.contains("a < b & \"c\""))
  }

  @Test func labelsAtLineEndsNeverTouch() throws {
    let svg = try Chart {
      for (index, name) in ["one", "two", "three", "four"].enumerated() {
        for step in 0..<5 {
          LineMark(x: .value("step", step), y: .value("y", Double(step * 10) + Double(index) * 0.2))
            .foregroundStyle(by: .value("series", name))
        }
      }
    }.figure().svg
    let places = svg.all("text").filter {
      ["one", "two", "three", "four"].contains($0.texts.first)
    }
    .compactMap { $0["y"].flatMap(Double.init) }.sorted()
    #expect(places.count == 4)
    #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 16.9 })
  }

  @Test func crowdedLineEndsGetALegend() throws {
    let svg = try Chart {
      for index in 0..<7 {
        for step in 0..<5 {
          LineMark(x: .value("step", step), y: .value("y", step * 100 + index))
            .foregroundStyle(by: .value("series", "seed \(index)"))
        }
      }
    }.figure().svg
    #expect(svg.texts.contains("series"))
  }

  @Test func whatLiesOutsideTheDomainIsCut() throws {
    let svg = try Chart([0.0, 1, 2, 3]) {
      LineMark(x: .value("x", $0), y: .value("y", $0 * 100))
      BarMark(x: .value("x", $0), y: .value("y", $0 * 100))
    }.chartYScale(domain: 0...50).figure().svg
    let heights = svg.all("path").compactMap { $0["d"] }.flatMap(\.coordinates).map(\.y)
    #expect(heights.allSatisfy { $0 >= 0 && $0 <= 300 })
  }

  @Test func horribleInputNeverTraps() throws {
    let values: [Double] = [.nan, .infinity, -.infinity, 0, -0.0, 1e-320, 5]
    for width in [0, -5, 1e6, .nan] {
      _ = try Chart(values) {
        PointMark(x: .value("x", $0), y: .value("y", 1)).opacity(.nan).symbolSize(.infinity)
        BarMark(x: .value("x", $0), y: .value("y", $0))
        BoxMark(x: .value("x", $0), values: "y", values)
        HistogramMark("h", values, bins: -3)
        RuleMark(x: .value("rule", $0))
        AreaMark(x: .value("x", $0), y: .value("y", $0)).interpolationMethod(.monotone)
      }.frame(width: width, height: width).chartFacetColumns(-1).figure()
    }
  }
}

extension Element {
  func attributeValues(_ names: Set<String>) -> [String] {
    attributes.filter { names.contains($0.name) }.map(\.value)
      + children.flatMap { child -> [String] in
        if case .element(let element) = child { element.attributeValues(names) } else { [] }
      }
  }
}
