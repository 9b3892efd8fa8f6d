/// Writes letters and digits in one of TeX's alphabets, as Unicode's mathematical alphanumerics.
///
/// Browsers ignore `mathvariant` but for one value, so the letters themselves must say what they are.
/// Several places in the blocks are holes: those letters were in Unicode before.
enum MathAlphabet {
  case roman, italic, bold, boldItalic, script, fraktur, doubleStruck, sans, typewriter

  /// Whether neighbouring letters make up one word.
  var makesWords: Bool {
    switch self {
    case .roman, .italic, .bold, .sans, .typewriter: true
    case .boldItalic, .script, .fraktur, .doubleStruck: false
    }
  }

  /// The character in this alphabet, nil where the alphabet has no such character.
  func letter(_ character: Character) -> Character? {
    if let hole = holes[character] { return hole }
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return nil
    }
    switch scalar.value {
    case 0x41...0x5A: return at(upper, scalar.value - 0x41)
    case 0x61...0x7A: return at(upper.map { $0 + 26 }, scalar.value - 0x61)
    case 0x30...0x39: return at(digit, scalar.value - 0x30)
    case 0x391...0x3A9: return at(greek, scalar.value - 0x391)
    case 0x3B1...0x3C9: return at(greek.map { $0 + 26 }, scalar.value - 0x3B1)
    default:
      guard let greek, let index = MathAlphabet.lateGreek.firstIndex(of: character) else {
        return nil
      }
      return at(greek + 51, UInt32(index))
    }
  }

  /// What follows omega in every Greek block, in its order.
  private static let lateGreek: [Character] = ["∂", "ϵ", "ϑ", "ϰ", "ϕ", "ϱ", "ϖ"]

  private func at(_ start: UInt32?, _ index: UInt32) -> Character? {
    start.flatMap { Unicode.Scalar($0 + index) }.map(Character.init)
  }

  /// Where the alphabet's capital A stands; small letters follow its 26 capitals.
  private var upper: UInt32? {
    switch self {
    case .roman: nil
    case .bold: 0x1D400
    case .italic: 0x1D434
    case .boldItalic: 0x1D468
    case .script: 0x1D49C
    case .fraktur: 0x1D504
    case .doubleStruck: 0x1D538
    case .sans: 0x1D5A0
    case .typewriter: 0x1D670
    }
  }

  private var digit: UInt32? {
    switch self {
    case .bold, .boldItalic: 0x1D7CE
    case .doubleStruck: 0x1D7D8
    case .sans: 0x1D7E2
    case .typewriter: 0x1D7F6
    case .roman, .italic, .script, .fraktur: nil
    }
  }

  private var greek: UInt32? {
    switch self {
    case .bold: 0x1D6A8
    case .italic: 0x1D6E2
    case .boldItalic: 0x1D71C
    default: nil
    }
  }

  private var holes: [Character: Character] {
    switch self {
    case .italic: ["h": "ℎ"]
    case .script:
      [
        "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ",
        "g": "ℊ", "o": "ℴ",
      ]
    case .fraktur: ["C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ"]
    case .doubleStruck:
      ["C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ"]
    default: [:]
    }
  }
}
