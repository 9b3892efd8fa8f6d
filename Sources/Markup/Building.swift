extension Node {
  /// Creates an element node from its name, attributes in order, and children.
  public static func element(
    _ name: String, _ attributes: [(String, String)] = [], _ children: [Node] = []
  ) -> Node {
    .element(Element(name, attributes, children))
  }

  /// The text of the node and of everything inside it, without markup.
  public var plainText: String {
    switch self {
    case .text(let text): text
    case .element(let element): element.plainText
    }
  }
}

extension Element {
  /// The text of everything inside the element, without markup.
  public var plainText: String { children.map(\.plainText).joined() }

  /// Returns the element with an attribute set, in its old place where it was set before.
  public func setting(_ name: String, to value: String) -> Element {
    var copy = self
    let attribute = Attribute(name: name, value: value)
    if let index = copy.attributes.firstIndex(where: { $0.name == name }) {
      copy.attributes[index] = attribute
    } else {
      copy.attributes.append(attribute)
    }
    return copy
  }

  /// Returns the element with every element below it, and itself, passed through `change`.
  ///
  /// Children are changed before their parents; where `change` gives nil the element is left out.
  public func compactMap(_ change: (Element) -> Element?) -> Element? {
    var copy = self
    copy.children = children.compactMap { child in
      guard case .element(let inner) = child else { return child }
      return inner.compactMap(change).map(Node.element)
    }
    return change(copy)
  }
}
