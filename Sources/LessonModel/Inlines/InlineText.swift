/// Holds a text that is parsed as inlines of its own, and where it stands in the lesson.
///
/// Paragraphs stand in the lesson themselves; the cells of a table and the captions of cells are
/// fragments, which cmark reads apart.
struct InlineText {
  /// Says where the bytes of the lifter's source are in the lesson.
  enum Place {
    /// As many bytes further on.
    case shifted(by: Int)
    /// Somewhere in a range, as for a caption in YAML quotes.
    case within(SourceRange)
  }

  var content: InlineContent
  /// The math that was lifted out, by offsets of its own source.
  var lifter: MathLifter
  var place = Place.shifted(by: 0)
  /// Whether the paragraph may start with link definitions.
  var isParagraph = true

  /// Stands before a fragment so that cmark takes it for a paragraph whatever it starts with.
  static let guardian = "\u{F8FF} "

  /// The place of a range of the content.
  func range(_ offsets: Range<Int>, in lesson: SourceLines) -> SourceRange {
    switch place {
    case .shifted(let distance):
      let source = content.source(offsets)
      return lesson.range((source.lowerBound + distance)..<(source.upperBound + distance))
    case .within(let range): return range
    }
  }
}
