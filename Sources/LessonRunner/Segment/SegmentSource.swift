internal import LessonModel

/// Writes the Swift file that a run of cells is compiled as, and finds the way back to the lesson.
///
/// Every cell stands behind a `#sourceLocation` of its own line, so the compiler and the debugging
/// information name the lesson. Between cells stand the calls that tell the runner where it is.
struct SegmentSource {
  /// Says where in the generated text one cell's code lies, in bytes.
  struct Piece {
    var cell: Int
    var bytes: Range<Int>
  }

  /// What is done with the end of a cell.
  enum Ending {
    /// The final statement is an expression that starts at this byte of the cell's code.
    case value(start: Int)
    case nothing
  }

  static let module = "Segment"
  static let valueCall = "_ketbookValue("
  static let inlineCall = "_ketbookInline("

  let lesson: Lesson
  let cells: [Int]
  private(set) var text = ""
  private(set) var pieces: [Piece] = []

  /// Writes the file of some of a lesson's cells.
  ///
  /// - Parameters:
  ///   - imports: the segments before this one whose names are visible.
  ///   - parameters: the lesson's parameters as Swift declarations, for the first segment only.
  ///   - endings: for each cell what to do with its final statement.
  ///   - values: the inline values to compute behind each cell; -1 stands for the lesson's start.
  init(
    lesson: Lesson, cells: [Int], imports: [String], parameters: String, endings: [Int: Ending],
    values: [Int: [Int]]
  ) {
    self.lesson = lesson
    self.cells = cells
    text = "@_spi(Segment) import LessonKit\n"
    for name in imports { text += "@testable import \(name)\n" }
    text += parameters
    if imports.isEmpty { add(values: values[-1] ?? []) }
    for index in cells {
      add(cell: lesson.cells[index], ending: endings[index] ?? .nothing)
      add(values: values[index] ?? [])
    }
  }

  private mutating func add(cell: Cell, ending: Ending) {
    hook(cell.index, "_ketbookBegin(\(cell.index))")
    var expected = -1
    var code = ""
    let directive = SegmentSource.fileName(lesson.path)
    for line in cell.lines {
      // Lines of a cell follow each other in the file; the directive is for the first, or for a gap.
      if line.start.line != expected {
        code += "#sourceLocation(file: \"\(directive)\", line: \(line.start.line))\n"
      }
      expected = line.start.line + 1
      code += line.text + "\n"
    }
    let start = text.utf8.count
    if case .value(let offset) = ending {
      var bytes = Array(code.utf8)
      bytes.insert(contentsOf: SegmentSource.valueCall.utf8, at: min(offset, bytes.count))
      text += String(decoding: bytes, as: UTF8.self) + ")\n"
    } else {
      text += code
    }
    pieces.append(Piece(cell: cell.index, bytes: start..<text.utf8.count))
    // No expression goes on with `for`, so a statement that the cell leaves open cannot swallow the call.
    hook(cell.index, "for _ in [0] { _ketbookEnd(\(cell.index)) }")
  }

  private mutating func add(values: [Int]) {
    for index in values {
      text += "#sourceLocation(file: \"\(SegmentSource.hookFile)\", line: 1)\n"
      text += "_ketbookInlineBegin(\(index))\n"
      text += "#sourceLocation(file: \"\(SegmentSource.valueFile)\(index)\", line: 1)\n"
      text += "\(SegmentSource.inlineCall)\(index), \(lesson.values[index].expression)\n)\n"
    }
  }

  private mutating func hook(_ cell: Int, _ call: String) {
    text +=
      "#sourceLocation(file: \"\(SegmentSource.hookFile)\", line: \((cell + 1) * SegmentSource.hookStride))\n\(call)\n"
  }

  static let hookFile = "ketbook-hook"
  /// How many lines of the hooks' file stand for one cell; the file may end a few lines below a hook.
  static let hookStride = 1000
  static let valueFile = "ketbook-value-"

  /// The lesson's path as it can stand in a string literal.
  static func fileName(_ path: String) -> String {
    let isPlain = path.unicodeScalars.allSatisfy { $0.value >= 32 && $0 != "\"" && $0 != "\\" }
    return isPlain ? path : "lesson.md"
  }
}
