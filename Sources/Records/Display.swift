public import Markup

/// Holds what a cell shows: the value of its final expression, or what `show(_:)` was given.
public enum Display: Hashable, Sendable {
  /// A value in words, the description of anything that has no better picture.
  case text(String)
  case figure(Figure)
  case table(Table)
  /// The result of an exercise's check.
  case check(Check)
  /// A formula in TeX, without dollars, set as MathML on the page.
  case math(String)
}

/// Holds a picture with everything that a reader who cannot see it needs.
public struct Figure: Hashable, Sendable {
  /// The picture: an `svg` element with a `viewBox`, without scripts or external references.
  public var svg: Element
  /// One or more sentences computed from the data: what is plotted, ranges, extremes, trend.
  public var alternative: String
  /// The numbers that the picture shows.
  public var data: Table?

  /// Creates a figure.
  public init(svg: Element, alternative: String, data: Table? = nil) {
    self.svg = svg
    self.alternative = alternative
    self.data = data
  }
}

/// Holds a table of texts.
public struct Table: Hashable, Sendable {
  /// Holds one column's heading and how its cells are set.
  public struct Column: Hashable, Sendable {
    /// The heading, with the unit in parentheses where there is one.
    public var heading: String
    /// Whether the cells hold numbers, which are set flush right.
    public var isNumeric: Bool

    /// Creates a column.
    public init(_ heading: String, isNumeric: Bool = false) {
      self.heading = heading
      self.isNumeric = isNumeric
    }
  }

  /// The columns, left to right.
  public var columns: [Column]
  /// The rows; a row shorter than the columns is filled with empty cells.
  public var rows: [[String]]

  /// Creates a table.
  public init(columns: [Column], rows: [[String]]) {
    self.columns = columns
    self.rows = rows
  }
}

/// Holds the result of an exercise's check: what was expected and what was there.
public struct Check: Hashable, Sendable {
  /// What is checked, in words.
  public var title: String
  /// Whether the check passed.
  public var passed: Bool
  /// What the check expected, in words or numbers.
  public var expected: String
  /// What it found.
  public var actual: String

  /// Creates a check's result.
  public init(title: String, passed: Bool, expected: String, actual: String) {
    self.title = title
    self.passed = passed
    self.expected = expected
    self.actual = actual
  }
}
