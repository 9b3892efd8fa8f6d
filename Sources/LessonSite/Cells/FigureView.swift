internal import LessonModel
internal import Markup
internal import Records

extension Renderer {
  /// A figure: picture, number, caption, text alternative and the data behind it.
  mutating func figure(_ figure: Figure, number: Int, of cell: Cell, isFirst: Bool) -> Node {
    let options = cell.options
    let label = options.label ?? ""
    let author = isFirst ? options.figureAlternative : nil
    let alternative = [author, figure.alternative].compactMap { $0 }.filter { !$0.isEmpty }
      .map(sentence).joined(separator: " ")
    var caption = isFirst ? options.figureCaption.map { nodes($0) } ?? [] : []
    if caption.isEmpty { caption = [.text(firstSentence(figure.alternative))] }

    var content: [Node] = [picture(figure.svg, number: number, alternative: alternative, at: cell)]
    if let data = figure.data, !data.columns.isEmpty {
      content += [
        "\n",
        .element(
          "details", [("class", "data")],
          [
            .element("summary", [], [.text("Data of figure \(number)")]),
            TableView.grid(data, label: "Data of figure \(number)"),
          ]),
      ]
    }
    // HTML wants the caption last; the style sheet shows the data below it.
    content += ["\n", Caption.node("Figure", number, caption)]
    let anchor = isFirst && label.hasPrefix("fig-") ? anchor(of: cell) : nil
    return .element("figure", anchor.map { [("id", $0)] } ?? [], content)
  }

  /// The picture in a frame that scrolls where the page is narrower than a picture can be read.
  private mutating func picture(
    _ svg: Element, number: Int, alternative: String, at cell: Cell
  ) -> Node {
    guard var picture = SVGFilter(prefix: "f\(number)-").filtered(svg), !picture.children.isEmpty
    else {
      report(
        "bad-figure", at: cell.range, "a figure of \(cell.name) is not an SVG picture",
        explanation: "A figure is an `svg` element; other elements are not let into a page.")
      return .element("p", [("class", "missing")], ["This figure is not an SVG picture."])
    }
    picture.attributes.removeAll { $0.name.hasPrefix("aria-") || $0.name == "role" }
    // The label below says the same; a title would show as a tooltip over the whole picture.
    picture.children.removeAll { child in
      if case .element(let inner) = child {
        inner.name == "title" || inner.name == "desc"
      } else {
        false
      }
    }
    picture = picture.setting("role", to: "img").setting("aria-label", to: alternative)
    guard let width = svg["width"].flatMap(Double.init), width > 448 else {
      return .element(picture)
    }
    return .element(
      "div",
      [
        ("class", "wide broad"), ("role", "group"), ("tabindex", "0"),
        ("aria-label", "Picture of figure \(number)"),
      ], [.element(picture)])
  }

  private func sentence(_ text: String) -> String {
    guard let last = text.last else { return text }
    return last.isPunctuation && last != ")" ? text : text + "."
  }

  /// The first sentence of a text, which ends at a full stop before a space.
  private func firstSentence(_ text: String) -> String {
    guard let end = text.firstRange(of: ". ") else { return text }
    return text[..<end.lowerBound] + "."
  }
}
