internal import LessonModel
internal import Markup

/// Sets a page's title, description, authors, date and reading time.
enum TitleBlock {
  static func node(_ lesson: Lesson, title: [Node]) -> Node {
    let matter = lesson.frontMatter
    var content: [Node] = ["\n", .element("h1", [("id", "title")], title), "\n"]
    if let description = matter.description, !description.isEmpty {
      content += [.element("p", [("class", "lead")], [.text(description)]), "\n"]
    }
    var facts: [String] = []
    if !matter.authors.isEmpty { facts.append(matter.authors.joined(separator: ", ")) }
    if let date = matter.date { facts.append(date) }
    facts.append("\(ReadingTime.minutes(lesson)) min read")
    content += [.element("p", [("class", "facts")], [.text(facts.joined(separator: " · "))]), "\n"]
    return .element("header", [("class", "title")], content)
  }
}
