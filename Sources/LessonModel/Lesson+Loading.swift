internal import Foundation

/// Finds and reads lessons.
public enum LessonLoader {
  /// Holds what was found: the lessons in order, and what belongs to no lesson.
  public struct Loaded: Sendable {
    /// The lessons, in the order of the paths and, in a folder, of the file names.
    public var lessons: [Lesson]
    /// Missing files, empty folders and the like.
    public var diagnostics: [Diagnostic]
  }

  /// Reads the lessons at some paths; a folder stands for the Markdown files in it and below it.
  ///
  /// Hidden files and `README.md` are left out.
  public static func load(_ paths: [String]) -> Loaded {
    var loaded = Loaded(lessons: [], diagnostics: [])
    var seen: Set<String> = []
    for path in paths {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        loaded.diagnostics.append(
          Diagnostic(
            id: "file-missing", path: path, summary: "there is no such file or folder",
            suggestion: "Check the name; lessons are looked for in `Lessons` by default."))
        continue
      }
      let files = isFolder.boolValue ? lessons(in: path) : [path]
      if files.isEmpty {
        loaded.diagnostics.append(
          Diagnostic(
            id: "no-lessons", path: path, summary: "the folder holds no lesson",
            suggestion: "Put a Markdown file with the ending `.md` into it."))
      }
      for file in files where seen.insert(file).inserted { read(file, into: &loaded) }
    }
    return loaded
  }

  private static func lessons(in folder: String) -> [String] {
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in
      let parts = name.split(separator: "/")
      return name.hasSuffix(".md") && parts.last != "README.md"
        && !parts.contains { $0.hasPrefix(".") }
    }.sorted().map { (folder as NSString).appendingPathComponent($0) }
  }

  private static func read(_ path: String, into loaded: inout Loaded) {
    guard path.hasSuffix(".md") else {
      loaded.diagnostics.append(
        Diagnostic(
          id: "not-a-lesson", path: path, summary: "this is not a Markdown file",
          suggestion: "Give the lesson's file the ending `.md`."))
      return
    }
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: path))
      loaded.lessons.append(Lesson.parse(data, path: path))
    } catch {
      loaded.diagnostics.append(
        Diagnostic(
          id: "file-unreadable", path: path,
          summary: "the file cannot be read: \(error.localizedDescription)",
          suggestion: "Check its permissions."))
    }
  }
}
