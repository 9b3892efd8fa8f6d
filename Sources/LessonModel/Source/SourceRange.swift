/// Names a place in a lesson's file.
public struct SourcePosition: Hashable, Comparable, Sendable, Codable {
  /// The line, from 1.
  public var line: Int
  /// The column in UTF-8 bytes, from 1.
  public var column: Int

  /// Creates a position.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  /// Compares by line, then by column.
  public static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    (left.line, left.column) < (right.line, right.column)
  }
}

/// Names a stretch of a lesson's file; `end` is the position just after its last byte.
public struct SourceRange: Hashable, Sendable, Codable {
  /// The first byte's position.
  public var start: SourcePosition
  /// The position just after the last byte.
  public var end: SourcePosition

  /// Creates a range.
  public init(start: SourcePosition, end: SourcePosition) {
    self.start = start
    self.end = end
  }

  /// Creates the empty range at one position.
  public init(line: Int, column: Int) {
    start = SourcePosition(line: line, column: column)
    end = start
  }
}
