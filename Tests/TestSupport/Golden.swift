internal import Foundation

/// Compares a text with a golden file named after the test, and writes the new one beside it on a miss.
///
/// Set `KETBOOK_RECORD=1` to record every golden file anew.
public enum Golden {
  /// Returns nil where `text` equals the file `folder/name`, otherwise what to tell the reader.
  ///
  /// - Parameters:
  ///   - text: what the code under test produced.
  ///   - name: the golden file's name with its real extension, for example `lineChart.svg`.
  ///   - file: the test's own file; goldens lie in the folder `Golden` beside it.
  public static func mismatch(
    _ text: String, named name: String, file: String = #filePath
  ) -> String? {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent().appending(path: "Golden")
    let golden = folder.appending(path: name)
    let expected = try? String(contentsOf: golden, encoding: .utf8)
    if expected == text { return nil }
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    if ProcessInfo.processInfo.environment["KETBOOK_RECORD"] == "1" {
      do {
        try Data(text.utf8).write(to: golden)
        return nil
      } catch { return "cannot record \(golden.path): \(error)" }
    }
    let new = folder.appending(path: newName(name))
    do { try Data(text.utf8).write(to: new) } catch { return "cannot write \(new.path): \(error)" }
    return """
      \(expected == nil ? "no golden file yet" : "differs from the golden file")
      expected: \(golden.path)
      new:      \(new.path)
      """
  }

  private static func newName(_ name: String) -> String {
    let parts = name.split(separator: ".", maxSplits: 1)
    return parts.count == 2 ? "\(parts[0]).new.\(parts[1])" : "\(name).new"
  }
}
