internal import LessonModel

/// Finds a lesson's title and what stands below it.
struct LessonHeading {
  /// The title as plain text, for the page's head and for links.
  let title: String
  /// The title's own markup, where it comes from a heading.
  let titleContent: [Inline]?
  /// The blocks below the title.
  let body: [Block]

  /// Reads the front matter's title, else the first heading, else the file's name.
  init(_ lesson: Lesson) {
    var body = lesson.blocks
    var first: [Inline]?
    if let block = body.first, case .heading(1, _, let content) = block.kind { first = content }
    if let title = lesson.frontMatter.title {
      // A heading that repeats the title, for readers on a Git forge, is not shown twice.
      let isRepeated = first?.plainText == title
      if isRepeated { body.removeFirst() }
      self.title = title
      titleContent = isRepeated ? first : nil
    } else if let first {
      body.removeFirst()
      title = first.plainText
      titleContent = first
    } else {
      title = LessonHeading.name(of: lesson.path)
      titleContent = nil
    }
    self.body = body
  }

  /// The file's name without folders and without `.md`.
  static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".md") ? String(file.dropLast(3)) : file
  }
}
