/// Splits Swift code into the few kinds of token that a page colours.
///
/// It never fails: what it does not know is plain text, and the pieces put together are the code.
struct SwiftLexer {
  /// Says what a piece of code is; the raw value is its class on the page.
  enum Kind: String {
    case plain = ""
    case keyword = "k"
    case string = "s"
    case comment = "c"
    case number = "n"
    case type = "t"
    case attribute = "a"
  }

  private let code: [Character]
  private var position = 0
  private var pieces: [(kind: Kind, text: String)] = []

  /// The code in pieces; neighbours of one kind are one piece.
  static func pieces(of code: String) -> [(kind: Kind, text: String)] {
    var lexer = SwiftLexer(code: Array(code))
    lexer.run(until: nil)
    return lexer.pieces
  }

  private init(code: [Character]) { self.code = code }

  private func peek(_ offset: Int = 0) -> Character? {
    position + offset < code.count ? code[position + offset] : nil
  }

  private mutating func add(_ kind: Kind, _ text: String) {
    if text.isEmpty { return }
    if let last = pieces.last, last.kind == kind {
      pieces[pieces.count - 1].text += text
    } else {
      pieces.append((kind, text))
    }
  }

  private mutating func take(_ kind: Kind, while holds: (Character) -> Bool) {
    let start = position
    while let next = peek(), holds(next) { position += 1 }
    add(kind, String(code[start..<position]))
  }

  private mutating func take(_ kind: Kind, count: Int) {
    let end = min(position + count, code.count)
    add(kind, String(code[position..<end]))
    position = end
  }

  /// Reads tokens to the end, or to the parenthesis that closes an interpolation.
  private mutating func run(until closing: Character?) {
    var depth = 0
    while let next = peek() {
      if next == closing {
        if depth == 0 { return }
        depth -= 1
      } else if closing != nil && next == "(" {
        depth += 1
      }
      token(next)
    }
  }

  private mutating func token(_ next: Character) {
    if next == "/" && peek(1) == "/" {
      take(.comment) { !$0.isNewline }
    } else if next == "/" && peek(1) == "*" {
      blockComment()
    } else if next == "\"" || next == "#" && opensRawString {
      string()
    } else if next == "#" || next == "@" {
      let start = position
      position += 1
      while let letter = peek(), isIdentifier(letter) { position += 1 }
      add(position > start + 1 ? .attribute : .plain, String(code[start..<position]))
    } else if next == "`" {
      take(.plain, count: 1)
      take(.plain) { $0 != "`" && !$0.isNewline }
      take(.plain, count: 1)
    } else if next.isASCII && next.isNumber {
      number()
    } else if next.isLetter || next == "_" || next == "$" {
      word()
    } else {
      take(.plain, count: 1)
    }
  }

  private mutating func blockComment() {
    let start = position
    var depth = 0
    repeat {
      if peek() == "/" && peek(1) == "*" {
        depth += 1
        position += 2
      } else if peek() == "*" && peek(1) == "/" {
        depth -= 1
        position += 2
      } else {
        position += 1
      }
    } while depth > 0 && position < code.count
    position = min(position, code.count)
    add(.comment, String(code[start..<position]))
  }

  private var opensRawString: Bool {
    var offset = 0
    while peek(offset) == "#" { offset += 1 }
    return peek(offset) == "\""
  }

  private mutating func string() {
    var hashes = 0
    while peek(hashes) == "#" { hashes += 1 }
    let fence = String(repeating: "#", count: hashes)
    let isLong = peek(hashes + 1) == "\"" && peek(hashes + 2) == "\""
    let quotes = isLong ? 3 : 1
    take(.string, count: hashes + quotes)
    let end = Array(String(repeating: "\"", count: quotes) + fence)
    let escape = Array("\\" + fence)
    while let next = peek() {
      if !isLong && next.isNewline { return }
      if starts(with: end) { return take(.string, count: end.count) }
      if starts(with: escape) {
        take(.string, count: escape.count)
        guard peek() == "(" else {
          take(.string, count: 1)
          continue
        }
        take(.string, count: 1)
        run(until: ")")
      }
      take(.string, count: 1)
    }
  }

  private func starts(with text: [Character]) -> Bool {
    position + text.count <= code.count
      && code[position..<position + text.count].elementsEqual(text)
  }

  private mutating func number() {
    let start = position
    while let next = peek() {
      let isSign = (next == "+" || next == "-") && "eEpP".contains(code[position - 1])
      let isPoint = next == "." && (peek(1)?.isNumber ?? false)
      let isHexadecimal = peek(0) != nil && code[start..<position].starts(with: ["0", "x"])
      guard
        next.isASCII && (next.isNumber || next.isLetter) || next == "_" || isPoint
          || isSign && position > start && !isHexadecimal
      else { break }
      position += 1
    }
    add(.number, String(code[start..<position]))
  }

  private func isIdentifier(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber || letter == "_" || letter == "$"
  }

  private mutating func word() {
    let start = position
    while let next = peek(), isIdentifier(next) { position += 1 }
    let word = String(code[start..<position])
    let isMember = start > 0 && code[start - 1] == "." && !(start > 1 && code[start - 2] == ".")
    let isLabel = peek() == ":" && ["in", "is", "as", "for", "where", "default"].contains(word)
    if SwiftLexer.keywords.contains(word) && !isMember && !(isLabel && word != "default") {
      add(.keyword, word)
    } else if let first = word.first, first.isUppercase, !isMember || word.count > 1 {
      add(.type, word)
    } else {
      add(.plain, word)
    }
  }

  private static let keywords: Set<String> = [
    "actor", "any", "as", "associatedtype", "async", "await", "borrowing", "break", "case", "catch",
    "class", "consuming", "continue", "convenience", "default", "defer", "deinit", "do", "else",
    "enum", "extension", "fallthrough", "false", "fileprivate", "final", "for", "func", "guard",
    "if", "import", "in", "indirect", "infix", "init", "inout", "internal", "is", "lazy", "let",
    "mutating", "nil", "nonisolated", "nonmutating", "open", "operator", "override", "package",
    "postfix", "precedencegroup", "prefix", "private", "protocol", "public", "repeat", "required",
    "rethrows", "return", "self", "Self", "some", "static", "struct", "subscript", "super",
    "switch", "throw", "throws", "true", "try", "typealias", "unowned", "var", "weak", "where",
    "while",
  ]
}
