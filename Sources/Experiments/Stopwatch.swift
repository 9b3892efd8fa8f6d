internal import Glibc

/// Measures time for progress reports; no result may depend on it.
struct Stopwatch {
  private let start = Stopwatch.now()

  /// The seconds since the stopwatch was made.
  var seconds: Double { Stopwatch.now() - start }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }
}
