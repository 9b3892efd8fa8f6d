internal import Glibc
public import LessonModel

/// Names the compiler, the linker and the library that cells are built with.
public struct Toolchain: Sendable {
  /// What the compiler says it is, for example `Swift version 6.3.1 (swift-6.3.1-RELEASE)`.
  public let version: String
  let frontend: String
  let linker: String
  let symbolizer: String?
  let runtime: String
  let libraries: String
  /// The folder with LessonKit's compiled interface, beside this executable.
  let modules: String
  let moduleMaps: [String]
  /// The cache of compiled C modules, always named by the same path: the files in it name each other.
  let moduleCache: String?
  /// The executable that cells are loaded into.
  let session: String

  /// Finds the toolchain of the `swiftc` on the path and the modules beside this executable.
  ///
  /// - Throws: a `Diagnostic` `toolchain-not-found` or `library-not-found` that names what is missing.
  public static func find() throws(Diagnostic) -> Toolchain {
    guard let compiler = onPath("swiftc") ?? onPath("swift") else {
      throw missing("there is no swiftc on the PATH")
    }
    let bin = folder(of: resolved(compiler))
    let frontend = "\(bin)/swift-frontend"
    let linker = "\(bin)/ld.lld"
    let libraries = "\(folder(of: bin))/lib/swift/linux"
    #if arch(x86_64)
      let architecture = "x86_64"
    #else
      let architecture = "aarch64"
    #endif
    let runtime = "\(libraries)/\(architecture)/swiftrt.o"
    for path in [frontend, linker, runtime] where !Files.exists(path) {
      throw missing("\(path) does not exist")
    }
    let products = folder(of: resolved("/proc/self/exe"))
    let session = "\(products)/ketbook"
    guard let modules = modulesFolder(products), Files.exists(session) else {
      throw Diagnostic(
        id: "library-not-found", path: products,
        summary: "LessonKit's compiled interface is missing",
        suggestion: "Build Ketbook with `swift build -c release` and run it from there.")
    }
    let symbolizer = "\(bin)/llvm-symbolizer"
    return Toolchain(
      version: version(of: frontend), frontend: frontend, linker: linker,
      symbolizer: Files.exists(symbolizer) ? symbolizer : nil, runtime: runtime,
      libraries: libraries, modules: modules.folder, moduleMaps: modules.maps,
      moduleCache: access(products, W_OK) == 0 ? "\(products)/CellModuleCache" : nil,
      session: session)
  }

  private static func missing(_ what: String) -> Diagnostic {
    Diagnostic(
      id: "toolchain-not-found", path: "swiftc", summary: "cells cannot be compiled: \(what)",
      suggestion: "Install Swift 6.2 or newer from swift.org and put its `usr/bin` on the PATH.")
  }

  /// The compiled modules and the module maps of C targets that they were built with.
  private static func modulesFolder(_ products: String) -> (folder: String, maps: [String])? {
    let folder = "\(products)/Modules"
    guard Files.exists("\(folder)/LessonKit.swiftmodule") else { return nil }
    let build = Toolchain.folder(of: Toolchain.folder(of: products))
    let candidates = [
      "\(products)/Kernels.build/module.modulemap",
      "\(products)/SessionSupport.build/module.modulemap",
      "\(build)/checkouts/swift-numerics/Sources/_NumericsShims/include/module.modulemap",
    ]
    return (folder, candidates.filter(Files.exists))
  }

  private static func version(of frontend: String) -> String {
    guard let result = try? ChildProcess.run(frontend, ["-frontend", "-version"]) else {
      return "unknown"
    }
    let text = String(decoding: result.output, as: UTF8.self)
    return text.split(separator: "\n").first { $0.contains("Swift version") }.map(String.init)
      ?? "unknown"
  }

  private static func onPath(_ name: String) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? ""
    return path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return String(path[..<slash])
  }
}
