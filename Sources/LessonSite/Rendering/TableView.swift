internal import Markup
internal import Records

/// Sets tables: a scrolling frame, a head, and cells that know whether they hold numbers.
enum TableView {
  /// The rows that a page shows of one table; the rest is only counted.
  static let longest = 400

  static func name(_ number: Int?) -> String { number.map { "Table \($0)" } ?? "Table" }

  /// A heading cell; an empty one is no heading.
  static func heading(_ content: [Node], _ attributes: [(String, String)]) -> Node {
    content.allSatisfy { $0.plainText.isEmpty }
      ? .element("td", attributes, content)
      : .element("th", [("scope", "col")] + attributes, content)
  }

  /// A table in a frame that scrolls where the page is too narrow.
  static func grid(header: [Node], rows: [Node], label: String) -> Node {
    .element(
      "div",
      [("class", "wide"), ("role", "group"), ("tabindex", "0"), ("aria-label", label)],
      [
        .element(
          "table", [],
          [.element("thead", [], [.element("tr", [], header)]), "\n"]
            + (rows.count > 1 ? [.element("tbody", [], rows)] : []))
      ])
  }

  /// A table with its number and caption above it.
  static func figure(_ grid: Node, number: Int, caption: [Node], anchor: String?) -> Node {
    .element(
      "figure", [("class", "table")] + (anchor.map { [("id", $0)] } ?? []),
      [Caption.node("Table", number, caption), "\n", grid])
  }

  /// A table that a cell computed.
  static func grid(_ table: Table, label: String) -> Node {
    let numeric = table.columns.map(\.isNumeric)
    let header = table.columns.map { column in
      heading([.text(column.heading)], column.isNumeric ? [("class", "r")] : [])
    }
    var rows: [Node] = ["\n"]
    for row in table.rows.prefix(longest) {
      let cells = numeric.indices.map { column in
        Node.element(
          "td", numeric[column] ? [("class", "r")] : [],
          [.text(row.indices.contains(column) ? row[column] : "")])
      }
      rows += [.element("tr", [], cells), "\n"]
    }
    if table.rows.count > longest {
      let note = "\(table.rows.count - longest) further rows are not shown."
      rows.append(
        .element(
          "tr", [],
          [.element("td", [("colspan", "\(max(table.columns.count, 1))")], [.text(note)])]))
    }
    return grid(header: header, rows: rows, label: label)
  }
}

/// Sets captions.
enum Caption {
  /// The caption of a figure or table: its number, then the text.
  static func node(_ word: String, _ number: Int, _ text: [Node]) -> Node {
    .element(
      "figcaption", [],
      [.element("b", [], [.text("\(word) \(number)\(text.isEmpty ? "" : ".")")])]
        + (text.isEmpty ? [] : [" "] + text))
  }
}
