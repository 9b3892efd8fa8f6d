internal import Experiments

/// Shows trainings and other experiments in the terminal while a cell runs them.
enum ExperimentReports {
  static func start() {
    let last = LastShown()
    ExperimentWatcher.current = ExperimentWatcher(
      progress: { title, status in
        guard last.shows(title, status.fraction) else { return }
        progress(title, status.fraction, detail: detail(status))
      },
      event: { event in
        if let warning = event.warning { progress("experiment store", 1, detail: warning) }
      })
  }

  private static func detail(_ status: ExperimentProgress) -> String {
    var parts = ["\(status.done) of \(status.total)"]
    if let figure = status.figure { parts.append("loss \((figure * 1000).rounded() / 1000)") }
    if let left = status.secondsLeft, left >= 0.5 {
      parts.append("\(Int(left.rounded(.up))) s left")
    }
    return parts.joined(separator: ", ")
  }
}

/// Lets a report through when the fraction has moved by a hundredth.
private final class LastShown: @unchecked Sendable {
  // Reports come from one thread at a time.
  private var title = ""
  private var fraction = 0.0

  func shows(_ title: String, _ fraction: Double) -> Bool {
    if title == self.title, fraction < 1, fraction >= self.fraction,
      fraction < self.fraction + 0.01
    {
      return false
    }
    (self.title, self.fraction) = (title, fraction)
    return true
  }
}
