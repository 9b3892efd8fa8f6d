internal import ArgumentParser
internal import LessonModel

/// Explains a command, the options of cells, or the diagnostics.
struct Help: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explain a command, `options` of cells, or `diagnostics`.")

  @Argument(help: "A command, or one of: options, diagnostics.")
  var topic: [String] = []

  func run() throws {
    switch topic {
    case ["options"]: print(CellOption.help)
    case ["diagnostics"]: print(DiagnosticKind.help)
    case ["render"]: print(Ketbook.helpMessage(for: Render.self))
    case ["check"]: print(Ketbook.helpMessage(for: Check.self))
    case []: print(Ketbook.helpMessage())
    default:
      throw ValidationError(
        "There is no help on “\(topic.joined(separator: " "))”; topics are render, check, options, diagnostics."
      )
    }
  }
}
