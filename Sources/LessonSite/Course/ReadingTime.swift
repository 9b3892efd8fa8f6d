internal import LessonModel

/// Estimates how long a lesson takes to read.
enum ReadingTime {
  /// Words a minute of prose, and lines a minute of code that a reader follows.
  private static let wordsPerMinute = 200
  private static let linesPerMinute = 20

  /// The reading time in whole minutes, at least 1.
  static func minutes(_ lesson: Lesson) -> Int {
    let words = lesson.blocks.reduce(0) { $0 + self.words($1) }
    let lines = lesson.cells.filter { $0.options.echo && $0.options.include }
      .reduce(0) { $0 + $1.lines.count }
    let seconds = words * 60 / wordsPerMinute + lines * 60 / linesPerMinute
    return max(1, (seconds + 30) / 60)
  }

  private static func words(_ block: Block) -> Int {
    switch block.kind {
    case .paragraph(let content), .heading(_, _, let content): count(content)
    case .quote(let inner): inner.reduce(0) { $0 + words($1) }
    case .callout(_, let title, let inner): inner.reduce(count(title)) { $0 + words($1) }
    case .list(let list): list.items.joined().reduce(0) { $0 + words($1) }
    case .table(let table):
      count(table.caption) + (table.header + table.rows.joined()).reduce(0) { $0 + count($1) }
    case .math: 5
    case .listing(_, let text): text.split(whereSeparator: \.isWhitespace).count
    case .cell, .thematicBreak, .html: 0
    }
  }

  private static func count(_ content: [Inline]) -> Int {
    content.plainText.split(whereSeparator: \.isWhitespace).count
  }
}
