internal import Digest
internal import Markup

/// Sets what all pages share: the head, the bar at the top, neighbours and footer.
struct PageFrame {
  let title: String
  let description: String?
  let language: String
  let site: SiteContext
  /// The script at the end of the page; it only improves what already works.
  let script: String

  func html(main: [Node], footer: [Node], hasContents: Bool) -> String {
    let root = Element(
      "html", [("lang", language.isEmpty ? site.language : language)],
      [
        "\n", head, "\n",
        .element(
          "body", hasContents ? [("class", "has-contents")] : [],
          [
            "\n", .element("a", [("class", "skip"), ("href", "#main")], ["Skip to the text"]), "\n",
            bar, "\n",
            .element("main", [("id", "main"), ("tabindex", "-1")], ["\n"] + main), "\n",
            .element("footer", [], ["\n"] + neighbours + footer + ["\n"]), "\n",
            .element("script", [], [.text(script)]), "\n",
          ]), "\n",
      ])
    return "<!DOCTYPE html>\n" + root.html + "\n"
  }

  private var head: Node {
    var fullTitle = title
    if let course = site.courseTitle, course != title { fullTitle += " · " + course }
    var content: [Node] = [
      "\n", .element("meta", [("charset", "utf-8")]), "\n",
      .element("meta", [("http-equiv", "Content-Security-Policy"), ("content", policy)]), "\n",
      .element(
        "meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")]), "\n",
      .element("title", [], [.text(fullTitle)]), "\n",
    ]
    if let description, !description.isEmpty {
      content += [.element("meta", [("name", "description"), ("content", description)]), "\n"]
    }
    content += [
      .element("meta", [("name", "color-scheme"), ("content", "light dark")]), "\n",
      .element("style", [], [.text(Theme.stylesheet)]), "\n",
      .element("script", [], [.text(Script.theme)]), "\n",
    ]
    return .element("head", [], content)
  }

  /// Allows just what the page itself holds: two scripts by their hashes, its styles, its images.
  private var policy: String {
    let hashes = [Script.theme, script].map { text in
      "'sha256-\(Base64.encode(SHA256.digest(Array(text.utf8))))'"
    }
    return "default-src 'none'; script-src \(hashes.joined(separator: " ")); "
      + "style-src 'unsafe-inline'; img-src data:; base-uri 'none'"
  }

  private var bar: Node {
    var content: [Node] = []
    if let course = site.courseTitle {
      content.append(
        site.index.map { index in
          .element("a", [("href", LinkFilter.escaped(index))], [.text(course)])
        } ?? .element("span", [], [.text(course)]))
    } else {
      content.append(.element("span", [], ["Ketbook"]))
    }
    if let index = site.index, title != site.courseTitle {
      content.append(
        .element("a", [("href", LinkFilter.escaped(index) + "#search")], ["Search"]))
    }
    return .element("header", [("class", "bar")], content)
  }

  private var neighbours: [Node] {
    func link(_ link: PageLink?, _ word: String, _ relation: String) -> [Node] {
      guard let link else { return [] }
      return [
        .element(
          "a", [("href", LinkFilter.escaped(link.file)), ("rel", relation)],
          [.element("small", [], [.text(word)]), " ", .text(link.title)]),
        "\n",
      ]
    }
    let links = link(site.previous, "Previous", "prev") + link(site.next, "Next", "next")
    if links.isEmpty { return [] }
    return [
      .element("nav", [("class", "neighbours"), ("aria-label", "Lessons")], ["\n"] + links), "\n",
    ]
  }
}
