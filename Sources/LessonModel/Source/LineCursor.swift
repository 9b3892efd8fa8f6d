/// Walks over one line's white space and markers, counting columns with tabs as CommonMark does.
struct LineCursor {
  let bytes: [UInt8]
  let end: Int
  private(set) var offset: Int
  private(set) var column = 0
  /// Whether the cursor is inside a tab that was taken in part.
  private var isInsideTab = false

  init(_ bytes: [UInt8], _ line: Range<Int>) {
    self.bytes = bytes
    offset = line.lowerBound
    end = line.upperBound
  }

  /// The byte at the cursor, nil at the line's end.
  var byte: UInt8? { offset < end ? bytes[offset] : nil }

  var isAtSpace: Bool { byte == 32 || byte == 9 }

  /// The text from the cursor on; a tab taken in part counts as spaces.
  var rest: TextLine {
    isInsideTab
      ? TextLine(spaces: 4 - column % 4, range: (offset + 1)..<end)
      : TextLine(spaces: 0, range: offset..<end)
  }

  /// The number of columns of white space at the cursor.
  var indent: Int {
    var index = offset
    var reached = column
    while index < end {
      if bytes[index] == 32 {
        reached += 1
      } else if bytes[index] == 9 {
        reached += 4 - reached % 4
      } else {
        break
      }
      index += 1
    }
    return reached - column
  }

  /// Whether nothing but white space is left.
  var isBlank: Bool { bytes[offset..<end].allSatisfy { $0 == 32 || $0 == 9 } }

  /// Moves over some columns; a tab may be taken in part.
  mutating func advance(columns: Int) {
    var left = columns
    while left > 0, offset < end {
      if bytes[offset] == 9 {
        let width = 4 - column % 4
        let step = min(width, left)
        column += step
        left -= step
        isInsideTab = step < width
        if !isInsideTab { offset += 1 }
      } else {
        offset += 1
        column += 1
        left -= 1
      }
    }
  }

  /// Moves to the first byte that is not white space.
  mutating func skipSpace() { advance(columns: indent) }
}

/// Holds a line of text: spaces that stand for the rest of a tab, then bytes of the source.
struct TextLine {
  var spaces: Int
  var range: Range<Int>
}
