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
    var best: (name: String, distance: Int)?
    for command in commands where abs(command.count - name.count) <= 2 {
      let distance = self.distance(Array(name), Array(command))
      if distance < best?.distance ?? 3, distance < max(name.count, 2) {
        best = (command, distance)
      }
    }
    return best?.name
  }

  /// How many letters must change, come, go or swap places to make one name of the other.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var rows = [[Int]](
      repeating: [Int](repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in rows.indices { rows[row][0] = row }
    for column in rows[0].indices { rows[0][column] = column }
    for row in left.indices {
      for column in right.indices {
        let same = left[row] == right[column]
        var least = min(
          rows[row][column] + (same ? 0 : 1), rows[row][column + 1] + 1, rows[row + 1][column] + 1)
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          least = min(least, rows[row - 1][column - 1] + 1)
        }
        rows[row + 1][column + 1] = least
      }
    }
    return rows[left.count][right.count]
  }
}
