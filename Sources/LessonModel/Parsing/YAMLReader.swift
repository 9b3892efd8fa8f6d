internal import Yams

/// Reads a small YAML mapping whose lines stand somewhere in a lesson.
struct YAMLReader {
  /// Holds one entry with the places of its key and value.
  struct Entry {
    var key: String
    var value: Node
    var keyRange: SourceRange
    var valueRange: SourceRange
  }

  let path: String
  /// Maps a line of the YAML text, from 1, and a column to the lesson.
  let place: (Int, Int) -> SourcePosition

  /// The entries of the mapping, or what is wrong with it.
  func entries(_ yaml: String) -> Result<[Entry], Diagnostic> {
    do {
      guard let root = try Yams.compose(yaml: yaml) else { return .success([]) }
      guard case .mapping(let mapping) = root else {
        return .failure(
          broken("these lines are not `key: value`", root.mark.map { place($0.line, $0.column) }))
      }
      return .success(mapping.map { key, value in entry(key, value) })
    } catch let error as YamlError {
      switch error {
      case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
        .composer(_, let problem, let mark, _):
        return .failure(broken(problem, place(mark.line, mark.column)))
      case .duplicatedKeysInMapping(let duplicates, let context):
        let names = duplicates.map { "\($0)" }.sorted().joined(separator: "`, `")
        return .failure(
          broken(
            "the key `\(names)` stands here twice", place(context.mark.line, context.mark.column))
        )
      default: return .failure(broken("\(error)", place(1, 1)))
      }
    } catch {
      return .failure(broken("\(error)", place(1, 1)))
    }
  }

  private func entry(_ key: Node, _ value: Node) -> Entry {
    Entry(
      key: key.string ?? "", value: value,
      keyRange: range(key.mark, length: key.string?.utf8.count ?? 1),
      valueRange: range(value.mark, length: max(value.string?.utf8.count ?? 1, 1)))
  }

  private func range(_ mark: Mark?, length: Int) -> SourceRange {
    let start = place(mark?.line ?? 1, mark?.column ?? 1)
    return SourceRange(
      start: start, end: SourcePosition(line: start.line, column: start.column + length))
  }

  private func broken(_ problem: String, _ position: SourcePosition?) -> Diagnostic {
    Diagnostic(
      id: "broken-yaml", path: path,
      range: position.map { SourceRange(start: $0, end: $0) },
      summary: "this is not YAML: \(problem)",
      suggestion: "Write one `key: value` a line; put a value with `:` or `#` in quotes.")
  }
}

extension Node {
  /// A YAML boolean, integer, number or text as the front matter's parameters hold them.
  var parameter: FrontMatter.Parameter? {
    guard case .scalar = self else { return nil }
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
