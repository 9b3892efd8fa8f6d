import LessonModel
import LessonRunner
import Markup
import Records
import Testing

@testable import LessonSite

@Suite("What may not reach a page")
struct SafetyTests {
  private func page(_ svg: Element) -> Page {
    var builder = LessonBuilder(source: "let a = 1")
    builder.cell("let a = 1")
    let outputs = [CellOutcome.Output.display(.figure(Figure(svg: svg, alternative: "A picture.")))]
    let outcome = LessonOutcome(
      cells: [CellOutcome(status: .succeeded, outputs: outputs + outputs)], values: [],
      diagnostics: [], seconds: 0, compiler: "")
    return Page(lesson: builder.lesson, outcome: outcome)
  }

  private func filtered(_ attributes: [(String, String)]) -> String? {
    SVGFilter(prefix: "f1-").filtered(Element("svg", [], [.element("path", attributes)]))?.html
  }

  @Test(
    "elements that run, load or style are left out of pictures with all that is in them",
    arguments: [
      "script", "style", "foreignObject", "image", "a", "animate", "set", "iframe", "SCRIPT",
    ])
  func elements(_ name: String) {
    let svg = Element("svg", [], [.element("g", [], [.element(name, [], ["alert(1)"])])])
    #expect(SVGFilter(prefix: "p").filtered(svg)?.html == "<svg><g></g></svg>")
  }

  @Test(
    "attributes that run or load are left out",
    arguments: [
      ("onclick", "alert(1)"), ("onload", "x"), ("style", "fill:url(http://x.y)"),
      ("href", "http://x.y/a.svg#b"), ("href", "javascript:alert(1)"), ("xlink:href", "#a"),
      ("fill", "url(http://x.y/#a)"), ("fill", "URL(//x.y)"), ("mask", "url('http://x')"),
      ("fill", "u\\72l(http://x.y)"), ("clip-path", "url(#a) url(http://x)"),
    ])
  func attributes(_ name: String, _ value: String) {
    #expect(filtered([(name, value)]) == "<svg><path></path></svg>")
  }

  @Test("references inside the picture stay, with the picture's prefix")
  func prefix() {
    #expect(
      filtered([("id", "a"), ("clip-path", "url(#a)"), ("href", "#a"), ("d", "M0 0")])
        == ##"<svg><path id="f1-a" clip-path="url(#f1-a)" href="#f1-a" d="M0 0"></path></svg>"##)
  }

  @Test("two pictures with the same ids do not clash on a page")
  func twice() {
    let svg = Element("svg", [("viewBox", "0 0 1 1")], [.element("path", [("id", "same")])])
    let html = page(svg).html
    #expect(html.contains(#"id="f1-same""#) && html.contains(#"id="f2-same""#))
    #expect(!html.contains(#"id="same""#))
  }

  @Test("a figure that is no picture is a diagnostic")
  func noPicture() {
    #expect(page(Element("div", [], ["x"])).diagnostics.map(\.id) == ["bad-figure"])
  }

  @Test(
    "links that run code are refused, however they are spelled",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
      "\u{1}javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd",
    ])
  func links(_ destination: String) {
    var builder = LessonBuilder(source: "x")
    builder.paragraph(
      builder.inline(.link(destination: destination, title: "", content: [builder.t("x")]), at: "x")
    )
    let page = Page(lesson: builder.lesson, outcome: SampleCourse.nothing)
    #expect(page.diagnostics.map(\.id) == ["refused-link"])
    #expect(page.html.contains("<p>x</p>"))
  }

  @Test(
    "other links stay, and links to lessons lead to their pages",
    arguments: [
      ("https://a.b/?q=1&r=ä", "https://a.b/?q=1&amp;r=%C3%A4"), ("mailto:a@b.c", "mailto:a@b.c"),
      ("02-noise.md#a", "02-noise.html#a"), ("#here", "#here"), ("data.csv", "data.csv"),
    ])
  func goodLinks(_ destination: String, _ written: String) {
    var builder = LessonBuilder(source: "x")
    builder.paragraph(
      builder.inline(.link(destination: destination, title: "", content: [builder.t("x")]), at: "x")
    )
    let page = Page(lesson: builder.lesson, outcome: SampleCourse.nothing)
    #expect(page.diagnostics == [])
    #expect(page.html.contains(#"<p><a href="\#(written)">x</a></p>"#))
  }

  @Test("raw HTML is left out unless the front matter allows it, and then stays well-formed")
  func rawHTML() {
    var builder = LessonBuilder(source: "x")
    builder.add(.html("<div class=\"a\"><b>bold & <i>open</b></div><br/>"))
    builder.paragraph(
      builder.inline(.html("<kbd>"), at: "x"), builder.t("x"),
      builder.inline(.html("</kbd>"), at: "x"))
    let closed = Page(lesson: builder.lesson, outcome: SampleCourse.nothing)
    #expect(closed.html.contains("<p>x</p>") && !closed.html.contains("bold"))
    builder.frontMatter.allowsRawHTML = true
    let open = Page(lesson: builder.lesson, outcome: SampleCourse.nothing)
    #expect(open.html.contains("<p><kbd>x</kbd></p>"))
    #expect(open.html.contains(#"<div class="a"><b>bold &amp; <i>open</i></b></div><br>"#))
    #expect(open.diagnostics.map(\.id) == ["unbalanced-html"])
  }

  @Test("images of the prose become part of the page; missing and remote ones are reported")
  func images() {
    func page(_ source: String) -> Page {
      var builder = LessonBuilder(source: "pic")
      builder.paragraph(
        builder.inline(.image(source: source, title: "", content: [builder.t("pic")]), at: "pic"))
      return Page(lesson: builder.lesson, outcome: SampleCourse.nothing) { path in
        path == "a.png" ? [0x89, 0x50, 0x4E, 0x47, 1] : path == "a.txt" ? [1, 2] : nil
      }
    }
    #expect(page("a.png").html.contains(#"<img src="data:image/png;base64,iVBORwE=" alt="pic">"#))
    #expect(page("a.png").diagnostics == [])
    #expect(page("b.png").diagnostics.map(\.id) == ["missing-image"])
    #expect(page("a.txt").diagnostics.map(\.id) == ["unknown-image"])
    #expect(page("https://a.b/c.png").diagnostics.map(\.id) == ["remote-image"])
    #expect(page("//a.b/c.png").diagnostics.map(\.id) == ["remote-image"])
  }
}
