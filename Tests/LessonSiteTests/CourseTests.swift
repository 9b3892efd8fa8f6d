import Foundation
import LessonModel
import LessonRunner
import LessonSite
import Testing

@Suite("Courses")
struct CourseTests {
  @Test("course.yml gives title, description, authors, licence and order")
  func parse() {
    let (course, faults) = Course.parse(
      "title: A\ndescription: B\nauthor: [C, D]\nlicence: E\norder: [b.md, a]\n", path: "course.yml"
    )
    #expect(faults == [])
    #expect(
      course
        == Course(
          title: "A", description: "B", authors: ["C", "D"], licence: "E", order: ["b.md", "a"]))
  }

  @Test(
    "what is wrong with course.yml is a diagnostic with its line",
    arguments: [
      ("title: A\ntitel: B\n", "unknown-key", 2), ("title: A\norder: {a: b}\n", "wrong-type", 2),
      ("title: A\nauthor: [B\n", "broken-yaml", 3), ("- a\n", "wrong-type", 1),
      ("title: [A]\n", "wrong-type", 1),
    ])
  func faults(_ text: String, _ id: String, _ line: Int) {
    let (_, faults) = Course.parse(text, path: "Lessons/course.yml")
    #expect(faults.map(\.id) == [id])
    #expect(faults.first?.range?.start.line == line)
    #expect(faults.first?.path == "Lessons/course.yml")
  }

  @Test("an empty course.yml is a course without a name of its own")
  func empty() { #expect(Course.parse("", path: "c").1 == []) }

  @Test("lessons stand in the course's order, and the rest follow by name")
  func order() {
    let course = Course(order: ["c", "a.md"])
    #expect(
      course.arranged(["L/a.md", "L/d.md", "L/b.md", "L/c.md"]) == [
        "L/c.md", "L/a.md", "L/b.md", "L/d.md",
      ])
    #expect(course.missing(from: ["L/a.md"]) == ["c"])
  }

  @Test("neighbours are the lessons before and after")
  func neighbours() {
    let site = SampleCourse.site
    #expect(site.context(of: 0).previous == nil)
    #expect(site.context(of: 1).previous?.file == "01-formulas.html")
    #expect(
      site.context(of: 1).next == PageLink(file: "03-memory.html", title: "Entanglement as memory"))
    #expect(site.context(of: 3).next == nil)
  }

  @Test("the index names every lesson with its description and reading time")
  func index() {
    let index = SampleCourse.site.index()
    #expect(index.contains(#"<h2><a href="03-memory.html">Entanglement as memory</a></h2>"#))
    #expect(index.contains("We prepare a Bell state, trace out one half"))
    #expect(index.contains("2 min read"))
  }

  @Test("the search index holds prose, code and computed values, and cannot end its script")
  func search() throws {
    var builder = LessonBuilder(path: "x.md", source: "max </script>")
    builder.frontMatter.title = "A <b> \"title\""
    builder.heading(2, "one", "Section \\ one")
    builder.cell("let hidden = 1") { $0.include = false }
    builder.cell("let shown = 2")
    let value = builder.value("max")
    builder.paragraph(builder.t("The maximum is "), value, builder.t(" </script><script>"))
    var outcome = SampleCourse.nothing
    outcome.values = ["0.918"]
    let html = Site(course: Course(title: "T"), lessons: [builder.lesson]).index(outcomes: [outcome]
    )
    let start = try #require(html.firstRange(of: #"id="search-index">"#)).upperBound
    let end = try #require(html[start...].firstRange(of: "</script>")).lowerBound
    let json = try JSONSerialization.jsonObject(with: Data(html[start..<end].utf8)) as? [[Any]]
    let lesson = try #require(json?.first)
    #expect(lesson[0] as? String == "x.html")
    #expect(lesson[1] as? String == "A <b> \"title\"")
    let sections = lesson[2] as? [[String]]
    #expect(
      sections == [
        ["one", "Section \\ one", "let shown = 2 The maximum is 0.918 </script><script>"]
      ])
  }
}
