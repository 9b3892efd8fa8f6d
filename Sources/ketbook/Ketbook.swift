internal import ArgumentParser
internal import Foundation
internal import LessonKit

/// Starts the command line, or the session that runs a lesson's cells.
@main
enum Main {
  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    // A session must have a single thread, so nothing of the command line is touched before it.
    if arguments.first == "__session" {
      exit(Session.run(Array(arguments.dropFirst())))
    }
    endOnSignals()
    exit(run(arguments))
  }

  /// Lets Ctrl-C and SIGTERM end this process at once, also where the parent blocks or ignores them;
  /// the supervisors and the guard then clean up.
  private static func endOnSignals() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_DFL)
      sigaddset(&signals, number)
    }
    sigprocmask(SIG_UNBLOCK, &signals, nil)
  }

  /// Runs a command and returns its exit code: 0 all well, 1 a lesson failed, 2 usage.
  private static func run(_ arguments: [String]) -> Int32 {
    do {
      var command = try Ketbook.parseAsRoot(arguments)
      try command.run()
      return 0
    } catch {
      let code = Ketbook.exitCode(for: error)
      let message = Ketbook.fullMessage(for: error)
      if !message.isEmpty {
        if code == .success {
          print(message)
        } else {
          FileHandle.standardError.write(Data((message + "\n").utf8))
        }
      }
      return code == .validationFailure ? 2 : code.rawValue
    }
  }
}

/// Runs lessons; the root of all commands.
struct Ketbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ketbook",
    abstract: "Runs lessons in Markdown with Swift cells and writes pages.",
    version: Version.text,
    subcommands: [Render.self, Check.self, Help.self],
    helpNames: [.short, .long])
}

/// Names this build.
enum Version {
  static let text = "0.1.0"
}
