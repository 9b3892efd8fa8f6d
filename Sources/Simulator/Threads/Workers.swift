internal import Glibc
internal import Kernels

/// Runs independent pieces of work on POSIX threads that are joined before the call returns.
///
/// libdispatch and Swift concurrency keep threads alive, and a process with live threads cannot be
/// forked for a snapshot between two cells; so the physics uses nothing but this.
public enum Workers {
  /// The number of processors this process may run on.
  public static var available: Int { Int(ketbook_processors()) }

  /// Calls `body` once for every index in 0..<count, on up to `threads` threads.
  ///
  /// Which thread runs which index is not defined: a result must depend on the index only.
  /// With one thread, or where a thread cannot be started, the work runs on the caller's.
  public static func forEach(
    count: Int, threads: Int = Workers.available, _ body: @Sendable (Int) -> Void
  ) {
    let workers = min(max(threads, 1), count)
    guard workers > 1 else {
      for index in 0..<max(count, 0) { body(index) }
      return
    }
    withoutActuallyEscaping(body) { escaping in
      let queue = Queue(count: count, body: escaping)
      var started: [pthread_t] = []
      for _ in 1..<workers {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(queue)
        let status = pthread_create(
          &thread, nil,
          { raw in
            guard let raw else { return nil }
            Unmanaged<Queue>.fromOpaque(raw).takeRetainedValue().drain()
            return nil
          }, context.toOpaque())
        if status == 0 { started.append(thread) } else { context.release() }
      }
      queue.drain()
      for thread in started { pthread_join(thread, nil) }
    }
  }
}

/// Hands out the indices of one `Workers.forEach` call.
private final class Queue: @unchecked Sendable {
  private let count: Int
  private let body: @Sendable (Int) -> Void
  private var next = 0
  private var mutex = pthread_mutex_t()

  init(count: Int, body: @escaping @Sendable (Int) -> Void) {
    self.count = count
    self.body = body
    pthread_mutex_init(&mutex, nil)
  }

  deinit { pthread_mutex_destroy(&mutex) }

  func drain() {
    while let index = take() { body(index) }
  }

  private func take() -> Int? {
    pthread_mutex_lock(&mutex)
    defer { pthread_mutex_unlock(&mutex) }
    guard next < count else { return nil }
    defer { next += 1 }
    return next
  }
}
