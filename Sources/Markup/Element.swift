/// Holds one node of an HTML or SVG tree: an element or text, never raw markup.
public enum Node: Hashable, Sendable {
  case element(Element)
  case text(String)
}

/// Holds one element of an HTML or SVG tree.
///
///     Element("p", [("class", "note")], [.text("1 < 2")]).html  // <p class="note">1 &lt; 2</p>
public struct Element: Hashable, Sendable {
  /// Holds one attribute; an empty value is written as a bare name in HTML.
  public struct Attribute: Hashable, Sendable {
    /// The attribute's name, written as it is.
    public let name: String
    /// The attribute's value, escaped when written.
    public let value: String

    /// Creates an attribute.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The element's name, lower case in HTML, as SVG spells it in SVG.
  public var name: String
  /// The attributes in the order in which they are written.
  public var attributes: [Attribute]
  /// The nodes inside.
  public var children: [Node]

  /// Creates an element from its name, attributes in order, and children.
  public init(
    _ name: String, _ attributes: [(String, String)] = [], _ children: [Node] = []
  ) {
    self.name = name
    self.attributes = attributes.map { Attribute(name: $0.0, value: $0.1) }
    self.children = children
  }

  /// Returns the value of an attribute, nil where it is not set.
  public subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute }?.value
  }
}

extension Node: ExpressibleByStringInterpolation {
  /// Creates a text node, so that a literal can stand among children.
  public init(stringLiteral value: String) { self = .text(value) }
}
