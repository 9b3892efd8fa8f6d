internal import Markup

/// Sets the table of contents from the numbered sections.
struct Contents {
  /// The table as a landmark that folds; nil where there are fewer than two sections.
  let node: Node?

  init(_ sections: [Numbering.Section], renderer: Renderer) {
    guard sections.count > 1 else {
      node = nil
      return
    }
    var renderer = renderer
    var rest = sections[...]
    let list = Contents.list(&rest, level: 2, &renderer)
    node = .element(
      "nav", [("class", "contents"), ("aria-label", "Contents")],
      [.element("details", [("open", "")], [.element("summary", [], ["Contents"]), list])])
  }

  private static func list(
    _ rest: inout ArraySlice<Numbering.Section>, level: Int, _ renderer: inout Renderer
  ) -> Node {
    var items: [Node] = ["\n"]
    while let section = rest.first, section.level >= level {
      rest = rest.dropFirst()
      var content: [Node] = [
        .element(
          "a", [("href", "#\(section.anchor)")],
          [.element("span", [("class", "num")], [.text(section.number)]), " "]
            + renderer.nodes(section.content).map(withoutLinks))
      ]
      if let next = rest.first, next.level > section.level {
        content.append(list(&rest, level: next.level, &renderer))
      }
      items += [.element("li", [], content), "\n"]
    }
    return .element("ol", [], items)
  }

  /// A link cannot hold a link, nor may an id stand twice.
  private static func withoutLinks(_ node: Node) -> Node {
    guard case .element(var element) = node else { return node }
    if element.name == "a" { element = Element("span", [], element.children) }
    element.attributes.removeAll { $0.name == "id" }
    element.children = element.children.map(withoutLinks)
    return .element(element)
  }
}
