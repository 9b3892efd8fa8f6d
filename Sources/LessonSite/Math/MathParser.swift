internal import Markup

/// Reads TeX's math language into MathML Core.
///
///     MathParser.parse(#"\ket{\psi}"#).element  // <mrow><mo>|</mo><mi>ψ</mi><mo>⟩</mo></mrow>
///
/// Each kind of construct has a file of its own; this one holds the state, rows, groups and scripts.
struct MathParser {
  /// Holds what a formula became.
  struct Result {
    /// The MathML of the whole formula, nil where a fault leaves nothing to show.
    var element: Element?
    /// The number that `\tag` gave.
    var tag: String?
    var faults: [MathFault]
  }

  /// How deep groups may nest: far beyond any formula, far below any stack.
  static let deepest = 60

  let tokens: [MathToken]
  var index = 0
  var alphabet: MathAlphabet?
  var tag: String?
  var faults: [MathFault] = []
  var depth = 0
  /// Whether `|` divides the parts of a `\braket` just now.
  var barsDivide = false

  /// Parses a formula without its delimiters.
  static func parse(_ tex: String) -> Result {
    var parser = MathParser(tokens: MathLexer.tokens(tex))
    do throws(MathFault) {
      let atoms = try parser.row()
      if parser.peek.kind != .end { throw parser.unexpected() }
      let element = parser.faults.isEmpty ? MathRow.element(atoms) : nil
      return Result(element: element, tag: parser.tag, faults: parser.faults)
    } catch {
      return Result(element: nil, tag: nil, faults: parser.faults + [error])
    }
  }

  init(tokens: [MathToken]) { self.tokens = tokens }

  // MARK: Tokens

  var peek: MathToken { tokens[min(index, tokens.count - 1)] }

  mutating func next() -> MathToken {
    let token = peek
    index += 1
    return token
  }

  mutating func skipSpaces() { while peek.kind == .space { index += 1 } }

  /// Takes the next token where it is the character, spaces before it left out.
  mutating func takes(_ character: Character) -> Bool {
    skipSpaces()
    guard peek.kind == .character(character) else { return false }
    index += 1
    return true
  }

  func fault(
    _ id: String, at token: MathToken, _ summary: String, _ suggestion: String? = nil
  ) -> MathFault {
    MathFault(
      id: id, offset: token.offset, length: token.length, summary: summary, suggestion: suggestion)
  }

  /// The fault of a token that cannot stand where it stands.
  func unexpected() -> MathFault {
    let token = peek
    switch token.kind {
    case .end:
      return fault("tex-syntax", at: token, "the formula ends too early")
    case .close:
      return fault("tex-syntax", at: token, "'}' closes nothing", "Write '\\}' for a brace.")
    case .ampersand, .newline:
      let sign = token.kind == .newline ? "\\\\" : "&"
      return fault(
        "tex-syntax", at: token, "'\(sign)' stands outside an environment",
        "Put the lines into \\begin{aligned} … \\end{aligned}.")
    case .command(let name):
      return fault("tex-syntax", at: token, "'\\\(name)' cannot stand here")
    default:
      return fault("tex-syntax", at: token, "this sign cannot stand here")
    }
  }

  /// Goes one level deeper for as long as `body` runs.
  mutating func nested<Value>(
    _ body: (inout MathParser) throws(MathFault) -> Value
  ) throws(MathFault) -> Value {
    depth += 1
    defer { depth -= 1 }
    if depth > MathParser.deepest {
      throw fault(
        "tex-too-deep", at: peek, "the formula nests more than \(MathParser.deepest) levels deep",
        "Name a part of it and write that part on its own.")
    }
    return try body(&self)
  }

  // MARK: Rows

  /// Reads atoms up to whatever ends the row, which stays unread.
  mutating func row() throws(MathFault) -> [MathAtom] {
    try nested { (parser) throws(MathFault) in
      var atoms: [MathAtom] = []
      while true {
        parser.skipSpaces()
        switch parser.peek.kind {
        case .end, .close, .ampersand, .newline: return atoms
        case .command("right"), .command("end"), .command("middle"): return atoms
        case .character("|") where parser.barsDivide: return atoms
        case .character("]") where parser.bracketEnds: return atoms
        case .command(let name) where MathParser.styles[name] != nil:
          _ = parser.next()
          let rest = try parser.row()
          atoms.append(MathParser.styled(MathRow.element(rest), name))
        case .command("limits"), .command("nolimits"):
          let isBelow = parser.next().kind == .command("limits")
          if !atoms.isEmpty { atoms[atoms.count - 1].scripts = isBelow ? .limits : .beside }
          try parser.attachScripts(&atoms)
        default:
          try parser.atom(into: &atoms)
          try parser.attachScripts(&atoms)
        }
      }
    }
  }

