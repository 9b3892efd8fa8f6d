import LessonModel
import LessonRunner
import Testing

@Suite struct FailureTests {
  private func place(_ outcome: LessonOutcome) -> SourcePosition? {
    outcome.diagnostics.first?.range?.start
  }

  @Test func aCompileErrorNamesLineAndColumnAndTheCellsBeforeRun() throws {
    let outcome = try Bench.run(["let a = 1\na", "let b = a + \"x\"\n  + nothing", "a"])
    #expect(outcome.cells.map(\.status) == [.succeeded, .failed, .notRun])
    #expect(Bench.texts(outcome.cells[0]) == ["value:1"])
    #expect(outcome.diagnostics.first?.id == "compile-error")
    #expect(place(outcome)?.line == 6 || place(outcome)?.line == 7)
  }

  @Test func columnsOfAShownExpressionAreTheLessonsOwn() throws {
    let outcome = try Bench.run(["let a = 1", "a + missing"])
    #expect(place(outcome) == SourcePosition(line: 5, column: 5))
    #expect(outcome.diagnostics.first?.summary == "cannot find 'missing' in scope")
  }

  @Test func anUnclosedBraceIsTheFaultOfItsOwnCell() throws {
    let outcome = try Bench.run(["let a = 1", "func f() {\n  print(1)", "a"])
    #expect(outcome.cells.map(\.status) == [.succeeded, .failed, .notRun])
    #expect(outcome.diagnostics.first?.summary.contains("expected '}'") == true)
    #expect(outcome.diagnostics.first?.notes.first?.range?.start.line == 5)
  }

  @Test func aTrapNamesTheLineAndItsCallers() throws {
    let outcome = try Bench.run([
      "print(\"before\")", "func f(_ i: Int) -> Int {\n  let a = [1, 2]\n  return a[i]\n}",
      "1\nf(7)", "2",
    ])
    #expect(outcome.cells.map(\.status) == [.succeeded, .succeeded, .failed, .notRun])
    #expect(Bench.texts(outcome.cells[0]) == ["out:before\n"])
    #expect(outcome.diagnostics.map(\.id) == ["cell-trap"])
    #expect(outcome.diagnostics.first?.summary == "Index out of range")
    #expect(place(outcome)?.line == 7)
    #expect(outcome.diagnostics.first?.notes.first?.range?.start.line == 12)
  }

  @Test func arithmeticOverflowSaysSo() throws {
    let outcome = try Bench.run(["var a = Int.max\na += 1\nprint(a)"])
    #expect(outcome.diagnostics.first?.summary == "arithmetic overflow")
    #expect(place(outcome)?.line == 3)
  }

  @Test func endlessRecursionIsATrapOfItsCell() throws {
    let outcome = try Bench.run(["func f(_ n: Int) -> Int { n == -1 ? 0 : f(n + 1) + 1 }\nf(0)"])
    #expect(outcome.diagnostics.map(\.id) == ["cell-trap"])
    #expect(outcome.diagnostics.first?.summary.contains("recursion") == true)
    #expect(place(outcome)?.line == 2)
  }

  @Test func anUncaughtErrorNamesTheTryThatMetIt() throws {
    let outcome = try Bench.run([
      "struct Broken: Error { var code = 3 }\nfunc g() throws { throw Broken() }",
      "let x = 1\ntry g()\nprint(x)",
    ])
    #expect(outcome.diagnostics.map(\.id) == ["uncaught-error"])
    #expect(outcome.diagnostics.first?.summary == "Broken(code: 3)")
    #expect(place(outcome)?.line == 3)
    #expect(outcome.diagnostics.first?.notes.first?.range?.start.line == 7)
  }

  @Test func exitIsAnOutcomeOfItsCell() throws {
    let outcome = try Bench.run(["import Foundation\nprint(1)", "let x = 2\nexit(3)", "4"])
    #expect(outcome.cells.map(\.status) == [.succeeded, .failed, .notRun])
    #expect(outcome.diagnostics.map(\.id) == ["cell-exit"])
    #expect(outcome.diagnostics.first?.summary == "cell 2 called exit(3)")
    #expect(place(outcome)?.line == 7)
  }

  @Test func aKilledSessionIsAnOutcomeOfItsCell() throws {
    let outcome = try Bench.run(["import Foundation", "kill(getpid(), SIGKILL)", "4"])
    #expect(outcome.diagnostics.map(\.id) == ["cell-killed"])
    #expect(outcome.cells.map(\.status) == [.succeeded, .failed, .notRun])
  }

