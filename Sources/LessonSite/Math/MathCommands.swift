internal import Markup

extension MathParser {
  /// Reads one atom, without the scripts after it.
  mutating func atom(into atoms: inout [MathAtom]) throws(MathFault) {
    let token = peek
    switch token.kind {
    case .open:
      // In TeX a group is an ordinary atom, whatever it holds.
      let inner = try group()
      atoms.append(
        inner.count == 1 && inner[0].kind == .space ? inner[0] : MathAtom(MathRow.element(inner)))
    case .superscript, .subscript, .character("'"):
      // A script without a base, as in ^\dagger: it stands at nothing.
      atoms.append(MathAtom(Element("mrow")))
    case .character(let character):
      index += 1
      if character.isASCII && character.isNumber {
        atoms.append(number(digits(after: character)))
      } else {
        self.character(character, &atoms)
      }
    case .command(let name):
      index += 1
      try command(name, token, &atoms)
    default: throw unexpected()
    }
  }

  private mutating func digits(after first: Character) -> String {
    var text = String(first)
    while case .character(let next) = peek.kind {
      let isPoint = next == "." && !text.contains(".")
      if isPoint {
        guard index + 1 < tokens.count, case .character(let digit) = tokens[index + 1].kind,
          digit.isASCII && digit.isNumber
        else { break }
      } else if !(next.isASCII && next.isNumber) {
        break
      }
      text.append(next)
      index += 1
    }
    return text
  }

  func number(_ text: String) -> MathAtom {
    guard let alphabet else { return .number(text) }
    return .number(String(text.map { alphabet.letter($0) ?? $0 }))
  }

  private mutating func character(_ character: Character, _ atoms: inout [MathAtom]) {
    switch character {
    case "+": atoms.append(.symbol("+", .binary))
    case "-": atoms.append(.symbol("−", .binary))
    case "*": atoms.append(.symbol("∗", .binary))
    case "=", "<", ">": atoms.append(.symbol(String(character), .relation))
    case ":": atoms.append(.symbol(":", .relation))
    case ",", ";": atoms.append(.symbol(String(character), .punctuation))
    case "(", "[": atoms.append(.fence(String(character), .open))
    case ")", "]": atoms.append(.fence(String(character), .close))
    case "!", "?": atoms.append(.symbol(String(character), .close))
    case "|": atoms.append(bar("|"))
    case "/": atoms.append(.symbol("/", .ordinary, [("lspace", "0"), ("rspace", "0")]))
    case ".": atoms.append(.symbol(".", .ordinary, [("lspace", "0"), ("rspace", "0")]))
    case "~": atoms.append(.space(0.25))
    case _ where character.isLetter: letter(character, &atoms)
    default: atoms.append(sign(character))
    }
  }

  /// A bar that is neither opening nor closing, as far as anyone can tell.
  func bar(_ text: String) -> MathAtom {
    .symbol(text, .ordinary, [("stretchy", "false"), ("lspace", "0"), ("rspace", "0")])
  }

  /// A sign typed as itself: it behaves as its command would.
  private func sign(_ character: Character) -> MathAtom {
    let text = String(character)
    if MathSymbols.binary.values.contains(text) { return .symbol(text, .binary) }
    if MathSymbols.relations.values.contains(text) { return .symbol(text, .relation) }
    if MathSymbols.opening.values.contains(text) { return .fence(text, .open) }
    if MathSymbols.closing.values.contains(text) { return .fence(text, .close) }
    if MathSymbols.large.values.contains(text) {
      return MathAtom(Element("mo", [], [.text(text)]), .large, scripts: .movable)
    }
    return .upright(text)
  }

  /// A letter in the current alphabet; words grow in alphabets that make words.
  mutating func letter(_ character: Character, _ atoms: inout [MathAtom], isUpright: Bool = false) {
    guard let alphabet else {
      return atoms.append(isUpright ? .upright(String(character)) : .identifier(String(character)))
    }
    let letter = alphabet.letter(character) ?? character
    if alphabet.makesWords, let last = atoms.last, last.element.name == "mi",
      last.kind == .ordinary,
      last.element["class"] == nil, index >= 2,
      case .character(let before) = tokens[index - 2].kind,
      before.isLetter
    {
      let word = last.element.plainText + String(letter)
      atoms[atoms.count - 1] = .upright(word)
    } else {
      atoms.append(alphabet == .roman ? .upright(String(letter)) : .identifier(String(letter)))
    }
  }

