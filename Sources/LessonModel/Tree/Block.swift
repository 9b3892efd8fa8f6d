/// Holds one block of a lesson with its place in the file.
public struct Block: Hashable, Sendable {
  /// Says what a block is.
  public indirect enum Kind: Hashable, Sendable {
    case paragraph([Inline])
    /// A heading of level 1 to 6; `id` is its unique anchor, from the text or an author's `{#sec-x}`.
    case heading(level: Int, id: String, content: [Inline])
    case quote([Block])
    case callout(Callout, title: [Inline], content: [Block])
    case list(List)
    /// A code block that is not run: another language, or none.
    case listing(language: String, text: String)
    /// A Swift cell, by its index in `Lesson.cells`.
    case cell(Int)
    /// Display math in TeX without its delimiters; `label` is an `eq-…` label.
    case math(tex: String, label: String?)
    case table(PipeTable)
    case thematicBreak
    /// Raw HTML, shown only where the front matter allows it.
    case html(String)
  }

  /// What the block is.
  public var kind: Kind
  /// Where it stands in the file.
  public var range: SourceRange

  /// Creates a block.
  public init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// Names the five kinds of callout that Git forges know.
public enum Callout: String, Hashable, Sendable, CaseIterable {
  case note, tip, warning, important, caution
}

/// Holds a bullet or ordered list.
public struct List: Hashable, Sendable {
  /// The number of the first item; nil for a bullet list.
  public var start: Int?
  /// Whether items are set without paragraphs, as CommonMark defines it.
  public var isTight: Bool
  /// The blocks of every item.
  public var items: [[Block]]

  /// Creates a list.
  public init(start: Int?, isTight: Bool, items: [[Block]]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// Holds a pipe table.
public struct PipeTable: Hashable, Sendable {
  /// Says how a column is set.
  public enum Alignment: String, Hashable, Sendable { case none, left, center, right }

  /// The alignment of every column.
  public var alignments: [Alignment]
  /// The header's cells.
  public var header: [[Inline]]
  /// The body's rows, each as wide as the header.
  public var rows: [[[Inline]]]
  /// The caption from a line `: Caption {#tbl-x}` after the table.
  public var caption: [Inline]
  /// The `tbl-…` label.
  public var label: String?

  /// Creates a table.
  public init(
    alignments: [Alignment], header: [[Inline]], rows: [[[Inline]]], caption: [Inline] = [],
    label: String? = nil
  ) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
    self.caption = caption
    self.label = label
  }
}
