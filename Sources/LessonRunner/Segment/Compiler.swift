internal import LessonModel

/// Calls the Swift compiler and the linker on generated files.
struct Compiler: Sendable {
  let toolchain: Toolchain
  /// The folder for the generated files of one lesson.
  let folder: String

  /// Holds what a call of the compiler gave.
  struct Result {
    var succeeded: Bool
    var messages: [CompilerMessage]
    /// What the compiler printed, for the case that it gave no message at all.
    var raw: String
  }

  /// Lists a file's top-level items; takes a few hundredths of a second and no type check.
  func parse(_ text: String, name: String) throws(Diagnostic) -> ParsedItems? {
    let path = try write(text, name)
    let result = try run(
      toolchain.frontend,
      ["-frontend", "-dump-parse", "-dump-ast-format", "json", "-swift-version", "5", path])
    return ParsedItems(json: result.output)
  }

  /// Checks a file without making code.
  func typeCheck(_ text: String, name: String) throws(Diagnostic) -> Result {
    try frontend(["-typecheck"] + common(module: name) + [try write(text, name)])
  }

  /// Compiles a segment to a library and, where a later segment needs it, its interface.
  func compile(_ text: String, number: Int, emitsModule: Bool) throws(Diagnostic) -> Result {
    let name = "\(SegmentSource.module)\(number)"
    var arguments =
      ["-c"] + common(module: name) + [
        "-g", "-entry-point-function-name", "segment\(number)_main",
        "-o", "\(folder)/\(name).o", try write(text, name),
      ]
    if emitsModule {
      arguments += ["-emit-module-path", "\(folder)/\(name).swiftmodule", "-enable-testing"]
    }
    let compiled = try frontend(arguments)
    guard compiled.succeeded else { return compiled }
    let linked = try run(
      toolchain.linker,
      [
        "-shared", "-o", library(number), "\(folder)/\(name).o", toolchain.runtime,
        "-L", toolchain.libraries, "-lswiftCore", "-lswiftSwiftOnoneSupport",
        // An optimised executable does not bring the second one along.
        "-rpath", toolchain.libraries,
      ])
    let text = String(decoding: linked.error, as: UTF8.self)
    return Result(succeeded: linked.status == 0, messages: compiled.messages, raw: text)
  }

  /// The path of a segment's library.
  func library(_ number: Int) -> String { "\(folder)/\(SegmentSource.module)\(number).so" }

  private func common(module: String) -> [String] {
    var arguments = [
      "-module-name", module, "-swift-version", "5", "-I", toolchain.modules, "-I", folder,
      "-diagnostic-style", "llvm", "-module-cache-path",
      toolchain.moduleCache ?? "\(folder)/ModuleCache",
    ]
    for map in toolchain.moduleMaps { arguments += ["-Xcc", "-fmodule-map-file=\(map)"] }
    return arguments
  }

  private func frontend(_ arguments: [String]) throws(Diagnostic) -> Result {
    let result = try run(toolchain.frontend, ["-frontend"] + arguments)
    let text = String(decoding: result.error, as: UTF8.self)
    return Result(
      succeeded: result.status == 0, messages: CompilerMessage.all(in: text), raw: text)
  }

  private func write(_ text: String, _ name: String) throws(Diagnostic) -> String {
    let path = "\(folder)/\(name).swift"
    guard Files.write(text, to: path) else {
      throw Diagnostic(
        id: "workspace-not-writable", path: folder,

        summary: "cannot write the temporary file \(path)",
        suggestion: "Free some space, or point TMPDIR to a folder that can be written.")
    }
    return path
  }

  private func run(_ path: String, _ arguments: [String]) throws(Diagnostic) -> ChildProcess.Result
  {
    do { return try ChildProcess.run(path, arguments) } catch {
      switch error {
      case .cannotStart(let path, let reason):
        throw Diagnostic(
          id: "tool-not-started", path: path, summary: "cannot start \(path): \(reason)",
          suggestion: "Check the Swift toolchain's installation.")
      }
    }
  }
}
