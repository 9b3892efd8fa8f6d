internal import Foundation
internal import LessonModel
internal import LessonSite

/// Reads the course that lessons belong to: `course.yml` beside them, and who their neighbours are.
struct CourseFolder {
  /// What `course.yml` says; nil where there is none.
  var course: Course?
  /// All lessons of the folder in the order of the course; without a course, those that are rendered.
  var lessons: [Lesson]
  /// What is wrong with `course.yml`.
  var diagnostics: [Diagnostic] = []

  /// Looks for the course of the lessons that the command line named.
  ///
  /// A lesson rendered alone gets the same page as with all others, so its neighbours are read too.
  init(paths: [String], lessons: [Lesson]) {
    self.lessons = lessons
    for folder in paths.map(CourseFolder.folder) {
      let path = (folder as NSString).appendingPathComponent("course.yml")
      guard let data = FileManager.default.contents(atPath: path) else { continue }
      let (course, faults) = Course.parse(String(decoding: data, as: UTF8.self), path: path)
      diagnostics = faults
      read(course, path: path, folder: folder)
      return
    }
  }

  private mutating func read(_ course: Course, path: String, folder: String) {
    self.course = course
    var byPath: [String: Lesson] = [:]
    for lesson in LessonLoader.load([folder]).lessons + lessons { byPath[lesson.path] = lesson }
    let paths = Array(byPath.keys)
    for entry in course.missing(from: paths) {
      diagnostics.append(
        Diagnostic(
          id: "lesson-missing", path: path, summary: "'order' names '\(entry)', which is no lesson",
          suggestion: "Name a Markdown file of the folder, or leave the entry out."))
    }
    lessons = course.arranged(paths).compactMap { byPath[$0] }
  }

  /// The lessons that are rendered, in the order of the course.
  func arranged(_ rendered: [Lesson]) -> [Lesson] {
    guard let course else { return rendered }
    var byPath: [String: Lesson] = [:]
    for lesson in rendered { byPath[lesson.path] = lesson }
    return course.arranged(Array(byPath.keys)).compactMap { byPath[$0] }
  }

  private static func folder(of path: String) -> String {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    return exists && isFolder.boolValue ? path : (path as NSString).deletingLastPathComponent
  }
}
