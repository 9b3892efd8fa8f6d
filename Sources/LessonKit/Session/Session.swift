internal import Glibc
internal import Records
internal import SessionSupport
public import Simulator

/// The process in which a lesson's cells run.
public enum Session {
  /// The seed of the lesson, from its front matter.
  nonisolated(unsafe) static var seed: UInt64 = 0

  /// Loads compiled segments one after the other and runs them; called in a process of its own.
  ///
  /// - Parameter arguments: the channel's descriptor, the seed, then for every segment its number,
  ///   `fork` or `run`, and the path of its library. A `fork` segment runs in a child whose end does
  ///   not matter: it is a cell that is expected to fail.
  /// - Returns: the exit code.
  public static func run(_ arguments: [String]) -> Int32 {
    guard arguments.count >= 2, let descriptor = Int32(arguments[0]),
      let seed = UInt64(arguments[1])
    else { return 2 }
    Session.seed = seed
    ketbook_session_start(descriptor)
    Channel.send(.start(version: Record.version))
    ExperimentReports.start()
    var rest = arguments.dropFirst(2)
    while rest.count >= 3, let number = Int(rest.removeFirst()) {
      let isExpectedToFail = rest.removeFirst() == "fork"
      let path = rest.removeFirst()
      if isExpectedToFail {
        runForked(path, number: number)
      } else if !load(path, number: number) {
        return 1
      }
    }
    ketbook_channel_flush()
    Channel.send(.finish)
    return 0
  }

  /// Runs a segment in a child, so that its failure leaves this process as it was.
  private static func runForked(_ path: String, number: Int) {
    ketbook_channel_flush()
    let child = ketbook_fork()
    if child == 0 {
      let loaded = load(path, number: number)
      ketbook_channel_flush()
      ketbook_end(loaded ? 0 : 1)
    }
    guard child > 0 else {
      Channel.send(.failure(Failure(kind: .load, summary: "no process could be started")))
      return
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0 && errno == EINTR {}
  }

  private typealias Main =
    @convention(c) (Int32, UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?)
    -> Int32

  private static func load(_ path: String, number: Int) -> Bool {
    guard let library = dlopen(path, RTLD_NOW | RTLD_GLOBAL),
      let symbol = dlsym(library, "segment\(number)_main")
    else {
      let reason = dlerror().map { String(cString: $0) } ?? "no entry point"
      Channel.send(.failure(Failure(kind: .load, summary: reason)))
      return false
    }
    ketbook_segment_loaded(Int32(number), symbol)
    var arguments: [UnsafeMutablePointer<CChar>?] = [nil]
    _ = arguments.withUnsafeMutableBufferPointer {
      unsafeBitCast(symbol, to: Main.self)(0, $0.baseAddress)
    }
    ketbook_channel_flush()
    return true
  }
}

/// The seed of this lesson, from `seed:` in its front matter.
public var seed: UInt64 { Session.seed }

/// Returns a generator for one use in this lesson, the same on every run.
///
///     var shots = generator(for: "shots")
///
/// - Parameter use: a name for what the numbers are for; another name gives other numbers.
public func generator(for use: String) -> SeededGenerator {
  SeededGenerator(seed: seed).split(use)
}
