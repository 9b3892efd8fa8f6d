internal import Glibc
internal import Processes

/// Holds the temporary folder of one `ketbook` command and sees to its removal, whatever happens.
///
/// A guard process holds the other end of a pipe: when this process ends, in whatever way, the guard
/// removes every path that was registered.
public final class Workspace: @unchecked Sendable {
  private let path: String
  private let guardDescriptor: Int32
  private let guardProcess: pid_t
  private var mutex = pthread_mutex_t()
  private var count = 0

  /// Creates a temporary folder and its guard; nil where neither a folder nor a process can be had.
  public init?() {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var descriptor: Int32 = -1
    var process: pid_t = 0
    guard ketbook_guard(&descriptor, &process) == 0 else { return nil }
    var template = Array("\(base)/ketbook-XXXXXX".utf8CString)
    // Named to the guard before it is made would be safer still, but mkdtemp chooses the name.
    guard mkdtemp(&template) != nil else {
      Glibc.close(descriptor)
      waitpid(process, nil, 0)
      return nil
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guardDescriptor = descriptor
    guardProcess = process
    pthread_mutex_init(&mutex, nil)
    willCreate(path)
  }

  /// Has a path removed at the end, if it is still there.
  public func willCreate(_ path: String) {
    let bytes = Array(path.utf8) + [0]
    _ = bytes.withUnsafeBytes { Glibc.write(guardDescriptor, $0.baseAddress, $0.count) }
  }

  /// Creates a new folder inside the temporary one.
  func folder() -> String? {
    pthread_mutex_lock(&mutex)
    count += 1
    let inner = "\(path)/\(count)"
    pthread_mutex_unlock(&mutex)
    return mkdir(inner, 0o700) == 0 ? inner : nil
  }

  /// Removes the folder and waits until nothing is left.
  public func close() {
    Glibc.close(guardDescriptor)
    waitpid(guardProcess, nil, 0)
  }
}

/// Reads and writes small files.
enum Files {
  static func write(_ text: String, to path: String) -> Bool {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var text = text
    return text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        let count = Glibc.write(
          descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
        if count < 0 && errno == EINTR { continue }
        guard count > 0 else { return false }
        done += count
      }
      return true
    }
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
