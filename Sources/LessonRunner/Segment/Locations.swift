internal import LessonModel

/// Finds the place in the lesson that a place in the generated file stands for.
struct Locations {
  /// Says which part of a lesson a place belongs to.
  enum Owner: Hashable {
    case cell(Int)
    case value(Int)
  }

  private let lesson: Lesson
  private let cellOfLine: [Int: (cell: Int, line: Int)]
  /// Lesson lines on which a call stands before an expression, with the column where it starts.
  private let shifts: [Int: Int]

  init(lesson: Lesson, shifts: [Int: Int] = [:]) {
    self.lesson = lesson
    self.shifts = shifts
    var owners: [Int: (cell: Int, line: Int)] = [:]
    for cell in lesson.cells {
      for (index, line) in cell.lines.enumerated() { owners[line.start.line] = (cell.index, index) }
    }
    cellOfLine = owners
  }

  /// The owner and the position of a line and column that the compiler or the symbolizer named.
  ///
  /// Columns count UTF-8 bytes from 1; 0 stands for an unknown one.
  func place(file: String, line: Int, column: Int) -> (owner: Owner, position: SourcePosition)? {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    if name == SegmentSource.hookFile {
      let cell = line / SegmentSource.hookStride - 1
      guard lesson.cells.indices.contains(cell) else { return nil }
      return (.cell(cell), end(of: cell))
    }
    if name.hasPrefix(SegmentSource.valueFile),
      let index = Int(name.dropFirst(SegmentSource.valueFile.count)),
      lesson.values.indices.contains(index)
    {
      let value = lesson.values[index]
      let prefix = "\(SegmentSource.inlineCall)\(index), ".utf8.count
      let inside = min(max(column - 1 - prefix, 0), max(value.expression.utf8.count - 1, 0))
      var position = value.range.start
      if line == 1 && position.line == value.range.end.line { position.column += inside }
      return (.value(index), position)
    }
    guard let owner = cellOfLine[line] else {
      // The parenthesis that closes a value's call stands one line below the cell.
      guard let above = cellOfLine[line - 1] else { return nil }
      return (.cell(above.cell), end(of: above.cell))
    }
    let start = lesson.cells[owner.cell].lines[owner.line].start
    var column = max(column, 1)
    if let shift = shifts[line], column >= shift {
      column = max(shift, column - SegmentSource.valueCall.utf8.count)
    }
    return (
      .cell(owner.cell), SourcePosition(line: line, column: start.column + column - 1)
    )
  }

  /// The end of a cell, for a message that names the generated file itself.
  func end(of cell: Int?, generated file: String) -> (owner: Owner, position: SourcePosition)? {
    guard let cell, file.hasSuffix(".swift") else { return nil }
    return (.cell(cell), end(of: cell))
  }

  private func end(of cell: Int) -> SourcePosition {
    guard let last = lesson.cells[cell].lines.last else { return lesson.cells[cell].range.start }
    return SourcePosition(
      line: last.start.line, column: last.start.column + last.text.utf8.count)
  }
}
