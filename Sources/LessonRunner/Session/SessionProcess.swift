internal import Glibc
internal import Processes
internal import Records

/// Starts a session process and reports what it sends until nothing of it is left.
struct SessionProcess {
  /// Says what happened in a session.
  enum Event {
    case record(Record)
    /// Bytes that bypassed `print`: written to descriptor 1 or 2 itself.
    case bytes(Record.Stream, [UInt8])
    /// The channel carried something that is no record; it is not read further.
    case damaged(WireError)
    /// The time limit was over; the session was asked to say where it is.
    case timeLimit
  }

  /// Holds one segment that a session loads.
  struct Segment {
    var number: Int
    var library: String
    var isExpectedToFail: Bool
  }

  var segments: [Segment]
  var seed: UInt64
  var limits: Limits
  var executable: String

  /// Runs the session.
  ///
  /// - Parameters:
  ///   - deadline: asked after every event for the seconds that may pass until the next limit.
  ///   - handle: called for every event, in order.
  /// - Returns: the exit code, 128 plus a signal, or nil where no process could be started.
  func run(deadline: () -> Double, handle: (Event) -> Void) -> Int32? {
    var pipes = [[Int32]](repeating: [-1, -1], count: 3)
    for index in 0..<3 where ketbook_pipe(&pipes[index]) != 0 { return nil }
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    var arguments = ["ketbook", "__session", "3", "\(seed)"]
    for segment in segments {
      arguments += [
        "\(segment.number)", segment.isExpectedToFail ? "fork" : "run", segment.library,
      ]
    }
    var process: pid_t = 0
    var bounds = ketbook_limits(
      memory: limits.memory, file_size: limits.fileSize, cpu: limits.processorSeconds)
    let descriptors = [null, pipes[0][1], pipes[1][1], pipes[2][1]]
    let code = CStrings.with(arguments) { arguments in
      CStrings.with(ChildProcess.environment) { environment in
        ketbook_supervise(
          executable, arguments, environment, descriptors, 4, &bounds, &process)
      }
    }
    for descriptor in descriptors { close(descriptor) }
    guard code == 0 else {
      for pipe in pipes { close(pipe[0]) }
      return nil
    }
    follow(process, pipes.map { $0[0] }, deadline: deadline, handle: handle)
    return ChildProcess.wait(for: process)
  }

  private func follow(
    _ process: pid_t, _ inputs: [Int32], deadline: () -> Double, handle: (Event) -> Void
  ) {
    // The records come first, so that their text stands before what the raw descriptors carry.
    var polled = [inputs[2], inputs[0], inputs[1]].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    var decoder = RecordDecoder()
    var isReadable = true
    var asked: Double?
    while polled.contains(where: { $0.fd >= 0 }) {
      let now = Clock.now
      var wait = deadline() - now
      if let asked { wait = asked + 1 - now }
      let milliseconds = Int32(min(max((wait * 1000).rounded(.up), 0), 1_000_000))
      let ready = poll(&polled, 3, milliseconds)
      if ready == 0 {
        if asked == nil {
          asked = Clock.now
          handle(.timeLimit)
          ketbook_interrupt(process)
        } else {
          kill(process, SIGTERM)
          asked = .infinity
        }
        continue
      }
      for index in 0..<3 where polled[index].fd >= 0 && polled[index].revents != 0 {
        // A cell that writes past `print` waits for its bytes to be read before it ends; with the
        // records before them taken in first, they go to the cell that wrote them.
        while index > 0, polled[0].fd >= 0, isReadable, SessionProcess.isReady(polled[0].fd),
          let bytes = Descriptor.read(polled[0].fd)
        {
          decoder.append(bytes)
          isReadable = SessionProcess.deliver(&decoder, handle)
        }
        guard let bytes = Descriptor.read(polled[index].fd) else {
          close(polled[index].fd)
          polled[index].fd = -1
          continue
        }
        if index > 0 {
          handle(.bytes(index == 1 ? .standardOutput : .standardError, bytes))
        } else if isReadable {
          decoder.append(bytes)
          isReadable = SessionProcess.deliver(&decoder, handle)
        }
      }
    }
  }

  private static func isReady(_ descriptor: Int32) -> Bool {
    var polled = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, 0) == 1 && polled.revents & Int16(POLLIN) != 0
  }

  private static func deliver(_ decoder: inout RecordDecoder, _ handle: (Event) -> Void) -> Bool {
    do throws(WireError) {
      while let record = try decoder.next() { handle(.record(record)) }
      return true
    } catch {
      handle(.damaged(error))
      return false
    }
  }
}

/// Reads the clock that limits and durations are measured with.
enum Clock {
  /// Seconds since an arbitrary start, never stepping back.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }
}
