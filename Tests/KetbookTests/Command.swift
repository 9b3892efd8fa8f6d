import Foundation
import Testing

/// Runs the `ketbook` executable beside the tests in a folder of its own.
final class Command {
  struct Result {
    var status: Int32
    var output: String
    var error: String
    var seconds: Double
  }

  let folder: URL

  static let executable: URL = {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return own.deletingLastPathComponent().appending(path: "ketbook")
  }()

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "ketbook-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "Lessons"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "tmp"), withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ data: Data, to name: String) throws {
    try data.write(to: folder.appending(path: name))
  }

  func read(_ name: String) -> String? {
    try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  /// The names in a folder, hidden ones too.
  func names(in name: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path)) ?? [])
      .sorted()
  }

  func start(_ arguments: [String]) throws -> (process: Process, output: URL, error: URL) {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["TMPDIR"] = folder.appending(path: "tmp").path
    process.environment = environment
    let output = folder.appending(path: "stdout")
    let error = folder.appending(path: "stderr")
    try Data().write(to: output)
    try Data().write(to: error)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    return (process, output, error)
  }

  func run(_ arguments: String...) throws -> Result {
    let began = Date()
    let (process, output, error) = try start(arguments)
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus,
      output: try String(contentsOf: output, encoding: .utf8),
      error: try String(contentsOf: error, encoding: .utf8), seconds: -began.timeIntervalSinceNow)
  }
}
