internal import Yams

/// Reads a small YAML mapping whose lines stand somewhere in a lesson.
struct YAMLReader {
  /// Holds one entry with the places of its key and value.
  struct Entry {
    var key: String
    var value: Node
    var keyRange: SourceRange
    var valueRange: SourceRange
    /// Where the value's text stands byte for byte, as it does in plain and simply quoted values.
    var verbatim: SourcePosition?
  }

  /// How deep lists and mappings may nest; more would overflow the stack of the YAML parser.
  static let deepest = 64

  let path: String
  /// The lines of the YAML and where each starts in the lesson.
  let lines: [(text: String, start: SourcePosition)]

  /// The entries of the mapping, or what is wrong with it.
  func entries() -> Result<[Entry], Diagnostic> {
    let yaml = lines.map(\.text).joined(separator: "\n")
    if let line = YAMLDepth.lineTooDeep(yaml, deepest: YAMLReader.deepest) {
      return .failure(
        broken("it is nested more than \(YAMLReader.deepest) deep", place(line, 1)))
    }
    do {
      guard let root = try Yams.compose(yaml: yaml) else { return .success([]) }
      guard case .mapping(let mapping) = root else {
        let position = place(root.mark?.line ?? 1, root.mark?.column ?? 1)
        return .failure(broken("these lines are not `key: value`", position))
      }
      return .success(mapping.map { key, value in entry(key, value) })
    } catch let error as YamlError {
      return .failure(diagnostic(error, yaml))
    } catch {
      return .failure(broken("\(error)", place(1, 1)))
    }
  }

  // MARK: Places

  /// The lesson's position of a line and column of the YAML, both from 1, the column in characters.
  private func place(_ line: Int, _ column: Int) -> SourcePosition {
    guard !lines.isEmpty else { return SourcePosition(line: 1, column: 1) }
    let (text, start) = lines[min(max(line, 1), lines.count) - 1]
    let before = text.unicodeScalars.prefix(max(column - 1, 0))
    return SourcePosition(
      line: start.line, column: start.column + before.reduce(0) { $0 + UTF8.width($1) })
  }

  /// The bytes of a line from a mark on.
  private func bytes(from mark: Mark) -> [UInt8] {
    guard mark.line >= 1, mark.line <= lines.count else { return [] }
    return Array(
      String(
        String.UnicodeScalarView(
          lines[mark.line - 1].text.unicodeScalars.dropFirst(mark.column - 1))
      )
      .utf8)
  }

  /// An entry of the mapping, or of one inside it, with its places.
  func entry(_ key: Node, _ value: Node) -> Entry {
    let keyStart = place(key.mark?.line ?? 1, key.mark?.column ?? 1)
    let mark = value.mark ?? key.mark
    let text = Array((value.string ?? "").utf8)
    let behind = mark.map { bytes(from: $0) } ?? []
    let start = place(mark?.line ?? 1, mark?.column ?? 1)
    var entry = Entry(
      key: key.string ?? "", value: value,
      keyRange: range(keyStart, max(key.string?.utf8.count ?? 1, 1)),
      valueRange: range(start, max(YAMLReader.trimmed(behind).count, 1)))
    if !text.isEmpty, behind.starts(with: text) {
      entry.verbatim = start
      entry.valueRange = range(start, text.count)
    } else if !text.isEmpty, let quote = behind.first, quote == 34 || quote == 39,
      behind.dropFirst().starts(with: text), behind.dropFirst(1 + text.count).first == quote
    {
      entry.verbatim = SourcePosition(line: start.line, column: start.column + 1)
      entry.valueRange = range(start, text.count + 2)
    }
    return entry
  }

  private static func trimmed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    var rest = bytes[...]
    while let last = rest.last, last == 32 || last == 9 { rest = rest.dropLast() }
    return rest
  }

  private func range(_ start: SourcePosition, _ length: Int) -> SourceRange {
    SourceRange(
      start: start, end: SourcePosition(line: start.line, column: start.column + length))
  }

  // MARK: Errors

  private func diagnostic(_ error: YamlError, _ yaml: String) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // What is never closed is at fault where it opens, not where the text ends.
      var mark = mark
      if let context, context.text.contains("flow") || problem.contains("end of stream") {
        mark = context.mark
      }
      return broken(problem, place(mark.line, mark.column))
    case .reader(let problem, let offset, _, _):
      let before = Array(yaml.utf8.prefix(offset ?? 0))
      let line = before.reduce(1) { $1 == 10 ? $0 + 1 : $0 }
      let column = before.reversed().prefix { $0 != 10 }.count
      let start = lines.isEmpty ? place(1, 1) : lines[min(line, lines.count) - 1].start
      return broken(
        problem, SourcePosition(line: start.line, column: start.column + column))
    case .duplicatedKeysInMapping(let duplicates, let context):
      let key = duplicates.sorted().first ?? ""
      let places = lines.indices.filter { isKey(key, lines[$0].text) }
      let second = places.count > 1 ? lines[places[1]].start : nil
      var found = broken(
        "the key `\(key)` stands here twice",
        second ?? place(context.mark.line, context.mark.column))
      if second != nil, let first = places.first {
        found.notes = [Diagnostic.Note("first used here", range: range(lines[first].start, 1))]
      }
      return found
    default: return broken("\(error)", place(1, 1))
    }
  }

  private func isKey(_ key: String, _ line: String) -> Bool {
    line.hasPrefix(key) && line.dropFirst(key.count).trimmed.hasPrefix(":")
  }

  private func broken(_ problem: String, _ position: SourcePosition) -> Diagnostic {
    Diagnostic(
      id: "broken-yaml", path: path, range: SourceRange(start: position, end: position),
      summary: "this is not YAML: \(problem)",
      suggestion: "Write one `key: value` a line; put a value with `:` or `#` in quotes.")
  }
}

extension Node {
  /// A YAML boolean, integer, number or text as the front matter's parameters hold them.
  var parameter: FrontMatter.Parameter? {
    guard case .scalar(let scalar) = self else { return nil }
    // What stands in quotes is a text.
    if scalar.style == .singleQuoted || scalar.style == .doubleQuoted {
      return .text(scalar.string)
    }
    if let value = bool { return .boolean(value) }
    if let value = int { return .integer(value) }
    if let value = float { return .number(value) }
    return string.map { .text($0) }
  }

  /// The texts of a list, or of a single value.
  var texts: [String]? {
    if case .sequence(let sequence) = self {
      let texts = sequence.compactMap(\.string)
      return texts.count == sequence.count ? texts : nil
    }
    return string.map { [$0] }
  }
}
