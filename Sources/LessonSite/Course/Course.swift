/// Holds what `course.yml` says of a course.
///
///     title: Entanglement as Memory
///     description: Ten lessons on quantum recurrent networks.
///     author: [Ada Example, Bo Example]
///     licence: CC BY 4.0
///     order: [01-qubits.md, 02-noise.md]
public struct Course: Hashable, Sendable {
  /// The course's title.
  public var title: String
  /// One or two sentences for the index.
  public var description: String?
  /// The author or authors.
  public var authors: [String]
  /// The licence, named on every page.
  public var licence: String?
  /// The language of the index, a BCP 47 tag.
  public var language: String
  /// The lessons' files in the order of the course; lessons not named follow by name.
  public var order: [String]

  /// Creates a course.
  public init(
    title: String = "Lessons", description: String? = nil, authors: [String] = [],
    licence: String? = nil, language: String = "en", order: [String] = []
  ) {
    self.title = title
    self.description = description
    self.authors = authors
    self.licence = licence
    self.language = language
    self.order = order
  }

  /// Sorts lessons' paths as the course orders them: those in `order` first, the rest by name.
  public func arranged(_ paths: [String]) -> [String] {
    func rank(_ path: String) -> Int {
      order.firstIndex { Course.names($0, path) } ?? order.count
    }
    return paths.sorted { (rank($0), $0) < (rank($1), $1) }
  }

  /// Returns the entries of `order` that name none of the lessons.
  public func missing(from paths: [String]) -> [String] {
    order.filter { entry in !paths.contains { Course.names(entry, $0) } }
  }

  /// Whether an entry, with `.md` or without, names a lesson's file.
  private static func names(_ entry: String, _ path: String) -> Bool {
    LessonHeading.name(of: entry) == LessonHeading.name(of: path)
  }
}
