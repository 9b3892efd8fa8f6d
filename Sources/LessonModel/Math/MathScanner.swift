/// Finds the math in one paragraph's text, in linear time.
struct MathScanner {
  /// Holds one piece of math by its offsets in the paragraph's text.
  struct Found {
    var isDisplay: Bool
    /// The piece with its dollars and label.
    var range: Range<Int>
    /// The TeX between the dollars.
    var tex: Range<Int>
    /// The label in `{#eq-x}` behind display math.
    var label: String?
  }

  private let bytes: [UInt8]
  private(set) var found: [Found] = []
  /// Where a `$$` stands that nothing closes.
  private(set) var unclosed: [Int] = []

  // What was looked for in vain is not looked for again, which keeps the scan linear.
  private var vainRuns: Set<Int> = []
  private var vainInline = 0
  private var isTickVain = false
  private var isDisplayVain = false

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case 92: index += 2
      case 96: index = behindCode(at: index)
      case 36: index = behindDollar(at: index)
      default: index += 1
      }
    }
  }

  /// Whether display math is open at the end of a line, given whether it is at its start.
  static func isOpen(_ isOpen: Bool, behind line: ArraySlice<UInt8>) -> Bool {
    var isOpen = isOpen
    var index = line.startIndex
    while index < line.endIndex {
      let isDisplay = line[index] == 36 && index + 1 < line.endIndex && line[index + 1] == 36
      if isDisplay { isOpen.toggle() }
      index += isDisplay || line[index] == 92 ? 2 : 1
    }
    return isOpen
  }

  private func run(at start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] == 96 { index += 1 }
    return index - start
  }

  private mutating func behindCode(at start: Int) -> Int {
    let length = run(at: start)
    guard !vainRuns.contains(length) else { return start + length }
    var index = start + length
    while index < bytes.count {
      let other = run(at: index)
      if other == length { return index + length }
      index += max(other, 1)
    }
    vainRuns.insert(length)
    return start + length
  }

  private mutating func behindDollar(at start: Int) -> Int {
    let next = start + 1
    guard next < bytes.count else { return next }
    switch bytes[next] {
    case 36: return behindDisplay(at: start)
    case 96: return behindTick(at: start)
    case let byte where isSpace(byte): return next
    default: break
    }
    guard let close = inlineEnd(from: next) else { return next }
    found.append(Found(isDisplay: false, range: start..<(close + 1), tex: next..<close))
    return close + 1
  }

  private mutating func behindDisplay(at start: Int) -> Int {
    guard !isDisplayVain else { return start + 2 }
    var index = start + 2
    while index + 1 < bytes.count, bytes[index] != 36 || bytes[index + 1] != 36 {
      index += bytes[index] == 92 ? 2 : 1
    }
    guard index + 1 < bytes.count else {
      isDisplayVain = true
      unclosed.append(start)
      return start + 2
    }
    let tex = (start + 2)..<index
    guard !bytes[tex].allSatisfy(isSpace) else { return index + 2 }
    let (label, end) = label(behind: index + 2)
    found.append(Found(isDisplay: true, range: start..<end, tex: tex, label: label))
    return end
  }

  /// The label `{#eq-x}` behind display math, and the end of what belongs to the math.
  private func label(behind end: Int) -> (String?, Int) {
    let line = bytes[end...].prefix { $0 != 10 }
    let text = line.drop { $0 == 32 || $0 == 9 }
    guard text.starts(with: [123, 35]), let close = text.firstIndex(of: 125) else {
      return (nil, end)
    }
    return (String(decoding: text[(text.startIndex + 2)..<close], as: UTF8.self), close + 1)
  }

  /// Reads a Git forge's `` $`…`$ ``.
  private mutating func behindTick(at start: Int) -> Int {
    guard !isTickVain else { return start + 1 }
    var index = start + 2
    while index + 1 < bytes.count, bytes[index] != 96 || bytes[index + 1] != 36 { index += 1 }
    guard index + 1 < bytes.count else {
      isTickVain = true
      return start + 1
    }
    guard index > start + 2 else { return start + 1 }
    found.append(Found(isDisplay: false, range: start..<(index + 2), tex: (start + 2)..<index))
    return index + 2
  }

  /// Where inline math ends.
  ///
  /// A dollar closes it where no space stands before it and no digit behind, so that prices are left
  /// alone (Pandoc's rule).
  private mutating func inlineEnd(from start: Int) -> Int? {
    guard start >= vainInline else { return nil }
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == 92 {
        index += 2
        continue
      }
      if bytes[index] == 36 {
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let isBehindSpace = isSpace(bytes[index - 1])
        if !isBehindSpace, !(48...57).contains(next) { return index }
        if isBehindSpace && next == 36 { break }
      }
      index += 1
    }
    vainInline = index
    return nil
  }
}
