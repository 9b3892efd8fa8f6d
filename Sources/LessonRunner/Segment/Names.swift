internal import LessonModel

/// Finds names that cells share: redeclarations, and names that a later cell declares.
enum Names {
  /// The identifiers in a Swift text; those in comments and strings count too, which at worst costs
  /// a needless check.
  static func identifiers(in text: String) -> Set<String> {
    var found: Set<String> = []
    var current = ""
    for scalar in text.unicodeScalars {
      if scalar == "_" || scalar.properties.isAlphabetic
        || (!current.isEmpty && scalar.properties.numericType != nil)
      {
        current.unicodeScalars.append(scalar)
      } else if !current.isEmpty {
        found.insert(current)
        current = ""
      }
    }
    if !current.isEmpty { found.insert(current) }
    return found
  }

  /// The cells that mention a name which only a later cell declares.
  ///
  /// Swift lets a function read a global that a later statement initialises; it reads zero then. A
  /// cell found here must be checked with the cells before it alone.
  static func suspects(lesson: Lesson, cells: [Int], declared: [Int: Set<String>]) -> [Int] {
    var before: Set<String> = []
    var suspects: [Int] = []
    for (position, cell) in cells.enumerated() {
      before.formUnion(declared[cell] ?? [])
      let later = cells[(position + 1)...].reduce(into: Set<String>()) {
        $0.formUnion(declared[$1] ?? [])
      }.subtracting(before)
      guard !later.isEmpty else { continue }
      if !identifiers(in: lesson.cells[cell].code).isDisjoint(with: later) { suspects.append(cell) }
    }
    return suspects
  }
}
