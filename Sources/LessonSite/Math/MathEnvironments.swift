internal import Markup

extension MathParser {
  /// Says how an environment is set.
  private struct Style {
    var fences: (String, String) = ("", "")
    /// The class that aligns its columns; see the page's style sheet.
    var name = ""
    var isDisplay = false
  }

  private static let environments: [String: Style] = {
    let lines = Style(name: "align", isDisplay: true)
    let centred = Style(name: "gather", isDisplay: true)
    return [
      "matrix": Style(), "pmatrix": Style(fences: ("(", ")")),
      "bmatrix": Style(fences: ("[", "]")), "Bmatrix": Style(fences: ("{", "}")),
      "vmatrix": Style(fences: ("|", "|")), "Vmatrix": Style(fences: ("‖", "‖")),
      "smallmatrix": Style(name: "small"), "cases": Style(fences: ("{", ""), name: "cases"),
      "dcases": Style(fences: ("{", ""), name: "cases", isDisplay: true),
      "rcases": Style(fences: ("", "}"), name: "cases"), "array": Style(),
      "aligned": lines, "align": lines, "align*": lines, "split": lines, "alignedat": lines,
      "alignat": lines, "alignat*": lines, "eqnarray": lines, "eqnarray*": lines,
      "gathered": centred, "gather": centred, "gather*": centred, "equation": centred,
      "equation*": centred, "multline": centred, "multline*": centred,
    ]
  }()

  /// Reads `\begin{…} … \end{…}`.
  mutating func environment(_ begin: MathToken) throws(MathFault) -> MathAtom {
    let name = try rawArgument(of: begin)
    guard let style = MathParser.environments[name] else {
      let known = MathParser.environments.keys.sorted().joined(separator: ", ")
      throw fault(
        "unknown-tex-environment", at: begin, "unknown TeX environment '\(name)'",
        "Known are \(known).")
    }
    if name.hasPrefix("aligned") && name.hasSuffix("at") || name.hasPrefix("alignat") {
      _ = try rawArgument(of: begin)
    }
    let columns = name == "array" ? try Columns(rawArgument(of: begin)) : Columns("")
    let outer = (barsDivide, bracketEnds)
    (barsDivide, bracketEnds) = (false, false)
    defer { (barsDivide, bracketEnds) = outer }
    let rows = try tableRows(begin, name)

    // A row is a row of cells; a class says how its columns are aligned.
    let table = MathParser.table(rows, columns, style.name, isDisplay: style.isDisplay)
    var parts = [Node.element(table)]
    if !style.fences.0.isEmpty {
      parts.insert(.element(MathParser.growing(style.fences.0, form: "prefix")), at: 0)
    }
    if !style.fences.1.isEmpty {
      parts.append(.element(MathParser.growing(style.fences.1, form: "postfix")))
    }
    return MathAtom(parts.count == 1 ? table : Element("mrow", [], parts))
  }

  private mutating func tableRows(
    _ begin: MathToken, _ name: String
  ) throws(MathFault) -> [[[MathAtom]]] {
    var rows: [[[MathAtom]]] = [[]]
    while true {
      skipSpaces()
      while peek.kind == .command("hline") {
        index += 1
        skipSpaces()
      }
      rows[rows.count - 1].append(try row())
      let token = peek
      switch token.kind {
      case .ampersand: index += 1
      case .newline:
        index += 1
        _ = try optionalArgument()
        rows.append([])
      case .command("end"):
        index += 1
        let end = try rawArgument(of: token)
        guard end == name else {
          throw fault(
            "tex-syntax", at: token, "'\\end{\(end)}' ends '\\begin{\(name)}'",
            "Write \\end{\(name)}.")
        }
        // A line break before the end starts no row.
        if rows.count > 1, rows[rows.count - 1].allSatisfy(\.isEmpty) { rows.removeLast() }
        return rows
      case .end:
        throw fault(
          "tex-syntax", at: begin, "'\\begin{\(name)}' is never ended",
          "End it with \\end{\(name)}.")
      default: throw unexpected()
      }
    }
  }

  /// Reads `\substack{…}`: short lines below each other.
  mutating func substack(_ token: MathToken) throws(MathFault) -> MathAtom {
    skipSpaces()
    guard peek.kind == .open else {
      throw fault("tex-syntax", at: token, "'{' is missing after this")
    }
    index += 1
    var rows: [[[MathAtom]]] = []
    while true {
      rows.append([try row()])
      switch peek.kind {
      case .newline: index += 1
      case .close:
        index += 1
        return MathAtom(MathParser.table(rows, Columns(""), "small", isDisplay: false))
      case .end: throw fault("tex-syntax", at: token, "'{' is never closed", "Close it with '}'.")
      default: throw unexpected()
      }
    }
  }

  private static func table(
    _ rows: [[[MathAtom]]], _ columns: Columns, _ name: String, isDisplay: Bool
  ) -> Element {
    let nodes = rows.map { row in
      Node.element(
        "mtr", [],
        row.enumerated().map { column, atoms in
          .element(
            "mtd", columns.attributes(column),
            cell(atoms, isRight: name == "align" && column % 2 == 1))
        })
    }
    return Element(
      "mtable",
      (name.isEmpty ? [] : [("class", name)]) + (isDisplay ? [("displaystyle", "true")] : []), nodes
    )
  }

  /// A cell's nodes.
  ///
  /// The sign at the start of an aligned right-hand side joins across the column.
  private static func cell(_ atoms: [MathAtom], isRight: Bool) -> [Node] {
    let elements = MathRow.elements(atoms)
    guard isRight, let first = elements.first, first.name == "mo", elements.count > 1,
      atoms[0].kind == .relation || atoms[0].kind == .binary
    else { return elements.map(Node.element) }
    return [.element(first.setting("form", to: "infix"))] + elements.dropFirst().map(Node.element)
  }
}

/// Holds the columns that an array names, such as `{rc|l}`.
private struct Columns {
  private var columns: [String] = []

  init(_ text: String) {
    var line = ""
    for letter in text {
      switch letter {
      case "l", "r": columns.append(line + String(letter))
      case "c": columns.append(line)
      case "|":
        line = "vl "
        continue
      default: continue
      }
      line = ""
    }
  }

  func attributes(_ column: Int) -> [(String, String)] {
    guard columns.indices.contains(column) else { return [] }
    let name = columns[column].split(separator: " ").joined(separator: " ")
    return name.isEmpty ? [] : [("class", name)]
  }
}
