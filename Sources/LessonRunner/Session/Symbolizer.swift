internal import LessonModel
internal import Records

/// Names the lesson's lines that return addresses stand for.
struct Symbolizer {
  let toolchain: Toolchain

  /// Holds one frame in the lesson.
  struct Frame {
    var function: String
    var file: String
    var line: Int
    var column: Int
  }

  /// The source places of frames, innermost first; inlined functions give a place each.
  func frames(_ frames: [Failure.Frame], library: (Int) -> String) -> [Frame] {
    guard !frames.isEmpty else { return [] }
    let known = places(frames, library)
    if known.contains(where: { $0.line > 0 }) { return known }
    // Some instructions belong to no line; the nearest one before the innermost of them does.
    let before = stride(from: UInt64(4), through: 128, by: 4).compactMap { step in
      frames[0].offset > step
        ? Failure.Frame(segment: frames[0].segment, offset: frames[0].offset - step) : nil
    }
    return known + places(before, library).filter { $0.line > 0 }.prefix(1)
  }

  private func places(_ frames: [Failure.Frame], _ library: (Int) -> String) -> [Frame] {
    guard let symbolizer = toolchain.symbolizer else { return [] }
    let questions = frames.map { "\(library($0.segment)) 0x\(String($0.offset, radix: 16))" }
    guard
      let result = try? ChildProcess.run(
        symbolizer, ["--output-style=LLVM", "--inlines", "--demangle"] + questions)
    else { return [] }
    let lines = String(decoding: result.output, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.isEmpty }
    var found: [Frame] = []
    var index = 0
    while index + 1 < lines.count {
      if let frame = Symbolizer.frame(String(lines[index]), String(lines[index + 1])) {
        found.append(frame)
      }
      index += 2
    }
    return found
  }

  private static func frame(_ function: String, _ place: String) -> Frame? {
    let parts = place.split(separator: " ").first?.split(separator: ":") ?? []
    guard parts.count >= 2 else { return nil }
    if parts.count >= 3, let line = Int(parts[parts.count - 2]),
      let column = Int(parts[parts.count - 1])
    {
      return Frame(
        function: function, file: parts.dropLast(2).joined(separator: ":"), line: line,
        column: column)
    }
    guard let line = Int(parts[parts.count - 1]) else { return nil }
    return Frame(
      function: function, file: parts.dropLast().joined(separator: ":"), line: line, column: 0)
  }
}