  @Test func aCellThatTakesTooLongIsStoppedAtItsLine() throws {
    let lesson = Bench.lesson(["1", "var n = 0\nwhile n >= 0 {\n  n = (n + 1) % 1000\n}", "3"]) {
      $0.cells[1].options.timeout = 0.5
    }
    let outcome = try Bench.run(lesson)
    #expect(outcome.cells.map(\.status) == [.succeeded, .failed, .notRun])
    #expect(outcome.diagnostics.map(\.id) == ["cell-timeout"])
    #expect([6, 7, 8].contains(place(outcome)?.line))
    #expect(outcome.seconds < 10)
  }

  @Test func aCellThatIgnoresTheSignalIsKilled() throws {
    let lesson = Bench.lesson([
      "import Foundation\nvar all = sigset_t()\nsigfillset(&all)\nsigprocmask(SIG_BLOCK, &all, nil)\nwhile true {}"
    ]) { $0.cells[0].options.timeout = 0.5 }
    let outcome = try Bench.run(lesson)
    #expect(outcome.diagnostics.map(\.id) == ["cell-timeout"])
    #expect(outcome.seconds < 10)
  }

  @Test func aFunctionThatNamesALaterCellIsAnError() throws {
    let outcome = try Bench.run(["func f() -> Int { later }", "let later = 5", "f()"])
    #expect(outcome.diagnostics.map(\.id) == ["later-name"])
    #expect(place(outcome) == SourcePosition(line: 2, column: 19))
    #expect(outcome.cells.map(\.status) == [.failed, .notRun, .notRun])
  }

  @Test func anInlineValueThatNamesALaterCellIsAnError() throws {
    let lesson = Bench.lesson(["let a = 1", "let b = 2"], values: [("b + 1", 0), ("a + 1", 0)])
    let outcome = try Bench.run(lesson)
    #expect(outcome.values == [nil, "2"])
    #expect(outcome.diagnostics.map(\.id) == ["later-name"])
  }

  @Test func theRuntimesStackTraceDoesNotReachThePage() throws {
    let outcome = try Bench.run(["print(1)\n[1][2]"])
    #expect(Bench.texts(outcome.cells[0]) == ["out:1\n"])
  }

  @Test func aLocalNameThatALaterCellDeclaresIsNoError() throws {
    let outcome = try Bench.run(["[1, 2].map { later in later + 1 }", "let later = 5", "later"])
    #expect(outcome.diagnostics == [])
    #expect(Bench.texts(outcome.cells[0]) == ["value:[2, 3]"])
  }

  @Test func redeclaringANameSaysWhereItWasFirst() throws {
    let outcome = try Bench.run(["let a = 1\nprint(a)", "print(2)", "let a = 3"])
    #expect(outcome.diagnostics.map(\.id) == ["redeclared-name"])
    #expect(place(outcome)?.line == 9)
    #expect(
      outcome.diagnostics.first?.notes.first?.range?.start == SourcePosition(line: 2, column: 5))
    #expect(outcome.cells.map(\.status) == [.succeeded, .succeeded, .failed])
  }

  @Test(arguments: ["fatalError(\"on purpose\")", "let z: Int = \"no\"", "try g()"])
  func anExpectedFailureLetsTheLessonGoOn(_ code: String) throws {
    let lesson = Bench.lesson([
      "struct E: Error {}\nfunc g() throws { throw E() }\nvar n = 1", code, "n += 1\nn",
    ]) {
      $0.cells[1].options.error = true
    }
    let outcome = try Bench.run(lesson)
    #expect(outcome.diagnostics == [])
    #expect(outcome.cells.map(\.status) == [.succeeded, .failedAsExpected, .succeeded])
    #expect(outcome.cells[1].failure.count == 1)
    #expect(Bench.texts(outcome.cells[2]) == ["value:2"])
  }

  @Test func anExpectedFailureThatDoesNotComeIsAFailure() throws {
    let lesson = Bench.lesson(["print(1)", "2"]) { $0.cells[0].options.error = true }
    let outcome = try Bench.run(lesson)
    #expect(outcome.diagnostics.map(\.id) == ["expected-failure-missing"])
    #expect(outcome.cells.map(\.status) == [.failed, .succeeded])
  }

  @Test func cellsThatCannotBeLoadedAreAFailureThatSaysWhy() throws {
    let outcome = try Bench.run([
      "@_silgen_name(\"ketbook_no_such_function\") func missing()\nmissing()", "2",
    ])
    #expect(outcome.diagnostics.map(\.id) == ["cell-not-loaded"])
    #expect(outcome.diagnostics.first?.summary.contains("ketbook_no_such_function") == true)
    #expect(outcome.cells.map(\.status) == [.failed, .notRun])
  }
}
