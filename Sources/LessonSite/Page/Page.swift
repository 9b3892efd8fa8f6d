public import LessonModel
public import LessonRunner
internal import Markup

/// Holds one lesson's page: a single HTML file that needs nothing else.
///
///     let page = Page(lesson: lesson, outcome: outcome, site: SiteContext(courseTitle: "Memory"))
///     page.html         // the whole file
///     page.diagnostics  // unknown TeX commands, missing images, refused links…
///
/// The same lesson, outcome and context give the same bytes.
public struct Page: Sendable {
  /// The whole file, UTF-8 when written.
  public let html: String
  /// What was found wrong while rendering, in the order of the lesson; the page is whole even so.
  public let diagnostics: [Diagnostic]

  /// Renders a lesson.
  ///
  /// - Parameters:
  ///   - lesson: the parsed lesson.
  ///   - outcome: what running it gave.
  ///   - site: the course around it.
  ///   - image: reads a local image of the prose, by the path that the lesson names; nil where
  ///     there is none.
  public init(
    lesson: Lesson, outcome: LessonOutcome, site: SiteContext = SiteContext(),
    image: (String) -> [UInt8]? = { _ in nil }
  ) {
    (html, diagnostics) = withoutActuallyEscaping(image) { image in
      Page.render(lesson, outcome, site, image)
    }
  }

  private static func render(
    _ lesson: Lesson, _ outcome: LessonOutcome, _ site: SiteContext,
    _ image: @escaping (String) -> [UInt8]?
  ) -> (String, [Diagnostic]) {
    let heading = LessonHeading(lesson)
    let numbering = Numbering(lesson: lesson, outcome: outcome, blocks: heading.body)
    var renderer = Renderer(
      lesson: lesson, outcome: outcome, numbering: numbering, image: image)
    let title = heading.titleContent.map { renderer.nodes($0) } ?? [.text(heading.title)]
    let body = renderer.nodes(heading.body)
    let contents = Contents(numbering.sections, renderer: renderer)
    let frame = PageFrame(
      title: heading.title, description: lesson.frontMatter.description,
      language: lesson.frontMatter.language, site: site, script: Script.page)
    let article: [Node] =
      ["\n", TitleBlock.node(lesson, title: title), "\n"]
      + (contents.node.map { [$0, "\n"] } ?? []) + renderer.lessonFailures + body
    let footer = Provenance(lesson: lesson, outcome: outcome, site: site).node
    let html = frame.html(
      main: [.element("article", [], article), "\n"], footer: [footer],
      hasContents: contents.node != nil)
    return (html, renderer.diagnostics)
  }
}
