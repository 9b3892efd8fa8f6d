import Glibc

/// Times a step as the peers do: several runs of many calls, each as long as its share of the time.
struct Measurement {
  /// Seconds for a call, one value for every run.
  let seconds: [Double]
  /// Seconds of CPU for a call, one value for every run.
  let cpuSeconds: [Double]
  /// The number of calls in a run.
  let calls: Int

  init(seconds total: Double, runs: Int, _ step: () throws -> Void) rethrows {
    try step()
    var calls = 1
    var once = try Measurement.time(1, step).wall
    while once * Double(calls) < 0.05, calls < 1 << 20 {
      calls *= 4
      once = try Measurement.time(calls, step).wall / Double(calls)
    }
    let count = max(1, Int(total / Double(max(runs, 1)) / max(once, 1e-9)))
    let times = try (0..<max(runs, 1)).map { _ in try Measurement.time(count, step) }
    seconds = times.map { $0.wall / Double(count) }
    cpuSeconds = times.map { $0.cpu / Double(count) }
    self.calls = count
  }

  /// The middle of the runs.
  var median: Double { Measurement.median(seconds) }
  /// The middle of the runs, in CPU time.
  var cpuMedian: Double { Measurement.median(cpuSeconds) }

  static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }

  static func now(_ clock: clockid_t = CLOCK_MONOTONIC) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static func time(
    _ count: Int, _ step: () throws -> Void
  ) rethrows -> (wall: Double, cpu: Double) {
    let wall = now()
    let cpu = now(CLOCK_PROCESS_CPUTIME_ID)
    for _ in 0..<count { try step() }
    return (now() - wall, now(CLOCK_PROCESS_CPUTIME_ID) - cpu)
  }
}
