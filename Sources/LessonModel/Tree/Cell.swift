/// Holds one Swift cell of a lesson.
public struct Cell: Hashable, Sendable {
  /// Holds one line of a cell's code and where it starts in the file.
  public struct Line: Hashable, Sendable {
    /// The line's text without its line break, and without the indentation of a list or quote.
    public var text: String
    /// The position of the text's first byte in the file.
    public var start: SourcePosition

    /// Creates a line.
    public init(text: String, start: SourcePosition) {
      self.text = text
      self.start = start
    }
  }

  /// The cell's place among `Lesson.cells`, from 0.
  public var index: Int
  /// The options from its `//|` lines, with defaults for what is not set.
  public var options: CellOptions
  /// The code without option lines.
  public var lines: [Line]
  /// The whole fence.
  public var range: SourceRange

  /// Creates a cell.
  public init(index: Int, options: CellOptions, lines: [Line], range: SourceRange) {
    self.index = index
    self.options = options
    self.lines = lines
    self.range = range
  }

  /// The code as one text.
  public var code: String { lines.map(\.text).joined(separator: "\n") }

  /// The name that messages use: the label, or `cell N` counted from 1.
  public var name: String { options.label ?? "cell \(index + 1)" }
}

/// Holds one inline value `` `{swift} expression` ``.
public struct InlineValue: Hashable, Sendable {
  /// The Swift expression.
  public var expression: String
  /// Where the expression stands in the file.
  public var range: SourceRange
  /// The cell after which it is evaluated: the last one above it, -1 where there is none.
  public var afterCell: Int

  /// Creates an inline value.
  public init(expression: String, range: SourceRange, afterCell: Int) {
    self.expression = expression
    self.range = range
    self.afterCell = afterCell
  }
}

/// Holds the options of one cell; `CellOption.all` documents each.
public struct CellOptions: Hashable, Sendable {
  /// The label that references name, for example `fig-trace`.
  public var label: String?
  /// The figure's caption, in the lesson's Markdown.
  public var figureCaption: [Inline]?
  /// The author's text alternative, put before the computed one.
  public var figureAlternative: String?
  /// The table's caption, in the lesson's Markdown.
  public var tableCaption: [Inline]?
  /// Whether the code is shown.
  public var echo = true
  /// Whether the code is run.
  public var eval = true
  /// Whether outputs are shown.
  public var output = true
  /// Whether the cell is expected to fail.
  public var error = false
  /// Whether code and outputs are shown at all.
  public var include = true
  /// Whether the code is folded away behind a disclosure.
  public var codeFold = false
  /// The wall-clock limit in seconds, nil for the runner's default.
  public var timeout: Double?
  /// The files that the cell reads, relative to the lesson's folder.
  public var data: [String] = []

  /// Creates the default options.
  public init() {}
}
