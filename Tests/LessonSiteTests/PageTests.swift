import Foundation
import LessonModel
import LessonRunner
import Markup
import Records
import Testing

@testable import LessonSite

@Suite("Pages")
struct PageTests {
  let page = Page(
    lesson: SampleLesson.lesson, outcome: SampleLesson.outcome, site: SampleLesson.site)

  @Test("the sample lesson has nothing to complain about")
  func noDiagnostics() { #expect(page.diagnostics == []) }

  @Test("the same lesson gives the same bytes")
  func deterministic() {
    let again = Page(
      lesson: SampleLesson.lesson, outcome: SampleLesson.outcome, site: SampleLesson.site)
    #expect(again.html == page.html)
  }

  @Test("a page of 12 cells and two plots stays below 60 kB")
  func weight() { #expect(page.html.utf8.count < 60_000, "\(page.html.utf8.count) bytes") }

  @Test(
    "pages for the browser checks are written where KETBOOK_PAGES says",
    .enabled(if: ProcessInfo.processInfo.environment["KETBOOK_PAGES"] != nil))
  func write() throws {
    let folder = URL(fileURLWithPath: ProcessInfo.processInfo.environment["KETBOOK_PAGES"] ?? "")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for page in SampleCourse.pages {
      try Data(page.html.utf8).write(to: folder.appending(path: page.file))
    }
  }
}
