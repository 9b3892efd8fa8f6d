public import Foundation

/// Finds files outside the repository that some checks need and others can do without.
public enum Shared {
  /// The file `../shared/path` beside the repository, nil where there is none.
  public static func file(_ path: String, from file: String = #filePath) -> URL? {
    let repository = URL(fileURLWithPath: file)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let roots = [
      ProcessInfo.processInfo.environment["KETBOOK_SHARED"].map { URL(fileURLWithPath: $0) },
      repository.deletingLastPathComponent().appending(path: "shared"),
    ]
    return roots.compactMap { $0?.appending(path: path) }
      .first { FileManager.default.fileExists(atPath: $0.path) }
  }
}
