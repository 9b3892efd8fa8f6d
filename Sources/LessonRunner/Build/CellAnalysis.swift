internal import LessonModel

/// Knows what each cell declares and how it ends, before anything is compiled.
struct CellAnalysis {
  /// The cells to compile, in order; what comes after an unbalanced cell is left out.
  var cells: [Int]
  var endings: [Int: SegmentSource.Ending] = [:]
  var declared: [Int: Set<String>] = [:]
  /// The column, in the generated line, behind which an expression was moved by the call around it.
  var shifts: [Int: Int] = [:]
  /// What is wrong already, by cell.
  var faults: [Int: [Diagnostic]] = [:]

  /// Parses the cells of a lesson that are to be run.
  init(lesson: Lesson, cells: [Int], compiler: Compiler) throws(Diagnostic) {
    self.cells = cells
    let source = SegmentSource(
      lesson: lesson, cells: cells, imports: ["Nothing"], parameters: "", endings: [:], values: [:])
    guard let items = try compiler.parse(source.text, name: "Outline")?.items else { return }
    let text = Array(source.text.utf8)
    var declaredIn: [String: (cell: Int, item: ParsedItems.Item)] = [:]
    var position = 0
    for piece in source.pieces {
      while position < items.count && items[position].start < piece.bytes.lowerBound {
        position += 1
      }
      var last: ParsedItems.Item?
      while position < items.count && items[position].start < piece.bytes.upperBound {
        let item = items[position]
        position += 1
        if item.end >= piece.bytes.upperBound {
          // An open brace or string swallows the following cells; without them, the compiler
          // says so at this cell.
          self.cells = Array(cells.prefix { $0 <= piece.cell })
          return
        }
        for name in item.names where CellAnalysis.isUnique(item.kind) {
          if let first = declaredIn[name], first.cell != piece.cell {
            faults[piece.cell, default: []].append(
              CellAnalysis.redeclared(
                name, lesson: lesson, text: text, at: item.start, first: first.item.start))
          } else {
            declaredIn[name] = (piece.cell, item)
          }
        }
        if item.names.isEmpty == false { declared[piece.cell, default: []].formUnion(item.names) }
        if item.kind != "var_decl" { last = item }
      }
      finish(piece, last: last, text: text)
    }
  }

  /// Decides whether the cell's last statement is shown; a final semicolon says that it is not.
  private mutating func finish(
    _ piece: SegmentSource.Piece, last: ParsedItems.Item?, text: [UInt8]
  ) {
    guard let last, last.isExpression else { return }
    let tail = text[last.end..<piece.bytes.upperBound].reversed().drop { $0 == 10 || $0 == 32 }
    guard tail.first != UInt8(ascii: ";") else { return }
    endings[piece.cell] = .value(start: last.start - piece.bytes.lowerBound)
    let place = CellAnalysis.place(last.start, in: text)
    shifts[place.line] = place.column
  }

  private static func isUnique(_ kind: String) -> Bool {
    ["var_decl", "struct_decl", "class_decl", "enum_decl", "protocol_decl", "type_alias_decl"]
      .contains(kind)
  }

  private static func redeclared(
    _ name: String, lesson: Lesson, text: [UInt8], at offset: Int, first: Int
  ) -> Diagnostic {
    let locations = Locations(lesson: lesson)
    let range = { (offset: Int) -> SourceRange? in
      let place = place(offset, in: text)
      return locations.place(file: "", line: place.line, column: place.column).map {
        SourceRange(
          start: $0.position,
          end: SourcePosition(
            line: $0.position.line, column: $0.position.column + name.utf8.count))
      }
    }
    return Diagnostic(
      id: "redeclared-name", path: lesson.path, range: range(offset),
      summary: "`\(name)` is declared in an earlier cell already",
      notes: [Diagnostic.Note("first declared here", range: range(first))],
      suggestion: "Give it another name: all cells of a lesson share one scope.")
  }

  /// The lesson's line and the generated column of a byte, by the directive above it.
  private static func place(_ offset: Int, in text: [UInt8]) -> (line: Int, column: Int) {
    var start = offset
    while start > 0 && text[start - 1] != 10 { start -= 1 }
    let column = offset - start + 1
    var above = 0
    let directive = Array("#sourceLocation(file: \"".utf8)
    while start > 0 {
      let end = start - 1
      start = end
      while start > 0 && text[start - 1] != 10 { start -= 1 }
      if text[start..<end].starts(with: directive) {
        let line = String(decoding: text[start..<end], as: UTF8.self)
        let number = line.split(separator: " ").last?.dropLast() ?? ""
        return ((Int(number) ?? 1) + above, column)
      }
      above += 1
    }
    return (1, column)
  }
}
