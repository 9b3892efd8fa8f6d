import Markup
import Testing

@Suite("Writing trees")
struct SerializationTests {
  @Test("text and attributes are escaped")
  func escaping() {
    let element = Element("p", [("title", "a \"b\" <c> & d")], ["1 < 2 & 3 > 2 \"q\""])
    #expect(
      element.html
        == "<p title=\"a &quot;b&quot; &lt;c&gt; &amp; d\">1 &lt; 2 &amp; 3 &gt; 2 \"q\"</p>")
  }

  @Test("control characters, which HTML forbids, become replacement characters")
  func controls() {
    #expect(Element("p", [], ["a\u{0}b\u{1B}c\td"]).html == "<p>a\u{FFFD}b\u{FFFD}c\td</p>")
  }

  @Test("void elements have no end tag in HTML, and every empty element closes itself in XML")
  func void() {
    let element = Element("p", [], [.element("br"), .element("span")])
    #expect(element.html == "<p><br><span></span></p>")
    #expect(element.xml == "<p><br/><span/></p>")
  }

  @Test("an empty attribute is a bare name, but for alt, where emptiness says something")
  func emptyAttributes() {
    #expect(Element("img", [("alt", ""), ("hidden", "")]).html == "<img alt=\"\" hidden>")
  }

  @Test("nothing in a script or style can end it early")
  func rawText() {
    let script = Element("script", [], ["if (a < b) x = '</script><p>'"])
    #expect(script.html == "<script>if (a < b) x = '<\\/script><p>'</script>")
    #expect(Element("style", [], ["a>b{}"]).html == "<style>a>b{}</style>")
  }
}

@Suite("Changing trees")
struct BuildingTests {
  let tree = Element(
    "p", [("id", "a")], ["one ", .element("b", [], ["two", .element("i", [], ["!"])])])

  @Test("plain text is all text without markup")
  func plainText() { #expect(tree.plainText == "one two!") }

  @Test("setting an attribute keeps its place, or appends it")
  func setting() {
    #expect(
      tree.setting("id", to: "b").setting("class", to: "c").html.hasPrefix(
        "<p id=\"b\" class=\"c\">"))
  }

  @Test("compactMap leaves elements out with what is inside them, children first")
  func compactMap() {
    let without = tree.compactMap { $0.name == "i" ? nil : $0 }
    #expect(without?.html == "<p id=\"a\">one <b>two</b></p>")
    var order: [String] = []
    _ = tree.compactMap {
      order.append($0.name)
      return $0
    }
    #expect(order == ["i", "b", "p"])
    #expect(tree.compactMap { $0.name == "p" ? nil : $0 } == nil)
  }
}
