internal import Foundation
internal import LessonModel
internal import LessonRunner

/// Writes pages so that a reader sees the old one or the new one, never half of one.
struct PageWriter: Sendable {
  let folder: String
  let workspace: Workspace

  /// Whether the folder is there and can be written to.
  var isReady: Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder)
      && isFolder.boolValue && FileManager.default.isWritableFile(atPath: folder)
  }

  /// Makes the folder where it is missing.
  func prepare() -> [Diagnostic] {
    try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if isReady { return [] }
    return [
      Diagnostic(
        id: "output-not-writable", path: folder, summary: "pages cannot be written to this folder",
        suggestion: "Name another folder with --output, or change its permissions.")
    ]
  }

  /// Writes a page and returns its path; a page that is the same already is left alone.
  func write(_ html: String, name: String) -> Result<String, Diagnostic> {
    let path = (folder as NSString).appendingPathComponent(name)
    let data = Data(html.utf8)
    if let old = FileManager.default.contents(atPath: path), old == data { return .success(path) }
    let temporary = (folder as NSString).appendingPathComponent(
      ".\(name).\(ProcessInfo.processInfo.processIdentifier)")
    workspace.willCreate(URL(fileURLWithPath: temporary).path)
    do {
      try data.write(to: URL(fileURLWithPath: temporary))
      guard rename(temporary, path) == 0 else {
        let reason = String(cString: strerror(errno))
        try? FileManager.default.removeItem(atPath: temporary)
        return .failure(fault(path, reason))
      }
      return .success(path)
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      return .failure(fault(path, error.localizedDescription))
    }
  }

  private func fault(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      id: "page-not-written", path: path, summary: "the page cannot be written: \(reason)",
      suggestion: "Check the folder's permissions and the free space.")
  }
}
