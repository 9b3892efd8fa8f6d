import Foundation
import Testing

@Suite struct RenderTests {
  /// A page without its tags.
  private func text(_ html: String) -> String {
    html.replacing(#/<[^>]*>/#, with: "")
  }

  @Test func aLessonBecomesAPageWithItsComputedValues() throws {
    let command = try Command()
    try command.write(
      """
      ---
      title: One
      ---
      The sum is `{swift} sum`.

      ```swift
      let unused = 0
      ```

      ```swift
      let sum = (1...10).reduce(0, +)
      sum
      ```

      It is `{swift} sum * 2` twice.
      """, to: "Lessons/01-one.md")
    let result = try command.run("render")
    // The first inline value names a cell below it.
    #expect(result.status == 1)
    #expect(result.error.contains("Lessons/01-one.md:4:"))
    #expect(result.error.contains("[later-name]"))
    let page = try #require(command.read("Output/01-one.html"))
    #expect(text(page).contains("55"))
    #expect(text(page).contains("It is 110 twice"))
    #expect(command.names(in: "tmp") == [])
  }

  @Test func aFailingCellStillGivesAPageAndExitCodeOne() throws {
    let command = try Command()
    try command.write(
      "```swift\n1 + 1\n```\n\n```swift\nlet a = [1]\na[3]\n```\n", to: "Lessons/a.md")
    let result = try command.run("render")
    #expect(result.status == 1)
    #expect(
      result.error.contains("Lessons/a.md:7:") && result.error.contains("Index out of range"))
    #expect(command.read("Output/a.html")?.contains("Index out of range") == true)
  }

  @Test func theJSONReportHoldsOneObjectWithEveryCell() throws {
    struct Report: Decodable {
      struct Lesson: Decodable {
        struct Cell: Decodable {
          var label: String?
          var line: Int
          var status: String
          var seconds: Double
        }
        struct Fault: Decodable {
          var id: String
        }
        var path: String
        var page: String?
        var seconds: Double
        var cells: [Cell]
        var diagnostics: [Fault]
      }
      var lessons: [Lesson]
    }
    let command = try Command()
    try command.write(
      "```swift\n//| label: first\n1\n```\n\n```swift\nfatalError(\"no\")\n```\n\n```swift\n3\n```\n",
      to: "Lessons/a.md")
    let result = try command.run("render", "--json")
    #expect(result.status == 1)
    let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
    let lesson = try #require(report.lessons.first)
    #expect(lesson.page == "Output/a.html")
    #expect(lesson.cells.map(\.status) == ["succeeded", "failed", "not-run"])
    #expect(lesson.cells.map(\.line) == [1, 6, 10])
    #expect(lesson.cells.first?.label == "first")
    #expect(lesson.diagnostics.map(\.id) == ["cell-trap"])
  }

  @Test func parametersOfTheCommandLineReplaceTheLessons() throws {
    let command = try Command()
    try command.write(
      "---\nparams: { gap: 8 }\n---\nThe gap is `{swift} params.gap`.\n", to: "Lessons/a.md")
    #expect(try command.run("render", "--param", "gap=20").status == 0)
    #expect(text(command.read("Output/a.html") ?? "").contains("The gap is 20."))
    let wrong = try command.run("render", "--param", "gap=far")
    #expect(wrong.status == 1)
    #expect(wrong.error.contains("[parameter-type]"))
    let unknown = try command.run("render", "--param", "gasp=1")
    #expect(unknown.error.contains("[unknown-parameter]"))
  }

  @Test func checkFindsTypeErrorsAndRunsNothing() throws {
    let command = try Command()
    try command.write(
      """
      ```swift
      import Foundation
      FileManager.default.createFile(atPath: "ran", contents: nil)
      let x: Int = "no"
      ```
      """, to: "Lessons/a.md")
    let result = try command.run("check")
    #expect(result.status == 1)
    #expect(result.error.contains("Lessons/a.md:4:14: error:"))
    #expect(command.read("ran") == nil)
    #expect(command.names(in: "Output") == [])
  }

  @Test func renderingTwiceWithOneOrTwoJobsGivesTheSameBytes() throws {
    let command = try Command()
    for name in ["a", "b", "c"] {
      try command.write(
        "# \(name)\n\n```swift\nvar g = generator(for: \"x\")\ng.uniform()\n```\n",
        to: "Lessons/\(name).md")
    }
    #expect(try command.run("render", "--jobs", "1", "--output", "one").status == 0)
    #expect(try command.run("render", "--jobs", "2", "--output", "two").status == 0)
    for name in command.names(in: "one") {
      #expect(command.read("one/\(name)") == command.read("two/\(name)"))
    }
    #expect(command.names(in: "one").count >= 3)
  }
}
