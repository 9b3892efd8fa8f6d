internal import Yams

/// Reads the YAML between the `---` lines at the top of a lesson.
struct FrontMatterParser {
  let path: String
  private(set) var frontMatter = FrontMatter()
  private(set) var diagnostics: [Diagnostic] = []
  /// The first line behind the front matter, from 1.
  private(set) var firstLine = 1

  private static let keys = [
    "title", "description", "author", "authors", "date", "lang", "seed", "params", "data",
    "raw-html", "tolerance",
  ]

  init(_ source: SourceLines, path: String) {
    self.path = path
    guard source.text(1).trimmedEnd == "---" else { return }
    let last = (2..<max(source.lines.count + 1, 2)).first {
      let line = source.line($0)
      return line.count >= 3 && line.count < 100 && (line.first == 45 || line.first == 46)
        && ["---", "..."].contains(source.text($0).trimmedEnd)
    }
    guard let last else {
      diagnostics.append(
        Diagnostic(
          id: "unclosed-front-matter", path: path, range: source.range(ofLine: 1),
          summary: "the front matter is never closed",
          suggestion: "Put a line `---` below its last key."))
      return
    }
    firstLine = last + 1
    let lines = (2..<last).map {
      (text: source.text($0), start: SourcePosition(line: $0, column: 1))
    }
    let reader = YAMLReader(path: path, lines: lines)
    switch reader.entries() {
    case .failure(let diagnostic): diagnostics.append(diagnostic)
    case .success(let entries): for entry in entries { take(entry, reader) }
    }
  }

  private mutating func take(_ entry: YAMLReader.Entry, _ reader: YAMLReader) {
    let value = entry.value
    switch entry.key {
    case "title": set(\.title, value.words, "a text", entry)
    case "description": set(\.description, value.words, "a text", entry)
    case "author", "authors":
      set(\.authors, value.texts, "a name or a list of names", entry)
    case "date": set(\.date, value.words, "a date", entry)
    case "lang": set(\.language, language(value), "a language such as `en` or `pt-BR`", entry)
    case "seed": set(\.seed, value.words.flatMap(UInt64.init), "a whole number from 0", entry)
    case "data": set(\.data, value.texts, "a path or a list of paths", entry)
    case "raw-html": set(\.allowsRawHTML, value.bool, "true or false", entry)
    case "tolerance":
      let number = value.float.flatMap { $0 >= 0 && $0.isFinite ? $0 : nil }
      set(\.tolerance, number, "a number from 0", entry)
    case "params": takeParameters(entry, reader)
    default:
      let near = NearMiss.of(entry.key, in: FrontMatterParser.keys)
      diagnostics.append(
        Diagnostic(
          id: "unknown-key", path: path, range: entry.keyRange,
          summary: "the front matter has no key `\(entry.key)`",
          suggestion: near.map { "Did you mean `\($0)`?" }
            ?? "The keys are \(FrontMatterParser.keys.joined(separator: ", "))."))
    }
  }

  private mutating func set<Value>(
    _ field: WritableKeyPath<FrontMatter, Value>, _ value: Value?, _ expected: String,
    _ entry: YAMLReader.Entry
  ) {
    if let value { frontMatter[keyPath: field] = value } else { wrong(entry, expected) }
  }

  private mutating func set<Value>(
    _ field: WritableKeyPath<FrontMatter, Value?>, _ value: Value?, _ expected: String,
    _ entry: YAMLReader.Entry
  ) {
    if let value { frontMatter[keyPath: field] = value } else { wrong(entry, expected) }
  }

  private func language(_ value: Node) -> String? {
    guard let tag = value.words, !tag.isEmpty else { return nil }
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    let isTag = parts.allSatisfy { part in
      (1...8).contains(part.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }
    return isTag ? tag : nil
  }

  private mutating func takeParameters(_ entry: YAMLReader.Entry, _ reader: YAMLReader) {
    guard case .mapping(let mapping) = entry.value else {
      return wrong(entry, "`name: value` pairs")
    }
    for (key, value) in mapping {
      var inner = reader.entry(key, value)
      guard inner.key.isSwiftName else {
        inner.valueRange = inner.keyRange
        wrong(inner, "the name of a Swift constant")
        continue
      }
      guard let parameter = value.parameter else {
        wrong(inner, "a number, true, false or a text")
        continue
      }
      frontMatter.parameters.append((inner.key, parameter))
    }
  }

  private mutating func wrong(_ entry: YAMLReader.Entry, _ expected: String) {
    diagnostics.append(
      Diagnostic(
        id: "wrong-type", path: path, range: entry.valueRange,
        summary: "`\(entry.key)` must be \(expected)"))
  }
}

extension String {
  var trimmedEnd: String {
    var rest = self[...]
    while let last = rest.last, last.isWhitespace { rest = rest.dropLast() }
    return String(rest)
  }

  /// Whether the text can name a Swift constant.
  var isSwiftName: Bool {
    guard let first = unicodeScalars.first, first == "_" || first.properties.isXIDStart else {
      return false
    }
    return unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isXIDContinue }
  }
}
