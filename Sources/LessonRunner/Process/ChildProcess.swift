internal import Glibc
internal import Processes

/// Runs a tool to its end and keeps what it printed.
enum ChildProcess {
  struct Result {
    /// The exit code, or 128 plus the signal that ended the process.
    var status: Int32
    var output: [UInt8]
    var error: [UInt8]
  }

  enum Failure: Error { case cannotStart(path: String, reason: String) }

  /// Runs a program; it dies with this process.
  static func run(_ path: String, _ arguments: [String]) throws(Failure) -> Result {
    var output: [Int32] = [-1, -1]
    var error: [Int32] = [-1, -1]
    guard ketbook_pipe(&output) == 0, ketbook_pipe(&error) == 0 else {
      throw .cannotStart(path: path, reason: String(cString: strerror(errno)))
    }
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(null) }
    var process: pid_t = 0
    let code = CStrings.with([path] + arguments) { arguments in
      CStrings.with(environment) { environment in
        ketbook_spawn(path, arguments, environment, [null, output[1], error[1]], 3, &process)
      }
    }
    close(output[1])
    close(error[1])
    guard code == 0 else {
      close(output[0])
      close(error[0])
      throw .cannotStart(path: path, reason: String(cString: strerror(code)))
    }
    var result = Result(status: 0, output: [], error: [])
    drain(output[0], error[0], into: &result)
    result.status = wait(for: process)
    return result
  }

  /// Waits for a process and returns its exit code, or 128 plus the signal that ended it.
  static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  /// The environment of tools and sessions: nothing that could make their results depend on the user.
  static var environment: [String] {
    var kept: [String] = []
    for name in ["PATH", "HOME", "TMPDIR", "LD_LIBRARY_PATH", "KETBOOK_STORE", "KETBOOK_PATH"] {
      if let value = getenv(name) { kept.append("\(name)=\(String(cString: value))") }
    }
    return kept + ["LC_ALL=C.UTF-8", "TZ=UTC", "SWIFT_BACKTRACE=enable=no"]
  }

  private static func drain(_ output: Int32, _ error: Int32, into result: inout Result) {
    var polled = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0),
      pollfd(fd: error, events: Int16(POLLIN), revents: 0),
    ]
    while polled.contains(where: { $0.fd >= 0 }) {
      guard poll(&polled, 2, -1) >= 0 || errno == EINTR else { break }
      for index in 0..<2 where polled[index].fd >= 0 && polled[index].revents != 0 {
        if let bytes = Descriptor.read(polled[index].fd) {
          if index == 0 { result.output += bytes } else { result.error += bytes }
        } else {
          close(polled[index].fd)
          polled[index].fd = -1
        }
      }
    }
    for one in polled where one.fd >= 0 { close(one.fd) }
  }
}

/// Reads from descriptors.
enum Descriptor {
  /// The bytes that are there, nil at the end; blocks until one or the other.
  static func read(_ descriptor: Int32) -> [UInt8]? {
    while true {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, initialized in
        count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        initialized = max(count, 0)
      }
      if count > 0 { return bytes }
      if count < 0 && errno == EINTR { continue }
      return nil
    }
  }
}

/// Lends a list of texts to C as a null-terminated array.
enum CStrings {
  static func with<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var pointers = texts.map { strdup($0) }
    pointers.append(nil)
    defer { for pointer in pointers { free(pointer) } }
    return pointers.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else {
        preconditionFailure("an array that holds at least the final null has an address")
      }
      return body(base)
    }
  }
}
