/// Holds one piece of a paragraph with its place in the file.
public struct Inline: Hashable, Sendable {
  /// Says what an inline is.
  public indirect enum Kind: Hashable, Sendable {
    case text(String)
    case code(String)
    /// Inline math in TeX without its delimiters.
    case math(String)
    /// An inline value, by its index in `Lesson.values`.
    case value(Int)
    /// A reference `@fig-…`, `@tbl-…`, `@eq-…`, `@sec-…`, by its label without the `@`.
    case reference(String)
    case emphasis([Inline])
    case strong([Inline])
    case link(destination: String, title: String, content: [Inline])
    case image(source: String, title: String, content: [Inline])
    case softBreak
    case lineBreak
    /// Raw HTML, shown only where the front matter allows it.
    case html(String)
  }

  /// What the inline is.
  public var kind: Kind
  /// Where it stands in the file.
  public var range: SourceRange

  /// Creates an inline.
  public init(_ kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
