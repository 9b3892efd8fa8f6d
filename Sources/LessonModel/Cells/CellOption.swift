/// Declares one option of a cell: the table that the parser, the help and the suggestions come from.
public struct CellOption: Sendable {
  /// Says what an option's value is.
  public enum ValueType: String, Sendable {
    case boolean = "true or false"
    case text = "a text"
    case label = "a label"
    case markdown = "a text with Markdown"
    case seconds = "a number of seconds above 0"
    case paths = "a path or a list of paths"
  }

  /// Says which field of `CellOptions` an option sets.
  enum Field: Sendable {
    case boolean(any WritableKeyPath<CellOptions, Bool> & Sendable)
    case text(any WritableKeyPath<CellOptions, String?> & Sendable)
    case label(any WritableKeyPath<CellOptions, String?> & Sendable)
    case markdown(any WritableKeyPath<CellOptions, [Inline]?> & Sendable)
    case seconds(any WritableKeyPath<CellOptions, Double?> & Sendable)
    case paths(any WritableKeyPath<CellOptions, [String]> & Sendable)
  }

  /// The option's name, Quarto's where Quarto has it.
  public let name: String
  /// The value that holds where the option is not set.
  public let defaultValue: String
  /// What the option does, one sentence.
  public let help: String
  let field: Field

  /// Every option, in the order of the help.
  public static let all: [CellOption] = [
    CellOption(
      "label", .label(\.label), "none", "The name that references use, such as fig-trace."),
    CellOption("fig-cap", .markdown(\.figureCaption), "none", "The figure's caption."),
    CellOption(
      "fig-alt", .text(\.figureAlternative), "computed",
      "Words put before the figure's computed alternative."),
    CellOption("tbl-cap", .markdown(\.tableCaption), "none", "The table's caption."),
    CellOption("echo", .boolean(\.echo), "true", "Whether the code is shown."),
    CellOption("eval", .boolean(\.eval), "true", "Whether the code is run."),
    CellOption("output", .boolean(\.output), "true", "Whether what the cell shows is shown."),
    CellOption("error", .boolean(\.error), "false", "Whether the cell is expected to fail."),
    CellOption(
      "include", .boolean(\.include), "true", "Whether code and output are on the page at all."),
    CellOption("code-fold", .boolean(\.codeFold), "false", "Whether the code is folded away."),
    CellOption(
      "timeout", .seconds(\.timeout), "60", "The wall-clock seconds that the cell may take."),
    CellOption(
      "data", .paths(\.data), "none", "Files that the cell reads, relative to the lesson."),
  ]

  private init(_ name: String, _ field: Field, _ defaultValue: String, _ help: String) {
    self.name = name
    self.field = field
    self.defaultValue = defaultValue
    self.help = help
  }

  /// What the option's value is.
  public var type: ValueType {
    switch field {
    case .boolean: return .boolean
    case .text: return .text
    case .label: return .label
    case .markdown: return .markdown
    case .seconds: return .seconds
    case .paths: return .paths
    }
  }

  /// The table as text, for `ketbook help options`.
  public static var help: String {
    var lines = ["Options stand at the head of a cell, one a line: //| name: value", ""]
    for option in all {
      lines.append(
        "  \(option.name.padded(to: 10)) \(option.type.rawValue.padded(to: 28)) "
          + "default: \(option.defaultValue)")
      lines.append("             \(option.help)")
    }
    return lines.joined(separator: "\n")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(width - count, 0))
  }
}
