/// Holds the quotes and list items around a block, to find where its text starts on every line.
struct Containers {
  private enum Container {
    case quote
    /// An item whose content is indented by some columns behind its parent's.
    case item(columns: Int)
  }

  let lines: SourceLines
  private var open: [Container] = []

  init(_ lines: SourceLines) { self.lines = lines }

  /// A cursor behind the markers of the containers on a line, as many of them as the line continues.
  func cursor(line number: Int) -> (cursor: LineCursor, continuesAll: Bool) {
    var cursor = LineCursor(lines.bytes, lines.offsets(ofLine: number))
    for container in open {
      let indent = cursor.indent
      switch container {
      case .quote:
        guard indent <= 3 else { return (cursor, false) }
        var inside = cursor
        inside.skipSpace()
        guard inside.byte == 62 else { return (cursor, false) }
        inside.advance(columns: 1)
        if inside.isAtSpace { inside.advance(columns: 1) }
        cursor = inside
      case .item(let columns):
        if indent >= columns {
          cursor.advance(columns: columns)
        } else if cursor.isBlank {
          cursor.skipSpace()
        } else {
          return (cursor, false)
        }
      }
    }
    return (cursor, true)
  }

  /// The columns of white space in front of a block on the line where it starts.
  func indentOfBlock(at start: SourcePosition) -> Int {
    let cursor = opening(line: start.line)
    return cursor.offset <= lines.offset(start) ? cursor.indent : 0
  }

  mutating func enterQuote() { open.append(.quote) }

  /// Enters the item whose marker starts at a position.
  mutating func enterItem(at start: SourcePosition) {
    var cursor = opening(line: start.line)
    let indent = cursor.indent
    cursor.skipSpace()
    var width = 0
    while let byte = cursor.byte, (48...57).contains(byte), width < 9 {
      cursor.advance(columns: 1)
      width += 1
    }
    cursor.advance(columns: 1)
    width += 1
    var spaces = 0
    while spaces <= 5, cursor.isAtSpace {
      cursor.advance(columns: 1)
      spaces += 1
    }
    let isNarrow = spaces >= 5 || spaces < 1 || cursor.byte == nil
    open.append(.item(columns: indent + width + (isNarrow ? 1 : spaces)))
  }

  mutating func leave() { open.removeLast() }

  /// A cursor behind the markers of the containers on the line that opens the next one.
  ///
  /// Items that open on the same line have their marker where later lines have white space.
  private func opening(line number: Int) -> LineCursor {
    var cursor = LineCursor(lines.bytes, lines.offsets(ofLine: number))
    for container in open {
      switch container {
      case .quote:
        cursor.skipSpace()
        cursor.advance(columns: 1)
        if cursor.isAtSpace { cursor.advance(columns: 1) }
      case .item(let columns): cursor.advance(columns: columns)
      }
    }
    return cursor
  }
}
