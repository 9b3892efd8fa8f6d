import Foundation
import Testing

@Suite struct BadInputTests {
  @Test func aLessonWithFiveFaultsReportsFive() throws {
    let command = try Command()
    try command.write(
      """
      ---
      title: Bad
      sed: 3
      ---

      ```swift
      //| lable: fig-x
      //| echo: maybe
      let x = 1
      ```

      See @fig-nothing.

      ```swift
      //| label: fig-a
      1
      ```

      ```swift
      //| label: fig-a
      """, to: "Lessons/bad.md")
    let result = try command.run("render")
    #expect(result.status == 1)
    for expected in [
      "Lessons/bad.md:3:1: error:", "Did you mean `seed`?", "Lessons/bad.md:7:5: error:",
      "Did you mean `label`?", "Lessons/bad.md:8:11: error:", "[wrong-type]",
      "Lessons/bad.md:12:5: error:", "[unresolved-reference]", "[unclosed-fence]",
      "[duplicate-label]", "Lessons/bad.md:15:12: note:",
    ] {
      #expect(result.error.contains(expected), "\(expected)")
    }
    #expect(command.names(in: "Output") == [])
  }

  @Test func brokenYAMLNamesItsLine() throws {
    let command = try Command()
    try command.write("---\ntitle: a\nparams: { gap: [8 }\n---\n\n# A\n", to: "Lessons/a.md")
    let result = try command.run("check")
    #expect(result.status == 1)
    #expect(result.error.contains("Lessons/a.md:3:") && result.error.contains("[broken-yaml]"))
  }

  @Test func bytesThatAreNotUTF8NameTheirLine() throws {
    let command = try Command()
    try command.write(Data("# A\n\nab".utf8) + [0xFF] + Data("c\n".utf8), to: "Lessons/a.md")
    let result = try command.run("render")
    #expect(result.status == 1)
    #expect(
      result.error.contains("Lessons/a.md:3:3: error:") && result.error.contains("[not-utf8]"))
  }

  @Test func anEmptyFileAnEmptyFolderAndAMissingFileAreDiagnostics() throws {
    let command = try Command()
    #expect(try command.run("render").error.contains("[no-lessons]"))
    try command.write("", to: "Lessons/a.md")
    let empty = try command.run("render")
    #expect(empty.status == 1)
    #expect(empty.error.contains("[empty-lesson]"))
    let missing = try command.run("render", "Lessons/b.md")
    #expect(missing.status == 1)
    #expect(missing.error.contains("Lessons/b.md: error:"))
    #expect(missing.error.contains("[file-missing]"))
  }

  @Test func anOutputFolderThatCannotBeWrittenIsADiagnostic() throws {
    let command = try Command()
    try command.write("# A\n", to: "Lessons/a.md")
    try command.write("a file", to: "taken")
    let result = try command.run("render", "--output", "taken")
    #expect(result.status == 1)
    #expect(result.error.contains("[output-not-writable]"))
  }

  @Test func usageErrorsEndWithTwo() throws {
    let command = try Command()
    for arguments in [
      ["render", "--jbs"], ["rende"], ["render", "--param", "x"], ["help", "nothing"],
    ] {
      let (process, _, _) = try command.start(arguments)
      process.waitUntilExit()
      #expect(process.terminationStatus == 2, "\(arguments)")
    }
  }

  @Test func aLessonOfFiveMegabytesIsParsedInTime() throws {
    let command = try Command()
    var text = "# Large\n\n"
    var number = 0
    while text.utf8.count < 5_000_000 {
      number += 1
      text +=
        "## Section \(number)\n\nSome *prose* with $x_{\(number)}$, `code` and a [link](b.html).\n\n"
      text += "| a | b |\n|---|---|\n| 1 | **2** |\n\n- one\n- two\n\n"
    }
    try command.write(text, to: "Lessons/large.md")
    let result = try command.run("render")
    #expect(result.status == 0, "\(result.error.prefix(500))")
    // In release it takes under 3 s (Tests/Checks/large.sh); debug code is slower.
    #expect(result.seconds < 120)
    #expect((command.read("Output/large.html") ?? "").utf8.count > 5_000_000)
  }
}
