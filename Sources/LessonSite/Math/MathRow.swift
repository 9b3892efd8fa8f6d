internal import Markup

/// Puts atoms beside each other with the spacing that TeX gives them.
///
/// Most of it comes from the browser's operator dictionary; here stands what the dictionary cannot
/// know: signs that are no binary operators where they stand, and the space around function names.
enum MathRow {
  /// The atoms as one element.
  static func element(_ atoms: [MathAtom]) -> Element {
    let elements = elements(atoms)
    return elements.count == 1 ? elements[0] : Element("mrow", [], elements.map(Node.element))
  }

  static func elements(_ atoms: [MathAtom]) -> [Element] {
    var output: [Element] = []
    var previous: MathAtom.Class?
    for (index, atom) in atoms.enumerated() {
      var element = atom.element
      let next = index + 1 < atoms.count ? atoms[index + 1].kind : nil
      switch atom.kind {
      case .binary where atoms.count > 1 && !joins(previous, next):
        if element.name == "mo" { element = loose(element, previous) }
      case .name:
        if previous == .ordinary || previous == .close || previous == .name {
          output.append(MathAtom.space(1 / 6).element)
        }
      default: break
      }
      output.append(element)
      if atom.kind == .name, next == .ordinary || next == .large {
        output.append(MathAtom.space(1 / 6).element)
      }
      if atom.kind != .space { previous = atom.kind }
    }
    return output
  }

  /// Whether a binary operator stands between two things that it can join.
  private static func joins(_ previous: MathAtom.Class?, _ next: MathAtom.Class?) -> Bool {
    switch previous {
    case nil, .binary, .relation, .open, .punctuation, .large, .name: return false
    default: break
    }
    switch next {
    case nil, .relation, .close, .punctuation: return false
    default: return true
    }
  }

  /// A sign that joins nothing: a plus or minus in front of a term, or an operator named as such.
  private static func loose(_ element: Element, _ previous: MathAtom.Class?) -> Element {
    let sign = element.plainText
    if ["+", "−", "±", "∓"].contains(sign) {
      // The first of a row is taken for a prefix by itself.
      return previous == nil ? element : element.setting("form", to: "prefix")
    }
    return element.setting("lspace", to: "0").setting("rspace", to: "0")
  }
}
