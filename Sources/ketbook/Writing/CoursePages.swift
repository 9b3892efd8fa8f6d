internal import Foundation
internal import LessonModel
internal import LessonRunner
internal import LessonSite

/// Knows the pages of a course: their file names, and what each says about its neighbours.
struct CoursePages: Sendable {
  /// Holds what one lesson's page needs.
  struct Context: Sendable {
    var file: String
    var site: SiteContext
    var folder: String

    /// The page's HTML and what is wrong with it.
    func html(_ lesson: Lesson, _ outcome: LessonOutcome) -> (String, [Diagnostic]) {
      let page = Page(lesson: lesson, outcome: outcome, site: site) { name in
        FileManager.default.contents(atPath: (folder as NSString).appendingPathComponent(name))
          .map(Array.init)
      }
      return (page.html, page.diagnostics)
    }
  }

  private let contexts: [Context]

  init(lessons: [Lesson], version: String) {
    let links = lessons.map { PageLink(file: CoursePages.file($0), title: CoursePages.title($0)) }
    contexts = lessons.indices.map { index in
      let site = SiteContext(
        previous: index > 0 ? links[index - 1] : nil,
        next: index + 1 < links.count ? links[index + 1] : nil, version: version)
      return Context(
        file: links[index].file, site: site,
        folder: (lessons[index].path as NSString).deletingLastPathComponent)
    }
  }

  func page(_ index: Int) -> Context { contexts[index] }

  /// The page of `Lessons/01-qubits.md` is `01-qubits.html`.
  private static func file(_ lesson: Lesson) -> String {
    let name = (lesson.path as NSString).lastPathComponent as NSString
    return "\(name.deletingPathExtension).html"
  }

  private static func title(_ lesson: Lesson) -> String {
    if let title = lesson.frontMatter.title { return title }
    let name = (lesson.path as NSString).lastPathComponent as NSString
    return name.deletingPathExtension
  }
}
