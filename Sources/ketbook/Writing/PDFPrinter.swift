internal import Foundation
internal import LessonModel

/// Prints pages as PDF through Chromium, where it is installed.
struct PDFPrinter: Sendable {
  private static let names = ["chromium", "chromium-browser", "google-chrome", "chrome"]
  private static let patience = 60.0

  private let browser: String

  /// Looks for a browser on the PATH.
  ///
  /// - Throws: a diagnostic where there is none.
  init() throws(Diagnostic) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    let places = PDFPrinter.names.flatMap { name in folders.map { "\($0)/\(name)" } }
    guard let browser = places.first(where: FileManager.default.isExecutableFile) else {
      throw Diagnostic(
        id: "browser-not-found", path: "--pdf", summary: "there is no Chromium to print with",
        suggestion: "Install it, on Debian with `apt install chromium`, or print from a browser.")
    }
    self.browser = browser
  }

  /// Prints a page beside itself; gives what went wrong, nil where nothing did.
  func print(_ page: String) -> Diagnostic? {
    let pdf = (page as NSString).deletingPathExtension + ".pdf"
    let profile = FileManager.default.temporaryDirectory.appending(
      path: "ketbook-print-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: profile) }
    let unfinished = profile.appending(path: "page.pdf")
    do {
      try FileManager.default.createDirectory(at: profile, withIntermediateDirectories: true)
      try run(page, to: unfinished.path, profile: profile.path)
      let data = try Data(contentsOf: unfinished)
      guard data.starts(with: Data("%PDF".utf8)) else { return fault(pdf, "it wrote no PDF") }
      try data.write(to: URL(fileURLWithPath: pdf), options: .atomic)
      return nil
    } catch {
      return fault(pdf, "\(error.localizedDescription)")
    }
  }

  private func run(_ page: String, to pdf: String, profile: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: browser)
    process.arguments = [
      "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking",
      "--no-pdf-header-footer", "--user-data-dir=\(profile)", "--print-to-pdf=\(pdf)",
    ]
    // Chromium refuses its own sandbox to root; the page is ours and runs nothing foreign.
    if getuid() == 0 { process.arguments?.append("--no-sandbox") }
    process.arguments?.append(URL(fileURLWithPath: page).absoluteString)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let end = Date.now + PDFPrinter.patience
    while process.isRunning, Date.now < end { Thread.sleep(forTimeInterval: 0.02) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
  }

  private func fault(_ pdf: String, _ reason: String) -> Diagnostic {
    Diagnostic(
      id: "pdf-not-written", path: pdf, summary: "Chromium could not print the page: \(reason)",
      suggestion: "Open the page in a browser and print it from there.")
  }
}
