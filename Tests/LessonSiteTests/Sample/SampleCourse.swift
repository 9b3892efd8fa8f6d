import LessonModel
import LessonRunner
import LessonSite

/// A small course around the sample lesson, for the checks in a browser.
enum SampleCourse {
  static let course = Course(
    title: "Entanglement as Memory: the course",
    description: "From one qubit to the insides of a trained recurrent network.",
    authors: ["Ada Example"], licence: "CC BY 4.0")

  /// The lessons in order, with what running them gave.
  static var lessons: [(lesson: Lesson, outcome: LessonOutcome)] {
    [
      (formulas, nothing), (plain("02-noise", "Noise", "What a device adds to a state."), nothing),
      (SampleLesson.lesson, SampleLesson.outcome),
      (plain("04-training", "Training a quantum recurrent network", "Gradients."), nothing),
    ]
  }

  static var site: Site {
    Site(course: course, lessons: lessons.map(\.lesson), version: "0.1.0")
  }

  /// Every page by its file name.
  static var pages: [(file: String, html: String)] {
    let site = site
    let lessons = lessons
    let pages = lessons.enumerated().map { index, entry in
      (
        Site.file(of: entry.lesson),
        Page(lesson: entry.lesson, outcome: entry.outcome, site: site.context(of: index)).html
      )
    }
    return pages + [(Site.indexFile, site.index(outcomes: lessons.map(\.outcome)))]
  }

  static let nothing = LessonOutcome(
    cells: [], values: [], diagnostics: [], seconds: 0, compiler: "")

  private static func plain(_ name: String, _ title: String, _ description: String) -> Lesson {
    var builder = LessonBuilder(path: "Lessons/\(name).md", source: description)
    builder.frontMatter.title = title
    builder.frontMatter.description = description
    builder.paragraph(builder.t(description))
    return builder.lesson
  }

  static var formulas: Lesson {
    var builder = LessonBuilder(
      path: "Lessons/01-formulas.md", source: Formulas.course.map(\.tex).joined(separator: "\n"))
    builder.frontMatter.title = "Formulas of a quantum course"
    for formula in Formulas.course {
      builder.paragraph(
        builder.t("In a line of prose, \(formula.name) is "), builder.m(formula.tex),
        builder.t(" and on a line of its own:"))
      builder.math(formula.tex)
    }
    return builder.lesson
  }
}
