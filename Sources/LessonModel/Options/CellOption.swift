/// Declares one option of a cell: the table that the parser, the help and the suggestions come from.
public struct CellOption: Sendable {
  /// Says what an option's value is.
  public enum ValueType: String, Sendable {
    case boolean = "true or false"
    case text
    case label = "a label"
    case markdown = "text with Markdown"
    case seconds = "seconds"
    case paths = "a list of paths"
  }

  /// The option's name, Quarto's where Quarto has it.
  public let name: String
  /// What its value is.
  public let type: ValueType
  /// The value that holds where the option is not set.
  public let defaultValue: String
  /// What the option does, one sentence.
  public let help: String

  /// Every option, in the order of the help.
  public static let all: [CellOption] = [
    CellOption("label", .label, "none", "The name that references use, such as fig-trace."),
    CellOption("fig-cap", .markdown, "none", "The figure's caption."),
    CellOption("fig-alt", .text, "computed", "Words put before the figure's computed alternative."),
    CellOption("tbl-cap", .markdown, "none", "The table's caption."),
    CellOption("echo", .boolean, "true", "Whether the code is shown."),
    CellOption("eval", .boolean, "true", "Whether the code is run."),
    CellOption("output", .boolean, "true", "Whether what the cell shows is shown."),
    CellOption("error", .boolean, "false", "Whether the cell is expected to fail."),
    CellOption("include", .boolean, "true", "Whether code and output are on the page at all."),
    CellOption("code-fold", .boolean, "false", "Whether the code is folded away."),
    CellOption("timeout", .seconds, "60", "The wall-clock seconds that the cell may take."),
    CellOption("data", .paths, "none", "Files that the cell reads, relative to the lesson."),
  ]

  private init(_ name: String, _ type: ValueType, _ defaultValue: String, _ help: String) {
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
    self.help = help
  }

  /// The table as text, for `ketbook help options`.
  public static var help: String {
    var lines = ["Options stand at the head of a cell, one a line: //| name: value", ""]
    for option in all {
      let name = option.name.padding(to: 10)
      lines.append(
        "  \(name) \(option.type.rawValue.padding(to: 18)) default: \(option.defaultValue)")
      lines.append("             \(option.help)")
    }
    return lines.joined(separator: "\n")
  }
}

extension String {
  fileprivate func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - count, 0))
  }
}
