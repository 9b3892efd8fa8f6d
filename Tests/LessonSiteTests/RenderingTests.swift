import LessonModel
import LessonRunner
import Markup
import Records
import Testing

@testable import LessonSite

@Suite("What a page shows")
struct RenderingTests {
  let html = Page(
    lesson: SampleLesson.lesson, outcome: SampleLesson.outcome, site: SampleLesson.site
  ).html

  private func has(_ text: String) -> Bool { html.contains(text) }

  /// The texts in this order, each after the one before.
  private func inOrder(_ texts: String...) -> Bool {
    var rest = html[...]
    for text in texts {
      guard let found = rest.firstRange(of: text) else { return false }
      rest = rest[found.upperBound...]
    }
    return true
  }

  @Test("references lead to what they name, with its number")
  func references() {
    #expect(
      has("<a href=\"#eq-bell\">Equation\u{A0}1</a>") && has(#"<div class="eq" id="eq-bell">"#))
    #expect(has("<a href=\"#fig-entropy\">Figure\u{A0}1</a>") && has(#"<figure id="fig-entropy">"#))
    #expect(has("<a href=\"#tbl-gates\">Table\u{A0}1</a>"))
    #expect(has(#"<figure class="table" id="tbl-gates">"#))
    #expect(has("<a href=\"#sec-faults\">Section\u{A0}3</a>") && has(#"<h2 id="sec-faults">"#))
  }

  @Test("a reference to nothing is a diagnostic, and one to a hidden cell too")
  func unresolved() {
    var builder = LessonBuilder(source: "@fig-a @fig-b")
    builder.cell("hidden") {
      $0.label = "fig-a"
      $0.include = false
    }
    builder.paragraph(builder.ref("fig-a"), builder.ref("fig-b"))
    let page = Page(lesson: builder.lesson, outcome: SampleCourse.nothing)
    #expect(page.diagnostics.map(\.id) == ["unresolved-reference", "unresolved-reference"])
    #expect(page.diagnostics.map { $0.range?.start.column } == [1, 8])
  }

  @Test("text printed to both streams stands in the order in which it came, without colour codes")
  func streams() {
    #expect(
      inOrder("row 0: 0.5 0.0\nrow 1", "warning: the state was normalised</samp>", "purity 0.5"))
    #expect(Terminal.text("10 %\r20 %\rdone\n\n") == "done")
  }

