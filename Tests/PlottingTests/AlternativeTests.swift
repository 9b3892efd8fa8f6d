import Plotting
import Records
import Testing

@Suite struct AlternativeTests {
  private func line(_ values: [Double]) throws -> Figure {
    try Chart {
      for (step, value) in values.enumerated() {
        LineMark(x: .value("step", step), y: .value("loss (nats)", value))
      }
    }.figure()
  }

  @Test func sayWhatIsPlottedWithRangesExtremesAndTrend() throws {
    let text = try line([0.1, 0.5, 0.9, 0.4]).alternative
    #expect(
      text == "Line chart of loss (nats) against step. "
        + "4 values from 0.1 at 0 to 0.9 at 2, rising, then falling.")
  }

  @Test func sayWhichWayAMonotoneSeriesRuns() throws {
    #expect(try line([1, 2, 3]).alternative.hasSuffix("rising."))
    #expect(try line([3, 2, -1]).alternative.hasSuffix("from −1 at 2 to 3 at 0, falling."))
    #expect(try line([2, 2, 2]).alternative.hasSuffix("3 values, all 2."))
    #expect(try line([5, 2, 4]).alternative.hasSuffix("falling, then rising."))
  }

  @Test func ignoreTurnsThatNobodySees() throws {
    #expect(try line([0, 50, 49.9, 100]).alternative.hasSuffix(", rising."))
  }

  @Test func countValuesThatAreNotFinite() throws {
    let text = try line([0.1, .nan, 0.3, .infinity]).alternative
    #expect(text.contains("2 values from 0.1 at 0 to 0.3 at 2"))
    #expect(text.hasSuffix("2 values are not finite and are left out."))
  }

  @Test func countValuesThatALogScaleCannotPlace() throws {
    let figure = try Chart([0.0, 1, 10, 100]) {
      PointMark(x: .value("gap", $0), y: .value("error", 1))
    }.chartXScale(type: .log).figure()
    #expect(figure.alternative.contains("x axis logarithmic"))
    #expect(
      figure.alternative.hasSuffix("One value is not positive and has no place on the log scale."))
  }

  @Test func nameEverySeriesAndRule() throws {
    let text = try Chart {
      for name in ["a", "b"] {
        for step in 0..<3 {
          LineMark(x: .value("step", step), y: .value("z", name == "a" ? step : -step))
            .foregroundStyle(by: .value("context", name))
        }
      }
      RuleMark(y: .value("chance", 0.5))
    }.figure().alternative
    #expect(text.contains("a: 3 values from 0 at 0 to 2 at 2, rising."))
    #expect(text.contains("b: 3 values from −2 at 2 to 0 at 0, falling."))
    #expect(text.hasSuffix("A horizontal line at 0.5 (chance)."))
  }

  @Test func describeHeatMapsByTheirColours() throws {
    let text = try Chart {
      for (index, value) in [0.5, -0.25].enumerated() {
        RectangleMark(x: .value("token", index), y: .value("qubit", "q0"))
          .foregroundStyle(by: .value("correlation", value))
      }
    }.figure().alternative
    #expect(text.hasPrefix("Heat map of correlation by token and qubit."))
    #expect(text.contains("correlation from −0.25 at 1, q0 to 0.5 at 0, q0"))
  }

  @Test func sayThatThereIsNothing() throws {
    let figure = try Chart([Double]()) { LineMark(x: .value("x", $0), y: .value("y", $0)) }.figure()
    #expect(figure.alternative == "An empty chart: there are no data to show.")
    #expect(figure.data == nil)
    let unknown = try line([.nan, .nan])
    #expect(unknown.alternative.contains("2 values are not finite"))
  }
}