  /// Whether `]` ends the row just now, as it does in an optional argument.
  var bracketEnds = false

  /// Reads `{…}` as a row of its own, in which no outer rule holds.
  mutating func group() throws(MathFault) -> [MathAtom] {
    let open = next()
    let outer = (barsDivide, bracketEnds)
    (barsDivide, bracketEnds) = (false, false)
    defer { (barsDivide, bracketEnds) = outer }
    let atoms = try row()
    guard peek.kind == .close else {
      if peek.kind == .end {
        throw fault("tex-syntax", at: open, "'{' is never closed", "Close it with '}'.")
      }
      throw unexpected()
    }
    index += 1
    return atoms
  }

  /// Reads an argument: a group, or a single atom.
  mutating func argument(of command: MathToken) throws(MathFault) -> Element {
    MathRow.element(try argumentAtoms(of: command))
  }

  mutating func argumentAtoms(of command: MathToken) throws(MathFault) -> [MathAtom] {
    skipSpaces()
    switch peek.kind {
    case .open: return try group()
    case .end, .close, .ampersand, .newline, .superscript, .subscript:
      throw fault("tex-syntax", at: command, "an argument is missing after this")
    case .character(let character) where character.isNumber:
      index += 1
      return [number(String(character))]
    default:
      return try nested { (parser) throws(MathFault) in
        var atoms: [MathAtom] = []
        try parser.atom(into: &atoms)
        return atoms
      }
    }
  }

  /// Reads an optional argument `[…]`, nil where there is none.
  mutating func optionalArgument() throws(MathFault) -> Element? {
    skipSpaces()
    guard peek.kind == .character("[") else { return nil }
    let open = next()
    let outer = bracketEnds
    bracketEnds = true
    defer { bracketEnds = outer }
    let atoms = try row()
    guard takes("]") else { throw fault("tex-syntax", at: open, "'[' is never closed") }
    return MathRow.element(atoms)
  }

  // MARK: Scripts

  /// Reads primes, `_` and `^` and sets them at the last atom.
  private mutating func attachScripts(_ atoms: inout [MathAtom]) throws(MathFault) {
    var lower: Element?
    var upper: [Element] = []
    var hasUpper = false
    while true {
      skipSpaces()
      let token = peek
      switch token.kind {
      case .character("'"):
        var count = 0
        while takes("'") { count += 1 }
        upper.append(Element("mo", [], [.text(MathParser.primes(count))]))
      case .subscript:
        index += 1
        if lower != nil {
          throw fault("tex-syntax", at: token, "a second subscript", "Use braces.")
        }
        lower = try argument(of: token)
      case .superscript:
        index += 1
        if hasUpper { throw fault("tex-syntax", at: token, "a second superscript", "Use braces.") }
        hasUpper = true
        upper.append(try argument(of: token))
      default:
        if lower == nil && upper.isEmpty { return }
        let base = atoms.popLast() ?? MathAtom(Element("mrow"))
        let top = upper.count > 1 ? Element("mrow", [], upper.map(Node.element)) : upper.first
        return atoms.append(MathParser.scripted(base, lower, top))
      }
    }
  }

  private static func primes(_ count: Int) -> String {
    count <= 3 ? ["", "′", "″", "‴"][count] : String(repeating: "′", count: count)
  }

  private static func scripted(_ base: MathAtom, _ lower: Element?, _ upper: Element?) -> MathAtom {
    let isBeside = base.scripts == .beside
    let name =
      switch (lower, upper) {
      case (_?, _?): isBeside ? "msubsup" : "munderover"
      case (_?, nil): isBeside ? "msub" : "munder"
      default: isBeside ? "msup" : "mover"
      }
    var core = base.element
    if base.scripts == .limits, core.name == "mo",
      core["movablelimits"] != nil || base.kind == .large
    {
      core = core.setting("movablelimits", to: "false")
    }
    let parts = [core, lower, upper].compactMap { $0 }.map(Node.element)
    // What holds a script has been placed: a second script, as in {x^2}_1, stands beside it.
    return MathAtom(Element(name, [], parts), base.kind)
  }
}
