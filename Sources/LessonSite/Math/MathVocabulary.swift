internal import LessonModel

/// Knows every command that formulas may use, for suggestions.
enum MathVocabulary {
  static let commands: [String] = {
    var names: Set<String> = [
      "frac", "dfrac", "tfrac", "cfrac", "binom", "dbinom", "tbinom", "sqrt", "left", "right",
      "middle", "overset", "underset", "stackrel", "operatorname", "substack", "phantom",
      "hphantom", "vphantom", "not", "mod", "bmod", "pmod", "begin", "end", "tag", "label",
      "displaystyle", "textstyle", "limits", "nolimits", "mathop", "mathrel", "mathbin", "mathord",
      "hspace", "boxed", "overline", "underline", "smash",
    ]
    names.formUnion(MathSymbols.letters.keys)
    names.formUnion(MathSymbols.upright.keys)
    names.formUnion(MathSymbols.binary.keys)
    names.formUnion(MathSymbols.relations.keys)
    names.formUnion(MathSymbols.large.keys)
    names.formUnion(MathSymbols.integrals.keys)
    names.formUnion(MathSymbols.names)
    names.formUnion(MathSymbols.limitNames.keys)
    names.formUnion(MathSymbols.spaces.keys)
    names.formUnion(MathSymbols.opening.keys)
    names.formUnion(MathSymbols.closing.keys)
    names.formUnion(MathSymbols.accents.keys)
    names.formUnion(MathSymbols.underAccents.keys)
    names.formUnion(MathSymbols.growingArrows.keys)
    names.formUnion(MathSymbols.alphabets.keys)
    names.formUnion(MathSymbols.texts.keys)
    names.formUnion(MathDirac.commands.keys)
    return names.filter { $0.first?.isLetter ?? false }.sorted()
  }()

  /// The command nearest to a name, nil where none is near.
  static func nearest(to name: String) -> String? {
    // Case tells commands apart, so one with the same first letter is nearer than any other.
    NearMiss.of(name, in: commands.filter { $0.first == name.first })
      ?? NearMiss.of(name, in: commands)
  }
}
