internal import ArgumentParser
internal import LessonKit

/// Starts the command line, or the session that runs a lesson's cells.
@main
enum Main {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    // A session must have a single thread, so nothing of the command line is touched before it.
    if arguments.first == "__session" {
      ketbookExit(Session.run(Array(arguments.dropFirst())))
    }
    Ketbook.main()
  }
}

/// The root command.
struct Ketbook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ketbook", abstract: "Runs lessons in Markdown with Swift cells and writes pages.")
}
