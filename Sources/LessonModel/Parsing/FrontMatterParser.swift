internal import Yams

/// Reads the YAML between the `---` lines at the top of a lesson.
struct FrontMatterParser {
  let path: String
  private(set) var frontMatter = FrontMatter()
  private(set) var diagnostics: [Diagnostic] = []
  /// The first line behind the front matter, from 1.
  private(set) var firstLine = 1

  private static let keys = [
    "title", "description", "author", "authors", "date", "lang", "seed", "params", "raw-html",
    "tolerance",
  ]

  init(_ source: SourceLines, path: String) {
    self.path = path
    guard source.text(1).trimmedEnd == "---" else { return }
    let last = (2..<max(source.lines.count + 1, 2)).first {
      ["---", "..."].contains(source.text($0).trimmedEnd)
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
    let yaml = (2..<last).map { source.text($0) }.joined(separator: "\n")
    let reader = YAMLReader(path: path) { SourcePosition(line: $0 + 1, column: $1) }
    switch reader.entries(yaml) {
    case .failure(let diagnostic): diagnostics.append(diagnostic)
    case .success(let entries): for entry in entries { take(entry) }
    }
  }

  private mutating func take(_ entry: YAMLReader.Entry) {
    let value = entry.value
    switch entry.key {
    case "title": frontMatter.title = text(entry)
    case "description": frontMatter.description = text(entry)
    case "author", "authors":
      if let names = value.texts {
        frontMatter.authors = names
      } else {
        wrong(entry, "a name or a list of names")
      }
    case "date": frontMatter.date = text(entry)
    case "lang": frontMatter.language = text(entry) ?? "en"
    case "seed":
      if let seed = value.string.flatMap(UInt64.init) {
        frontMatter.seed = seed
      } else {
        wrong(entry, "a whole number from 0")
      }
    case "raw-html":
      if let flag = value.bool {
        frontMatter.allowsRawHTML = flag
      } else {
        wrong(entry, "true or false")
      }
    case "tolerance":
      if let number = value.float, number >= 0, number.isFinite {
        frontMatter.tolerance = number
      } else {
        wrong(entry, "a number from 0")
      }
    case "params": takeParameters(entry)
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

  private mutating func takeParameters(_ entry: YAMLReader.Entry) {
    guard case .mapping(let mapping) = entry.value else { return wrong(entry, "a mapping") }
    for (key, value) in mapping {
      guard let name = key.string, let parameter = value.parameter, name.isSwiftName else {
        wrong(entry, "names of Swift constants with a number, true, false or a text each")
        continue
      }
      frontMatter.parameters.append((name, parameter))
    }
  }

  private mutating func text(_ entry: YAMLReader.Entry) -> String? {
    guard let text = entry.value.string else {
      wrong(entry, "a text")
      return nil
    }
    return text
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
