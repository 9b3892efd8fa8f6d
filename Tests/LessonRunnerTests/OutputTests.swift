import LessonModel
import LessonRunner
import Testing

@Suite struct OutputTests {
  @Test func theLastExpressionOfACellIsShown() throws {
    let outcome = try Bench.run(["let a = 2", "a + 3", "var b = a\nb += 1", "b;"])
    #expect(outcome.diagnostics == [])
    #expect(outcome.cells.map(\.status) == [.succeeded, .succeeded, .succeeded, .succeeded])
    #expect(outcome.cells.map(Bench.texts) == [[], ["value:5"], [], []])
  }

  @Test func printedTextAndShownValuesKeepTheirOrder() throws {
    let outcome = try Bench.run([
      """
      import Foundation
      print("one")
      show(2)
      fputs("three\\n", stderr)
      print("four", terminator: "")
      show(5)
      """,
      "FileHandle.standardOutput.write(Data(\"raw\".utf8))",
    ])
    #expect(outcome.diagnostics == [])
    let expected = ["out:one\n", "value:2", "err:three\n", "out:four", "value:5"]
    #expect(Bench.texts(outcome.cells[0]) == expected)
    #expect(Bench.texts(outcome.cells[1]) == ["out:raw"])
  }

  @Test func inlineValuesAreComputedWhereTheyStand() throws {
    let lesson = Bench.lesson(
      ["var x = 1.0 / 3", "x = 2"], values: [("x", 0), ("x * 2", 1), ("nothing", 1)])
    let outcome = try Bench.run(lesson)
    #expect(outcome.values == ["0.3333", "4", nil])
    #expect(outcome.diagnostics.map(\.id) == ["compile-error"])
    #expect(outcome.diagnostics.first?.range?.start == SourcePosition(line: 1001, column: 5))
  }

  @Test func parametersAndSeedReachTheCells() throws {
    let lesson = Bench.lesson(["params.gap + 1", "params.name", "seed"]) {
      $0.frontMatter.seed = 7
      $0.frontMatter.parameters = [("gap", .integer(8)), ("name", .text("a \"b\" \\(c)"))]
    }
    let outcome = try Bench.run(lesson)
    #expect(outcome.cells.flatMap(Bench.texts) == ["value:9", "value:a \"b\" \\(c)", "value:7"])
  }

  @Test func aCellThatIsNotEvaluatedIsSkipped() throws {
    let lesson = Bench.lesson(["let a = 1", "nonsense(", "a"]) { $0.cells[1].options.eval = false }
    let outcome = try Bench.run(lesson)
    #expect(outcome.diagnostics == [])
    #expect(outcome.cells.map(\.status) == [.succeeded, .skipped, .succeeded])
  }

  @Test func tooMuchOutputIsCutWithANote() throws {
    var limits = Limits()
    limits.outputBytes = 1000
    let outcome = try Bench.run(
      ["for _ in 0..<100_000 { print(\"0123456789\") }", "\"next\""], limits: limits)
    let text = Bench.texts(outcome.cells[0]).joined()
    #expect(text.utf8.count < 1200)
    #expect(text.hasSuffix("… cut here: the cell printed more than 1000 bytes\n"))
    #expect(Bench.texts(outcome.cells[1]) == ["value:next"])
  }
}
