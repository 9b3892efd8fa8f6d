/// Writes diagnostics for a person at a terminal: the message, the lesson's line, and a caret.
public enum TerminalWriter {
  /// Returns a diagnostic as several lines, with a final line break.
  ///
  /// - Parameters:
  ///   - source: the lesson's text for the excerpt; nil where there is none.
  ///   - colored: whether to use the terminal's colours.
  public static func text(_ diagnostic: Diagnostic, source: String?, colored: Bool) -> String {
    let lines = source.map(SourceLines.init)
    var text = paint("\(diagnostic.severity.rawValue)", diagnostic.severity, colored)
    text += paint(": \(diagnostic.summary.safe)", nil, colored) + " [\(diagnostic.id)]\n"
    text += excerpt(diagnostic.path, diagnostic.range, lines, diagnostic.severity, colored)
    if !diagnostic.explanation.isEmpty {
      for line in diagnostic.explanation.split(separator: "\n") {
        text += "  \(String(line).safe)\n"
      }
    }
    for note in diagnostic.notes {
      text += "  note: \(note.text.safe)\n"
      if note.range != nil { text += excerpt(diagnostic.path, note.range, lines, .note, colored) }
    }
    if let suggestion = diagnostic.suggestion { text += "  help: \(suggestion.safe)\n" }
    return text + "\n"
  }

  private static func excerpt(
    _ path: String, _ range: SourceRange?, _ lines: SourceLines?, _ severity: Diagnostic.Severity,
    _ colored: Bool
  ) -> String {
    guard let range else { return "  --> \(path.safe)\n" }
    var text = "  --> \(path.safe):\(range.start.line):\(range.start.column)\n"
    guard let lines, range.start.line <= lines.lines.count else { return text }
    let bytes = lines.line(range.start.line)
    let before = String(decoding: bytes.prefix(range.start.column - 1), as: UTF8.self)
    let length =
      range.end.line == range.start.line
      ? range.end.column - range.start.column : bytes.count - range.start.column + 1
    let marked = String(
      decoding: bytes.dropFirst(range.start.column - 1).prefix(max(length, 0)), as: UTF8.self)
    let number = "\(range.start.line)"
    let margin = String(repeating: " ", count: number.count)
    let caret = "^" + String(repeating: "~", count: max(width(marked) - 1, 0))
    text += " \(margin) |\n \(number) | \(shown(String(decoding: bytes, as: UTF8.self)))\n"
    text += " \(margin) | \(String(repeating: " ", count: width(before)))"
    return text + paint(caret, severity, colored) + "\n"
  }

  private static func shown(_ line: String) -> String {
    line.replacing("\t", with: "    ").safe
  }

  /// The columns that a text takes on a terminal: two for East Asian wide letters and emoji.
  private static func width(_ text: String) -> Int {
    shown(text).reduce(0) { sum, character in
      guard let scalar = character.unicodeScalars.first else { return sum }
      let isWide =
        (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
        || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
        || (0xFE30...0xFE6F).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
        || (0x1F300...0x1FAFF).contains(scalar.value)
      return sum + (isWide ? 2 : 1)
    }
  }

  private static func paint(
    _ text: String, _ severity: Diagnostic.Severity?, _ colored: Bool
  ) -> String {
    guard colored else { return text }
    let code: String
    switch severity {
    case .error: code = "1;31"
    case .warning: code = "1;35"
    case .note: code = "1;36"
    case nil: code = "1"
    }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
