internal import Glibc

/// Reads and writes whole files through system calls; every failure is a value with its reason.
enum Files {
  enum Failure: Error {
    case missing
    case system(String)
  }

  static func read(_ path: String) throws(Failure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing : .system(reason())
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .system("not a regular file")
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    var filled = 0
    while filled < bytes.count {
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw .system(reason()) }
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(bytes.count - filled)
    return bytes
  }

  /// Writes a file beside its final place and renames it, so that a reader never sees a part.
  static func write(_ bytes: [UInt8], to path: String, temporary: String) throws(Failure) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    var descriptor = open(temporary, flags, 0o644)
    if descriptor < 0 && errno == EEXIST {  // left behind by a process that died
      unlink(temporary)
      descriptor = open(temporary, flags, 0o644)
    }
    guard descriptor >= 0 else { throw .system(reason()) }
    do throws(Failure) {
      var done = 0
      while done < bytes.count {
        let count = bytes.withUnsafeBytes { buffer in
          Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
        }
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { throw .system(reason()) }
        done += count
      }
      let closed = close(descriptor)
      descriptor = -1
      guard closed == 0 else { throw .system(reason()) }
      guard rename(temporary, path) == 0 else { throw .system(reason()) }
    } catch {
      if descriptor >= 0 { close(descriptor) }
      unlink(temporary)
      throw error
    }
  }

  /// Returns a name that no other thread, process or host uses now; it never outlives a write.
  static func uniqueSuffix() -> String {
    let random = UInt64.random(in: 0...UInt64.max)  // the system's: it reaches no result
    return "\(getpid())-\(String(random, radix: 16))"
  }

  /// Creates a folder and those above it.
  static func createFolder(_ path: String) throws(Failure) {
    if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/"), slash > path.startIndex else {
      throw .system(reason())
    }
    try createFolder(String(path[..<slash]))
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw .system(reason()) }
  }

  private static func reason() -> String {
    // strerror speaks the process's locale, which is never set: English on every machine.
    strerror(errno).map { String(cString: $0) } ?? "error \(errno)"
  }
}
