public import LessonModel
public import LessonRunner
internal import Markup

/// Holds a course with its lessons in order, and makes what goes beyond one lesson.
///
///     let site = Site(course: course, lessons: lessons, version: "0.1.0")
///     let page = Page(lesson: lessons[0], outcome: outcome, site: site.context(of: 0))
///     let index = site.index(outcomes: outcomes)  // the HTML of index.html
public struct Site: Sendable {
  /// The name of the index page's file.
  public static let indexFile = "index.html"

  private let course: Course
  private let lessons: [Lesson]
  private let version: String?

  /// Creates a site.
  ///
  /// - Parameters:
  ///   - course: what `course.yml` says.
  ///   - lessons: the lessons in the order of `Course.arranged`.
  ///   - version: the version of Ketbook, for the footers.
  public init(course: Course, lessons: [Lesson], version: String? = nil) {
    self.course = course
    self.lessons = lessons
    self.version = version
  }

  /// Returns the name of the page of a lesson, `01-qubits.html` for `Lessons/01-qubits.md`.
  public static func file(of lesson: Lesson) -> String {
    LessonHeading.name(of: lesson.path) + ".html"
  }

  /// Returns what a lesson's page says about the course around it.
  ///
  /// - Parameters:
  ///   - index: the lesson's place among the lessons.
  ///   - parameters: the parameters that the command line set.
  public func context(of index: Int, parameters: [String: String] = [:]) -> SiteContext {
    func link(_ index: Int) -> PageLink? {
      guard lessons.indices.contains(index) else { return nil }
      let lesson = lessons[index]
      return PageLink(file: Site.file(of: lesson), title: LessonHeading(lesson).title)
    }
    return SiteContext(
      courseTitle: course.title, index: Site.indexFile, previous: link(index - 1),
      next: link(index + 1), licence: course.licence, version: version, parameters: parameters,
      language: course.language)
  }

  /// Returns the HTML of the course's index: lessons with description and reading time, and search.
  ///
  /// - Parameter outcomes: the lessons' outcomes in the same order, whose inline values are found by
  ///   search; a lesson without one is found by its prose.
  public func index(outcomes: [LessonOutcome] = []) -> String {
    let entries = lessons.enumerated().map { index, lesson in
      SearchIndex.entry(
        lesson, values: outcomes.indices.contains(index) ? outcomes[index].values : [])
    }
    var content: [Node] = ["\n", titleBlock, "\n", search(entries), "\n"]
    if lessons.isEmpty { content += [.element("p", [], ["There are no lessons yet."]), "\n"] }
    content += [.element("ol", [("class", "lessons")], ["\n"] + lessons.flatMap(item)), "\n"]
    let frame = PageFrame(
      title: course.title, description: course.description, language: course.language,
      site: SiteContext(courseTitle: course.title, version: version, language: course.language),
      script: Script.page + "\n" + Script.search)
    return frame.html(main: content, footer: footer, hasContents: false)
  }

  private var titleBlock: Node {
    var content: [Node] = ["\n", .element("h1", [("id", "title")], [.text(course.title)]), "\n"]
    if let description = course.description {
      content += [.element("p", [("class", "lead")], [.text(description)]), "\n"]
    }
    if !course.authors.isEmpty {
      content += [
        .element("p", [("class", "facts")], [.text(course.authors.joined(separator: ", "))]), "\n",
      ]
    }
    return .element("header", [("class", "title")], content)
  }

  /// The place of the search, which a script fills; the index it searches is part of the page.
  private func search(_ entries: [SearchIndex.Entry]) -> Node {
    .element(
      "div", [("id", "search"), ("class", "search")],
      [
        .element(
          "noscript", [],
          [.element("p", [], ["Searching the course needs scripts; everything else does not."])]),
        .element(
          "script", [("type", "application/json"), ("id", "search-index")],
          [.text(SearchIndex.json(entries))]),
      ])
  }

  private func item(_ lesson: Lesson) -> [Node] {
    let heading = LessonHeading(lesson)
    var content: [Node] = [
      .element(
        "h2", [],
        [
          .element(
            "a", [("href", LinkFilter.escaped(Site.file(of: lesson)))], [.text(heading.title)])
        ])
    ]
    if let description = lesson.frontMatter.description {
      content.append(.element("p", [], [.text(description)]))
    }
    content.append(
      .element("p", [("class", "facts")], [.text("\(ReadingTime.minutes(lesson)) min read")]))
    return [.element("li", [], content), "\n"]
  }

  private var footer: [Node] {
    let facts = [course.licence.map { "Licence: \($0)" }, version.map { "Ketbook \($0)" }]
      .compactMap { $0 }
    return facts.isEmpty ? [] : [.element("p", [], [.text(facts.joined(separator: " · "))])]
  }
}
