import Plotting
import TestSupport
import Testing

@Suite struct GoldenMarkTests {
  @Test func linesOfSeveralSeriesHaveDashesAndNamesAtTheirEnds() throws {
    let chart = Chart {
      ForEach(Samples.waves) {
        LineMark(x: .value("angle (rad)", $0.x), y: .value("amplitude", $0.y))
          .foregroundStyle(by: .value("context", $0.name))
      }
      RuleMark(y: .value("chance", 0.5))
    }.chartXAxis(.radians)
    try expectGolden(chart, "lines")
  }

  @Test func smoothLinesWithPointsHaveSymbols() throws {
    let chart = Chart {
      for step in 0..<8 {
        for (index, name) in ["entangled", "geometric"].enumerated() {
          let y = index == 0 ? 1 - 1 / Double(step + 1) : Double(step) * 0.03
          LineMark(x: .value("token", step), y: .value("entropy (bits)", y))
            .interpolationMethod(.monotone).foregroundStyle(by: .value("strategy", name))
          PointMark(x: .value("token", step), y: .value("entropy (bits)", y))
            .foregroundStyle(by: .value("strategy", name))
        }
      }
    }
    try expectGolden(chart, "linesWithPoints")
  }

  @Test func bandsLieUnderTheirLines() throws {
    let chart = Chart {
      for step in 0...20 {
        let y = 0.69 / (1 + Double(step) / 4)
        AreaMark(
          x: .value("step", step * 20), yStart: .value("loss (nats)", y * 0.8),
          yEnd: .value("loss (nats)", y * 1.2))
        LineMark(x: .value("step", step * 20), y: .value("loss (nats)", y))
      }
    }
    try expectGolden(chart, "band")
  }

  @Test func stackedAreasHaveEdges() throws {
    let chart = Chart {
      for step in 0...12 {
        for (index, name) in ["local", "correlation", "rest"].enumerated() {
          let y = Double((step * (index + 2)) % 7 + 1) / 10
          AreaMark(x: .value("token", step), y: .value("share", y), stacking: .normalized)
            .foregroundStyle(by: .value("part", name))
        }
      }
    }
    try expectGolden(chart, "stackedAreas")
  }

  @Test func pointsHaveSymbolsBySeries() throws {
    let (xs, ys) = (Samples.bell(90, seed: 1), Samples.bell(90, seed: 2))
    let chart = Chart {
      for index in 0..<90 {
        let shift = Double(index % 3)
        PointMark(x: .value("x", xs[index] + shift), y: .value("y", ys[index] * 0.6 + shift))
          .foregroundStyle(by: .value("seed group", ["first", "second", "third"][index % 3]))
      }
    }.chartLegend(.inside)
    try expectGolden(chart, "points")
  }

  @Test func barsStandSideBySide() throws {
    let models = ["1 qubit", "2 qubits, CNOT", "2 qubits, none"]
    let chart = Chart {
      for (index, model) in models.enumerated() {
        for (noise, accuracy) in [(0, 0.98), (3, 0.83), (10, 0.55)] {
          let y = accuracy - Double(index) * 0.07
          BarMark(x: .value("model", model), y: .value("accuracy", y))
            .foregroundStyle(by: .value("noise scale", noise))
            .position(by: .value("noise scale", noise))
          ErrorBarMark(
            x: .value("model", model), yStart: .value("accuracy", y - 0.04),
            yEnd: .value("accuracy", y + 0.03)
          ).position(by: .value("noise scale", noise))
        }
      }
      RuleMark(y: .value("chance", 0.5))
    }
    try expectGolden(chart, "groupedBars")
  }

  @Test func barsAreStackedAndLieDown() throws {
    let chart = Chart {
      for (task, counts) in [
        ("recall", [40, 3, 2]), ("xor", [36, 58, 5]), ("select2", [19, 0, 21]),
      ] {
        for (kind, count) in zip(["entangled", "geometric", "mixed"], counts) {
          BarMark(x: .value("seeds", count), y: .value("task", task))
            .foregroundStyle(by: .value("strategy", kind))
        }
      }
    }
    try expectGolden(chart, "stackedBars")
  }

