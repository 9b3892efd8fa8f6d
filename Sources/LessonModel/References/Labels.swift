/// Collects labels and references, and says which labels stand twice and which references lead nowhere.
struct Labels {
  let path: String
  private var places: [String: SourceRange] = [:]
  private var references: [(label: String, range: SourceRange)] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// What a label starts with where references can name it.
  static let prefixes = ["fig-", "tbl-", "eq-", "sec-"]
  /// How many references to nothing get a suggestion, which costs a look at every label.
  private static let mostSuggestions = 20

  init(path: String) { self.path = path }

  /// Every label that something has.
  var all: Set<String> { Set(places.keys) }

  /// Whether a text can be a label: letters, digits, `-` and `_`, with a letter in front.
  static func isValid(_ label: String) -> Bool {
    guard let first = label.utf8.first, isLetter(first) else { return false }
    return label.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) || $0 == 45 || $0 == 95 }
  }

  static func invalid(_ label: String, path: String, range: SourceRange) -> Diagnostic {
    Diagnostic(
      id: "invalid-label", path: path, range: range, summary: "`\(label)` cannot be a label",
      suggestion: "Use letters, digits, `-` and `_`, with a letter in front, such as `fig-trace`.")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (65...90).contains(byte) || (97...122).contains(byte)
  }

  /// Takes a label; false where nothing can be called so.
  @discardableResult
  mutating func define(_ label: String, at range: SourceRange) -> Bool {
    guard Labels.isValid(label) else {
      diagnostics.append(Labels.invalid(label, path: path, range: range))
      return false
    }
    guard let first = places[label] else {
      places[label] = range
      return true
    }
    diagnostics.append(
      Diagnostic(
        id: "duplicate-label", path: path, range: range,
        summary: "the label `\(label)` stands twice",
        notes: [Diagnostic.Note("first used here", range: first)],
        suggestion: "Give one of them another label."))
    return false
  }

  mutating func refer(to label: String, at range: SourceRange) {
    references.append((label, range))
  }

  /// Reports references to labels that nothing has.
  mutating func resolve() {
    let known = Array(places.keys.sorted().prefix(5_000))
    var suggestions = 0
    for (label, range) in references where places[label] == nil {
      suggestions += 1
      let near = suggestions <= Labels.mostSuggestions ? NearMiss.of(label, in: known) : nil
      diagnostics.append(
        Diagnostic(
          id: "unresolved-reference", path: path, range: range,
          summary: "nothing has the label `\(label)`",
          suggestion: near.map { "Did you mean `@\($0)`?" }
            ?? "Give a cell, a table, an equation or a heading this label."))
    }
  }
}
