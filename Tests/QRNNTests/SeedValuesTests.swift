import Experiments
import QRNN
import Testing

@Suite("Values over seeds")
struct SeedValuesTests {
  @Test func `have the mean, spread and quantiles of their definition`() {
    let values = SeedValues([4, 1, 3, 2])
    #expect(values.mean == 2.5 && values.median == 2.5)
    #expect(abs(values.standardDeviation - (5.0 / 3).squareRoot()) < 1e-15)
    #expect(values.quantile(0) == 1 && values.quantile(1) == 4 && values.quantile(0.25) == 1.75)
    #expect(values.quantile(-1) == 1 && values.quantile(7) == 4)
    #expect(values.minimum == 1 && values.maximum == 4)
    #expect(SeedValues([5]).standardDeviation == 0)
  }

  @Test func `give an interval that covers the mean and repeats for a seed`() {
    let values = SeedValues((0..<50).map { Double($0 % 7) })
    let interval = values.interval()
    #expect(interval.contains(values.mean))
    #expect(interval == values.interval() && interval != values.interval(seed: 1))
    // The normal interval of a mean of 50 values: within a fifth of the bootstrap's width.
    let half = 1.96 * values.standardDeviation / 50.0.squareRoot()
    #expect(abs((interval.upperBound - interval.lowerBound) / (2 * half) - 1) < 0.2)
    let narrow = values.interval(level: 0.5)
    #expect(narrow.upperBound - narrow.lowerBound < interval.upperBound - interval.lowerBound)
  }

  @Test func `and trainings describe themselves in a line`() throws {
    #expect(SeedValues([0.5, 1, 0.75, 0.75]).description.hasPrefix("0.75 ["))
    #expect(SeedValues([1]).description == "1 from 1 seed")
    #expect(SeedValues([]).description == "no values")
    #expect(SeedValues([.nan]).description == "nan from 1 seed")
    #expect(try TokenSequence(tokens: [0, 3, 6], label: 1).description == "0 3 6 -> 1")
    #expect(SequenceTask.xor.description == "xor: 8 tokens, trained on gaps of 1 to 6")
    let runs = try Training(task: .recall, model: .twoQubit(.cnot(1, 0)), seeds: 4)
      .run(store: .none())
    #expect(runs.description.hasPrefix("4 runs of 2 qubits, CNOT 1->0 on recall: 4 converged, "))
    #expect(runs[0].description.hasPrefix("2 qubits, CNOT 1->0 on recall, seed 0: accuracy "))
    #expect(TrainingRuns([]).description == "no runs")
  }

  @Test func `stay sane without values or without spread`() {
    #expect(SeedValues([]).mean.isNaN && SeedValues([]).median.isNaN)
    #expect(SeedValues([]).standardDeviation == 0)
    #expect(SeedValues([2, 2]).interval() == 2...2)
    #expect(SeedValues([]).interval() == 0...0)
  }
}
