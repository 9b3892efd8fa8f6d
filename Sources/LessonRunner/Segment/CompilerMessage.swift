/// Holds one message of the compiler: `file:line:column: error: text`.
struct CompilerMessage {
  enum Kind: String { case error, warning, note, remark }

  var file: String
  var line: Int
  var column: Int
  var kind: Kind
  var text: String

  /// Reads the messages from what the compiler printed in its `llvm` style.
  ///
  /// The excerpts below each message show the generated file and are left out.
  static func all(in output: String) -> [CompilerMessage] {
    output.split(separator: "\n", omittingEmptySubsequences: true).compactMap(parse)
  }

  private static func parse(_ line: Substring) -> CompilerMessage? {
    // The path may hold colons; the kind is found first and the numbers are read backwards from it.
    for kind in [Kind.error, .warning, .note, .remark] {
      guard let range = line.firstRange(of: ": \(kind.rawValue): ") else { continue }
      let head = line[..<range.lowerBound]
      let parts = head.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count >= 3, let row = Int(parts[parts.count - 2]),
        let column = Int(parts[parts.count - 1])
      else {
        guard head == "<unknown>" || head == "<unknown>:0" else { continue }
        return CompilerMessage(
          file: "", line: 0, column: 0, kind: kind, text: String(line[range.upperBound...]))
      }
      return CompilerMessage(
        file: parts.dropLast(2).joined(separator: ":"), line: row, column: column, kind: kind,
        text: String(line[range.upperBound...]))
    }
    return nil
  }
}
