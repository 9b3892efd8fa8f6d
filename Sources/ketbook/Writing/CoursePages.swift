internal import Foundation
internal import LessonModel
internal import LessonRunner
internal import LessonSite

/// Knows the pages of a course: their file names, what each says about its neighbours, the index.
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

  private let site: Site
  private let lessons: [Lesson]
  private let isCourse: Bool

  init(_ folder: CourseFolder, version: String) {
    lessons = folder.lessons
    isCourse = folder.course != nil
    site = Site(course: folder.course ?? Course(), lessons: lessons, version: version)
  }

  /// What the page of a lesson needs.
  func page(of lesson: Lesson) -> Context {
    let place = lessons.firstIndex { $0.path == lesson.path }
    var context = site.context(of: place ?? lessons.count)
    if !isCourse {
      // Lessons without a course have neighbours, but nothing above them.
      context.courseTitle = nil
      context.index = nil
    }
    return Context(
      file: Site.file(of: lesson), site: context,
      folder: (lesson.path as NSString).deletingLastPathComponent)
  }

  /// The index page, where the whole course was rendered; nil otherwise.
  func index(_ outcomes: [String: LessonOutcome]) -> String? {
    guard isCourse, lessons.allSatisfy({ outcomes[$0.path] != nil || $0.hasErrors }) else {
      return nil
    }
    return site.index(
      outcomes: lessons.map { lesson in
        outcomes[lesson.path]
          ?? LessonOutcome(cells: [], values: [], diagnostics: [], seconds: 0, compiler: "")
      })
  }
}
