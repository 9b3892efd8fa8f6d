extension Lesson {
  /// Parses a lesson.
  ///
  /// What is wrong is collected in `diagnostics`; the lesson holds what could be understood.
  ///
  ///     let lesson = Lesson.parse("# Title\n\n```swift\n1 + 1\n```\n", path: "a.md")
  ///
  /// - Parameters:
  ///   - text: the file's text.
  ///   - path: the file, as messages name it.
  public static func parse(_ text: String, path: String) -> Lesson {
    var text = text
    if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
    var lesson = LessonParser.parse(text, path: path, isExtended: true)
    if text.allSatisfy(\.isWhitespace) {
      lesson.diagnostics.append(
        Diagnostic(
          id: "empty-lesson", path: path, range: SourceRange(line: 1, column: 1),
          summary: "the lesson is empty", suggestion: "Write some Markdown into it."))
    }
    return lesson
  }

  /// Parses the bytes of a lesson's file; bytes that are not UTF-8 are a diagnostic.
  public static func parse(_ bytes: some Collection<UInt8>, path: String) -> Lesson {
    if let text = String(validating: bytes, as: UTF8.self) { return parse(text, path: path) }
    // The text up to the first bad byte tells its place.
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var before: [UInt8] = []
    while case .scalarValue(let scalar) = decoder.decode(&iterator) {
      if scalar != "\u{FEFF}" || !before.isEmpty {
        before += UTF8.encode(scalar).map { Array($0) } ?? []
      }
    }
    let lines = SourceLines(bytes: before)
    let position = lines.position(lines.bytes.count)
    return Lesson(
      path: path, source: "",
      diagnostics: [
        Diagnostic(
          id: "not-utf8", path: path, range: SourceRange(start: position, end: position),
          summary: "the file is not UTF-8: this byte begins no character",
          suggestion: "Save the file as UTF-8.")
      ])
  }

  /// Parses a text as CommonMark alone, without anything that lessons add.
  public static func parsingCommonMark(_ text: String) -> Lesson {
    LessonParser.parse(text, path: "", isExtended: false)
  }
}
