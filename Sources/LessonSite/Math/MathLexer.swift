/// Holds one token of TeX with its place.
struct MathToken: Hashable {
  enum Kind: Hashable {
    case command(String)
    case character(Character)
    case open, close, superscript, `subscript`, ampersand, newline, space, end
  }
  var kind: Kind
  /// The UTF-8 offset of the first byte, and the length in bytes.
  var offset: Int
  var length: Int
}

/// Splits TeX into tokens; nothing is wrong at this stage.
enum MathLexer {
  static func tokens(_ tex: String) -> [MathToken] {
    var tokens: [MathToken] = []
    let characters = Array(tex)
    var index = 0
    var offset = 0

    func isLetter(_ at: Int) -> Bool {
      characters.indices.contains(at) && characters[at].isASCII && characters[at].isLetter
    }
    while index < characters.count {
      let start = index
      let kind: MathToken.Kind?
      let next = characters[index]
      index += 1
      switch next {
      case "\\":
        if isLetter(index) {
          while isLetter(index) { index += 1 }
          kind = .command(String(characters[start + 1..<index]))
        } else if index < characters.count {
          let name = characters[index]
          index += 1
          kind = name == "\\" ? .newline : .command(name.isWhitespace ? " " : String(name))
        } else {
          kind = .command("")
        }
      case "{": kind = .open
      case "}": kind = .close
      case "^": kind = .superscript
      case "_": kind = .subscript
      case "&": kind = .ampersand
      case "%":
        while index < characters.count, !characters[index].isNewline { index += 1 }
        kind = nil
      case _ where next.isWhitespace: kind = .space
      default: kind = .character(next)
      }
      let length = characters[start..<index].reduce(0) { $0 + $1.utf8.count }
      if let kind { tokens.append(MathToken(kind: kind, offset: offset, length: length)) }
      offset += length
    }
    return tokens + [MathToken(kind: .end, offset: offset, length: 0)]
  }
}