  @Test func heatMapsWriteTheirNumbers() throws {
    let chart = Chart {
      for row in 0..<5 {
        for column in 0..<7 {
          RectangleMark(x: .value("token", column), y: .value("qubit", "q\(row)"))
            .foregroundStyle(by: .value("correlation", Samples.sine(Double(row * 7 + column))))
        }
      }
    }
    try expectGolden(chart, "heatMap")
  }

  @Test func fineHeatMapsMarkWhatIsNegative() throws {
    let chart = Chart {
      for row in 0..<24 {
        for column in 0..<40 {
          let z = Samples.sine(Double(row) / 4) * Samples.sine(Double(column) / 6)
          RectangleMark(x: .value("angle a", column), y: .value("angle b", row))
            .foregroundStyle(by: .value("z", z))
        }
      }
    }
    try expectGolden(chart, "fineHeatMap")
  }

  @Test func histogramsShareTheirBins() throws {
    let chart = Chart {
      HistogramMark("single-shot drop", Samples.bell(300, seed: 3, mean: 0.2, spread: 0.1))
        .foregroundStyle(by: .value("circuit", "CNOT"))
      HistogramMark("single-shot drop", Samples.bell(200, seed: 4, mean: 0.5, spread: 0.06))
        .foregroundStyle(by: .value("circuit", "no CNOT"))
    }
    try expectGolden(chart, "histogram")
  }

  @Test func boxesShowQuartilesAndOutliers() throws {
    let chart = Chart {
      for (index, model) in ["1 qubit", "2 qubits", "Elman"].enumerated() {
        BoxMark(
          x: .value("model", model), values: "accuracy",
          Samples.bell(60, seed: UInt64(index + 5), mean: 0.8 - Double(index) * 0.1, spread: 0.05)
            + [0.45 + Double(index) / 10])
      }
    }
    try expectGolden(chart, "boxes")
  }

  @Test func rulesRegionsAndTextsExplain() throws {
    let chart = Chart {
      RectangleMark(xStart: .value("step", 2), xEnd: .value("step", 5)).foregroundStyle(.series(5))
      for step in 0...8 {
        LineMark(x: .value("step", step), y: .value("entropy (bits)", step < 3 ? 0 : 0.9))
          .interpolationMethod(.stepEnd)
      }
      RuleMark(x: .value("query", 7))
      RuleMark(y: .value("maximum", 1)).annotation(position: .top) { "one bit" }
      TextMark("the gap", x: .value("step", 3.5), y: .value("entropy (bits)", 0.5))
      PointMark(x: .value("step", 3), y: .value("entropy (bits)", 0.9))
        .annotation(position: .trailing) { "entangled" }
    }
    try expectGolden(chart, "annotations")
  }

  @Test func facetsShareTheirAxes() throws {
    let chart = Chart {
      for model in ["1 qubit", "CNOT", "no CNOT", "both"] {
        for (index, gap) in [1, 2, 5, 10, 20, 50, 100].enumerated() {
          for noise in ["s = 1", "s = 10"] {
            let slope = noise == "s = 1" ? 0.01 : Double(model.count) / 60
            LineMark(
              x: .value("gap (tokens)", gap),
              y: .value("accuracy", 0.5 + 0.5 / (1 + slope * Double(index * index)))
            ).foregroundStyle(by: .value("noise", noise)).facet(by: .value("model", model))
          }
        }
      }
    }.chartXScale(type: .log).chartYScale(domain: 0.5...1)
    try expectGolden(chart, "facets")
  }

  @Test func logarithmicAxesHavePowersOfTen() throws {
    let chart = Chart((0...40).map(Double.init)) {
      LineMark(x: .value("shots", 1 + $0 * $0 * 10), y: .value("error", 1 / (1 + $0 * $0 * $0)))
    }.chartXScale(type: .log).chartYScale(type: .log)
    try expectGolden(chart, "logAxes")
  }

  @Test func longNamesAreTilted() throws {
    let chart = Chart {
      for (name, drop) in [
        ("gate ablation", 0.462), ("entropy in the gap", 0.284), ("disentangle every step", 0.215),
        ("correlation swap", 0.363), ("no intervention", -0.02),
      ] {
        BarMark(x: .value("test", name), y: .value("effect", drop))
          .annotation { "\(drop)" }
      }
    }
    try expectGolden(chart, "tiltedNames")
  }
}
