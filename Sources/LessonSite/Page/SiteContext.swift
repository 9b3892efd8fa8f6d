/// Names another page of the course: its file, relative to this page, and its title.
public struct PageLink: Hashable, Sendable {
  /// The page's file name, for example `02-noise.html`.
  public var file: String
  /// The page's title.
  public var title: String

  /// Creates a link.
  public init(file: String, title: String) {
    self.file = file
    self.title = title
  }
}

/// Holds what a page says about the course around it; everything may be absent.
public struct SiteContext: Hashable, Sendable {
  /// The course's title, shown at the head of every page.
  public var courseTitle: String?
  /// The index page's file, relative to this page.
  public var index: String?
  /// The lesson before this one.
  public var previous: PageLink?
  /// The lesson after this one.
  public var next: PageLink?
  /// The licence that the footer names.
  public var licence: String?
  /// The version of Ketbook that renders, part of the page's provenance.
  public var version: String?
  /// Parameters given on the command line, which replace the front matter's, in order.
  public var parameters: [String: String]
  /// The language of a page whose front matter names none.
  public var language: String

  /// Creates a context; without arguments, that of a lesson rendered alone.
  public init(
    courseTitle: String? = nil, index: String? = nil, previous: PageLink? = nil,
    next: PageLink? = nil, licence: String? = nil, version: String? = nil,
    parameters: [String: String] = [:], language: String = "en"
  ) {
    self.courseTitle = courseTitle
    self.index = index
    self.previous = previous
    self.next = next
    self.licence = licence
    self.version = version
    self.parameters = parameters
    self.language = language
  }
}
