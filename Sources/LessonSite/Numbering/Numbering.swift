internal import LessonModel
internal import LessonRunner
internal import Records

/// Holds the number and anchor of everything that a lesson can refer to.
///
/// Numbers are given in one walk over the lesson before anything is written, since a reference may
/// stand before what it names.
struct Numbering {
  /// Names one target of a reference.
  struct Target: Hashable {
    /// What a reference calls it: `Figure`, `Table`, `Equation`, `Section`.
    var word: String
    var number: String
    var anchor: String
  }

  /// Holds what is numbered in one cell: one entry per output, nil where it has no number.
  struct CellNumbers {
    var anchor: String
    var outputs: [Int?] = []
  }

  /// The targets by label.
  private(set) var targets: [String: Target] = [:]
  /// The numbers of every cell's outputs, by the cell's index.
  private(set) var cells: [CellNumbers] = []
  /// The headings in order, with number, anchor and rendered level.
  private(set) var sections: [Section] = []
  /// The pipe tables' numbers in order; nil for one without caption and label.
  private(set) var tables: [Int?] = []
  /// The display formulas' numbers in order; nil for one without label.
  private(set) var equations: [Int?] = []
  /// The numbers of images in prose that are figures: alone in a paragraph, with a title.
  private(set) var images: [Int] = []

  /// Holds one heading as the page shows it.
  struct Section {
    var number: String
    var anchor: String
    /// The level in the page, where 1 is the title: levels are never skipped.
    var level: Int
    var content: [Inline]
  }

  private var figureCount = 0
  private var tableCount = 0
  private var equationCount = 0
  private var sectionCounts = [0, 0, 0, 0, 0, 0, 0]
  private var anchors: Set<String> = ["main", "contents", "title"]

  /// Numbers a lesson's blocks, `blocks` being those that stand below the title.
  init(lesson: Lesson, outcome: LessonOutcome, blocks: [Block]) {
    cells = lesson.cells.map { cell in
      CellNumbers(anchor: cell.options.label ?? "cell-\(cell.index + 1)")
    }
    let shift =
      blocks.contains { if case .heading(1, _, _) = $0.kind { true } else { false } } ? 1 : 0
    visit(blocks, lesson, outcome, shift)
  }

  private mutating func visit(
    _ blocks: [Block], _ lesson: Lesson, _ outcome: LessonOutcome, _ shift: Int
  ) {
    for block in blocks {
      switch block.kind {
      case .heading(let level, let id, let content):
        addSection(level: level + shift, id: id, content: content)
      case .quote(let inner): visit(inner, lesson, outcome, shift)
      case .callout(_, _, let inner): visit(inner, lesson, outcome, shift)
      case .list(let list):
        for item in list.items { visit(item, lesson, outcome, shift) }
      case .cell(let index): addCell(index, lesson, outcome)
      case .math(_, let label): addEquation(label)
      case .table(let table): addTable(table)
      case .paragraph(let content) where content.isFigure:
        figureCount += 1
        images.append(figureCount)
      case .paragraph, .listing, .thematicBreak, .html: break
      }
    }
  }

  /// Returns an anchor that nothing else on the page has.
  private mutating func unique(_ wish: String) -> String {
    var anchor = wish.isEmpty ? "section" : wish
    var count = 2
    while !anchors.insert(anchor).inserted {
      anchor = "\(wish)-\(count)"
      count += 1
    }
    return anchor
  }

  private mutating func addSection(level: Int, id: String, content: [Inline]) {
    let deepest = (sections.last?.level ?? 1) + 1
    let level = min(max(level, 2), deepest, 6)
    sectionCounts[level] += 1
    for deeper in sectionCounts.indices where deeper > level { sectionCounts[deeper] = 0 }
    let number = sectionCounts[2...level].map(String.init).joined(separator: ".")
    let anchor = unique(id)
    sections.append(Section(number: number, anchor: anchor, level: level, content: content))
    targets[id] = Target(word: "Section", number: number, anchor: anchor)
  }

  private mutating func addEquation(_ label: String?) {
    guard let label else { return equations.append(nil) }
    equationCount += 1
    equations.append(equationCount)
    targets[label] = Target(
      word: "Equation", number: "\(equationCount)", anchor: unique(label))
  }

  private mutating func addTable(_ table: PipeTable) {
    guard table.label != nil || !table.caption.isEmpty else { return tables.append(nil) }
    tableCount += 1
    tables.append(tableCount)
    if let label = table.label {
      targets[label] = Target(word: "Table", number: "\(tableCount)", anchor: unique(label))
    }
  }

  private mutating func addCell(_ index: Int, _ lesson: Lesson, _ outcome: LessonOutcome) {
    guard lesson.cells.indices.contains(index) else { return }
    let options = lesson.cells[index].options
    guard options.include else { return }
    cells[index].anchor = unique(cells[index].anchor)
    let outputs =
      options.output && outcome.cells.indices.contains(index) ? outcome.cells[index].outputs : []
    var firstFigure: Int?
    var firstTable: Int?
    for output in outputs {
      switch output {
      case .display(.figure):
        figureCount += 1
        firstFigure = firstFigure ?? figureCount
        cells[index].outputs.append(figureCount)
      case .display(.table) where firstTable == nil && options.namesTable:
        tableCount += 1
        firstTable = tableCount
        cells[index].outputs.append(tableCount)
      default: cells[index].outputs.append(nil)
      }
    }
    guard let label = options.label else { return }
    let anchor = cells[index].anchor
    if label.hasPrefix("tbl-") {
      if firstTable == nil { tableCount += 1 }
      targets[label] = Target(word: "Table", number: "\(firstTable ?? tableCount)", anchor: anchor)
    } else if label.hasPrefix("fig-") {
      if firstFigure == nil { figureCount += 1 }
      targets[label] = Target(
        word: "Figure", number: "\(firstFigure ?? figureCount)", anchor: anchor)
    }
  }
}

extension [Inline] {
  /// Whether a paragraph is a figure of its own: nothing but an image with a title, its caption.
  var isFigure: Bool {
    if count == 1, case .image(_, let title, _) = self[0].kind { return !title.isEmpty }
    return false
  }
}

extension CellOptions {
  /// Whether the cell's table has a number: it has a caption or a label of its own.
  var namesTable: Bool { tableCaption != nil || (label?.hasPrefix("tbl-") ?? false) }
}

extension LessonOutcome {
  /// The outcome of a lesson that was not run.
  static var empty: LessonOutcome {
    LessonOutcome(cells: [], values: [], diagnostics: [], seconds: 0, compiler: "")
  }
}