  @Test("a figure has a number, a caption, the author's text before the computed one, and its data")
  func figure() {
    #expect(
      inOrder(
        #"<figure id="fig-entropy">"#,
        "aria-label=\"The curve rises from zero to one bit and falls again. Line chart of entropy",
        "Data of figure 1", "<td class=\"r\">0.031</td>",
        "<b>Figure 1.</b> Entanglement entropy <math>"))
    #expect(
      has("<b>Figure 2.</b> Line chart of fidelity against time for two states.</figcaption>"))
  }

  @Test("a failure shows the lesson's lines with a caret under the place, and what to do")
  func failure() {
    #expect(
      inOrder(
        "<b>Error:</b> Cannot convert value", "73 │ </span>let angle: Int = 0.5",
        "<b>                 ^~~~"))
    #expect(has("Note: the type was given here (line 73)"))
    #expect(has("<b>Try:</b> Write <code>let angle = 0.5 * Double.pi</code>."))
    #expect(has("<b>Expected error:</b>"))
    #expect(has("Not run, since cell 11 failed."))
  }

  @Test("a check shows what was expected and what was found")
  func check() {
    #expect(
      inOrder(
        "✗ Not yet:", "Expected</dt><dd>0.7071 |01⟩ − 0.7071 |10⟩", "Found</dt><dd>0.7071 |01⟩ +"))
  }

  @Test("an inline value is part of the sentence, and says so where it could not be computed")
  func value() {
    #expect(has(#"The largest entropy in the sweep is <span class="value">1.000</span> bits"#))
    var outcome = SampleLesson.outcome
    outcome.values = [nil]
    let page = Page(lesson: SampleLesson.lesson, outcome: outcome)
    #expect(page.html.contains(#"<span class="value missing">[not computed]</span>"#))
  }

  @Test("echo, output, include and code-fold decide what is shown of a cell")
  func options() {
    func page(_ change: (inout CellOptions) -> Void) -> String {
      var builder = LessonBuilder(source: "CODE")
      builder.cell("CODE", change)
      let cell = CellOutcome(status: .succeeded, outputs: [.standardOutput("PRINTED")])
      let outcome = LessonOutcome(
        cells: [cell], values: [], diagnostics: [], seconds: 0, compiler: "")
      let html = Page(lesson: builder.lesson, outcome: outcome).html
      return ["CODE", "PRINTED", "<details"].filter(html.contains).joined(separator: " ")
    }
    #expect(page { _ in } == "CODE PRINTED")
    #expect(page { $0.echo = false } == "PRINTED")
    #expect(page { $0.output = false } == "CODE")
    #expect(page { $0.include = false } == "")
    #expect(page { $0.codeFold = true } == "CODE PRINTED <details")
  }

  @Test("a failure is shown even where the cell hides everything else")
  func hiddenFailure() {
    var builder = LessonBuilder(source: "CODE")
    builder.cell("CODE") { $0.include = false }
    let fault = Diagnostic(id: "cell-trap", path: "a.md", summary: "index out of range")
    let outcome = LessonOutcome(
      cells: [CellOutcome(status: .failed, failure: [fault])], values: [], diagnostics: [fault],
      seconds: 0, compiler: "")
    let html = Page(lesson: builder.lesson, outcome: outcome).html
    #expect(html.contains("Index out of range") && !html.contains("CODE"))
  }

  @Test("a fault of the whole lesson stands on the page")
  func lessonFault() {
    var builder = LessonBuilder(source: "CODE")
    builder.cell("CODE")
    let fault = Diagnostic(id: "toolchain-not-found", path: "a.md", summary: "there is no Swift")
    let outcome = LessonOutcome(
      cells: [CellOutcome(status: .notRun)], values: [], diagnostics: [fault], seconds: 0,
      compiler: "")
    let html = Page(lesson: builder.lesson, outcome: outcome).html
    #expect(html.contains("<b>Error:</b> There is no Swift") && html.contains(">Not run.</p>"))
  }

  @Test("heading levels are never skipped, and sections are numbered")
  func headings() {
    var builder = LessonBuilder(source: "x")
    builder.frontMatter.title = "T"
    for (level, name) in [(1, "a"), (4, "b"), (2, "c"), (1, "d"), (1, "d")] {
      builder.heading(level, name, name)
    }
    let html = Page(lesson: builder.lesson, outcome: SampleCourse.nothing).html
    for text in [
      #"<h2 id="a"><span class="num">1</span> a"#, #"<h3 id="b"><span class="num">1.1</span>"#,
      #"<h3 id="c"><span class="num">1.2</span>"#, #"<h2 id="d"><span class="num">2</span>"#,
      #"<h2 id="d-2"><span class="num">3</span>"#,
    ] { #expect(html.contains(text), "\(text)") }
  }

  @Test("a first heading is the title, and a repeated title is not shown twice")
  func title() {
    var builder = LessonBuilder(path: "a/02-x.md", source: "x")
    #expect(
      Page(lesson: builder.lesson, outcome: SampleCourse.nothing).html.contains(
        "<title>02-x</title>"))
    builder.heading(1, "hello", "Hello")
    #expect(
      Page(lesson: builder.lesson, outcome: SampleCourse.nothing).html.contains(
        "<h1 id=\"title\">Hello</h1>"))
    builder.frontMatter.title = "Hello"
    #expect(
      Page(lesson: builder.lesson, outcome: SampleCourse.nothing).html.ranges(of: "Hello").count
        == 2)
  }

  @Test("provenance names hash, version, compiler, seed and parameters, and no folder")
  func provenance() {
    for text in [
      "<code>03-memory.md</code>", "<dd>0.1.0</dd>", "Swift version 6.3.1", "<code>7</code>",
      "points = 33, device = \"ideal\"", "CC BY 4.0",
    ] { #expect(has(text), "\(text)") }
    #expect(html.contains(try! Regex("<code>[0-9a-f]{64}</code>")))
    var builder = LessonBuilder(path: "/home/me/secret/a.md", source: "x")
    builder.frontMatter.parameters = [("n", .integer(1))]
    let site = SiteContext(parameters: ["n": "2"])
    let page = Page(lesson: builder.lesson, outcome: SampleLesson.outcome, site: site)
    #expect(!page.html.contains("secret") && page.html.contains("<code>n = 2</code>"))
  }

  @Test("a page asks for nothing: every address in it is a link for the reader")
  func selfContained() {
    for text in ["<link", " src=\"http", "@import", "url(http", "<iframe", "<form"] {
      #expect(!has(text), "\(text)")
    }
    #expect(has("default-src 'none'"))
  }
}
