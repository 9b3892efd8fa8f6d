import Plotting
import Records
import Testing

@Suite struct DataTableTests {
  @Test func seriesStandSideBySide() throws {
    let table = try #require(
      try Chart {
        for name in ["a", "b"] {
          for step in 0..<2 {
            LineMark(x: .value("step", step), y: .value("z", name == "a" ? 0.25 : -1.5))
              .foregroundStyle(by: .value("context", name))
          }
        }
      }.figure().data)
    #expect(table.columns.map(\.heading) == ["step", "z, a", "z, b"])
    #expect(table.rows == [["0", "0.25", "−1.5"], ["1", "0.25", "−1.5"]])
    #expect(table.columns.allSatisfy { $0.isNumeric })
  }

  @Test func bandsHaveBothEnds() throws {
    let table = try #require(
      try Chart([1, 2]) {
        AreaMark(x: .value("step", $0), yStart: .value("loss", 0.5), yEnd: .value("loss", 1.5))
      }.figure().data)
    #expect(table.columns.map(\.heading) == ["step", "loss, from", "loss, to"])
    #expect(table.rows[0] == ["1", "0.5", "1.5"])
  }

  @Test func longDataAreThinnedAndTheTextSaysSo() throws {
    let figure = try Chart(0..<1000) {
      LineMark(x: .value("step", $0), y: .value("loss", Double($0)))
    }.figure()
    #expect(figure.data?.rows.count == 100)
    #expect(figure.alternative.hasSuffix("The data table shows every 10th of 1000 rows."))
  }

  @Test func pointsOnALineAreNotRepeated() throws {
    let table = try #require(
      try Chart(0..<4) { step in
        LineMark(x: .value("step", step), y: .value("loss", step))
        PointMark(x: .value("step", step), y: .value("loss", step))
      }.figure().data)
    #expect(table.rows.count == 4)
  }

  @Test func boxesGiveTheirQuartiles() throws {
    let table = try #require(
      try Chart {
        BoxMark(x: .value("model", "a"), values: "accuracy", [1, 2, 3, 4, 5])
      }.figure().data)
    #expect(table.rows == [["a", "5", "1", "2", "3", "4", "5"]])
  }

  @Test func histogramsGiveTheirBins() throws {
    let table = try #require(
      try Chart { HistogramMark("x", [0.1, 0.2, 0.6, 0.9, 1], bins: 2, range: 0...1) }.figure().data
    )
    #expect(table.columns.map(\.heading) == ["x, from", "x, to", "count, from", "count, to"])
    #expect(table.rows.map { $0[3] } == ["2", "3"])
  }
}