  /// Reads what a command says.
  private mutating func command(
    _ name: String, _ token: MathToken, _ atoms: inout [MathAtom]
  ) throws(MathFault) {
    if let text = MathSymbols.letters[name], let first = text.first { return letter(first, &atoms) }
    if let text = MathSymbols.upright[name], let first = text.first {
      return letter(first, &atoms, isUpright: true)
    }
    if let atom = symbol(name) { return atoms.append(atom) }
    if let width = MathSymbols.spaces[name] { return atoms.append(.space(width)) }
    if let accent = MathSymbols.accents[name] {
      return atoms.append(try self.accent(name, accent.mark, grows: accent.grows, token))
    }
    if let mark = MathSymbols.underAccents[name] {
      return atoms.append(try underAccent(name, mark, token))
    }
    if let arrow = MathSymbols.growingArrows[name] {
      return atoms.append(try growingArrow(arrow, token))
    }
    if let alphabet = MathSymbols.alphabets[name] {
      return atoms.append(contentsOf: try within(alphabet, token))
    }
    if let alphabet = MathSymbols.texts[name] {
      return atoms.append(try text(in: alphabet, token))
    }
    if let atom = try fraction(name, token) { return atoms.append(atom) }
    if let atom = try delimiter(name, token) { return atoms.append(atom) }
    if let atom = try dirac(name, token) { return atoms.append(atom) }
    if let atom = try layout(name, token) { return atoms.append(atom) }
    try other(name, token, &atoms)
  }

  private func symbol(_ name: String) -> MathAtom? {
    if let text = MathSymbols.binary[name] { return .symbol(text, .binary) }
    if let text = MathSymbols.relations[name] {
      let grows = ["↑", "↓", "↕", "⇑", "⇓"].contains(text)
      return .symbol(text, .relation, grows ? [("stretchy", "false")] : [])
    }
    if let text = MathSymbols.opening[name] { return .fence(text, .open) }
    if let text = MathSymbols.closing[name] { return .fence(text, .close) }
    if let text = MathSymbols.bars[name] { return bar(text) }
    if let text = MathSymbols.large[name] {
      return MathAtom(Element("mo", [], [.text(text)]), .large, scripts: .movable)
    }
    if let text = MathSymbols.integrals[name] {
      return MathAtom(Element("mo", [], [.text(text)]), .large)
    }
    if MathSymbols.names.contains(name) { return .name(name, limits: false) }
    if let text = MathSymbols.limitNames[name] { return .name(text, limits: true) }
    return nil
  }

  /// The atoms of an argument in an alphabet.
  private mutating func within(
    _ alphabet: MathAlphabet, _ token: MathToken
  ) throws(MathFault) -> [MathAtom] {
    let outer = self.alphabet
    self.alphabet = alphabet
    defer { self.alphabet = outer }
    let atoms = try argumentAtoms(of: token)
    return atoms.count == 1 ? atoms : [MathAtom(MathRow.element(atoms))]
  }

  /// Reads what leaves no atom, and says what is not known.
  private mutating func other(
    _ name: String, _ token: MathToken, _ atoms: inout [MathAtom]
  ) throws(MathFault) {
    switch name {
    case "label": _ = try rawArgument(of: token)
    case "nonumber", "notag", "mathstrut", "strut", "relax", "allowbreak", "nobreak", "-", "/":
      break
    case "tag":
      if takes("*") {}
      if tag != nil { throw fault("tex-syntax", at: token, "a second \\tag in one formula") }
      tag = try rawArgument(of: token)
    case "newcommand", "renewcommand", "providecommand", "def", "let", "DeclareMathOperator",
      "newenvironment":
      throw fault(
        "unsupported-tex", at: token,
        "'\\\(name)' is not supported: a lesson defines no TeX macros",
        "Write the formula out, or use \\operatorname{…} for a name.")
    case "color", "textcolor", "colorbox", "href", "url", "includegraphics", "style", "class",
      "htmlClass", "require", "input", "include":
      throw fault(
        "unsupported-tex", at: token, "'\\\(name)' is not supported in formulas",
        "Leave it out: a page decides on colours and links by itself.")
    case "": throw fault("tex-syntax", at: token, "a backslash ends the formula")
    case "right", "end", "middle": throw unexpected(token)
    default:
      let near = MathVocabulary.nearest(to: name)
      faults.append(
        fault(
          "unknown-tex-command", at: token, "unknown TeX command '\\\(name)'",
          near.map { "Did you mean '\\\($0)'?" }))
    }
  }

  private func unexpected(_ token: MathToken) -> MathFault {
    var copy = self
    copy.index -= 1
    return copy.unexpected()
  }
}
