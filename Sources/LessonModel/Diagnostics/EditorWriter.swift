/// Writes diagnostics one a line, as editors read them: `path:line:column: severity: summary [id]`.
public enum EditorWriter {
  /// Returns a diagnostic's line and a line for each of its notes, without a final line break.
  public static func text(_ diagnostic: Diagnostic) -> String {
    var lines = [
      line(diagnostic.path, diagnostic.range, diagnostic.severity.rawValue)
        + "\(diagnostic.summary.safe)\(hint(diagnostic)) [\(diagnostic.id)]"
    ]
    for note in diagnostic.notes {
      lines.append(line(diagnostic.path, note.range, "note") + note.text.safe)
    }
    return lines.joined(separator: "\n")
  }

  private static func line(_ path: String, _ range: SourceRange?, _ severity: String) -> String {
    guard let start = range?.start else { return "\(path.safe): \(severity): " }
    return "\(path.safe):\(start.line):\(start.column): \(severity): "
  }

  private static func hint(_ diagnostic: Diagnostic) -> String {
    diagnostic.suggestion.map { "; \($0.safe)" } ?? ""
  }
}

extension String {
  /// The text on one line, with what could steer a terminal written out.
  var safe: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\n", "\t": result += " "
      case _ where scalar.value < 32 || (0x7F...0x9F).contains(scalar.value):
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
