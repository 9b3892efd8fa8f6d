import Foundation
import Testing

@Suite(.serialized) struct KillTests {
  /// A cell that starts a daemon of its own, which leaves its group and session, and then waits.
  static let lesson = """
    ```swift
    import Foundation
    let daemon = Process()
    daemon.executableURL = URL(fileURLWithPath: "/bin/sh")
    daemon.arguments = ["-c", "setsid sh -c 'echo $$ > daemon; exec sleep 300' & sleep 300"]
    try daemon.run()
    while !FileManager.default.fileExists(atPath: "daemon") { usleep(1000) }
    FileManager.default.createFile(atPath: "started", contents: Data("\\(getpid())".utf8))
    sleep(300)
    ```
    """

  private func waitUntil(_ seconds: Double, _ condition: () -> Bool) -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while Date() < end {
      if condition() { return true }
      usleep(20_000)
    }
    return condition()
  }

  private func isAlive(_ process: String?) -> Bool {
    guard let process, let number = Int32(process.trimmingCharacters(in: .whitespacesAndNewlines))
    else { return false }
    guard let status = try? String(contentsOfFile: "/proc/\(number)/stat", encoding: .utf8) else {
      return false
    }
    // A zombie is dead; only its parent has not asked yet.
    return !status.contains(") Z ")
  }

  @Test(arguments: [SIGKILL, SIGTERM, SIGINT])
  func nothingIsLeftWhenKetbookIsKilled(_ signal: Int32) throws {
    let command = try Command()
    try command.write(Self.lesson, to: "Lessons/a.md")
    let (process, _, _) = try command.start(["render"])
    #expect(waitUntil(60) { command.read("started").map { !$0.isEmpty } ?? false })
    let session = command.read("started")
    let daemon = command.read("daemon")
    #expect(isAlive(session) && isAlive(daemon))
    kill(process.processIdentifier, signal)
    process.waitUntilExit()
    #expect(waitUntil(10) { !isAlive(session) && !isAlive(daemon) })
    #expect(waitUntil(10) { command.names(in: "tmp") == [] })
    #expect(command.names(in: "Output") == [])
  }

  @Test func aTimeoutEndsTheWholeProcessTree() throws {
    let command = try Command()
    try command.write(
      Self.lesson.replacingOccurrences(
        of: "import Foundation", with: "//| timeout: 2\nimport Foundation"),
      to: "Lessons/a.md")
    let result = try command.run("render")
    #expect(result.status == 1)
    #expect(result.error.contains("[cell-timeout]"))
    #expect(result.error.contains("Lessons/a.md:10:"))
    #expect(!isAlive(command.read("started")) && !isAlive(command.read("daemon")))
    #expect(command.names(in: "tmp") == [])
  }
}
