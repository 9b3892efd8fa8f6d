/// Holds a parsed lesson.
public struct Lesson: Sendable {
  /// The file, as the user named it.
  public var path: String
  /// The file's text.
  public var source: String
  /// The front matter, with defaults for what is not set.
  public var frontMatter: FrontMatter
  /// The blocks, top to bottom.
  public var blocks: [Block]
  /// The Swift cells, top to bottom, those inside lists and quotes too.
  public var cells: [Cell]
  /// The inline values, top to bottom.
  public var values: [InlineValue]
  /// What is wrong with the lesson; a lesson with an error is not run.
  public var diagnostics: [Diagnostic]

  /// Creates a lesson.
  public init(
    path: String, source: String, frontMatter: FrontMatter = FrontMatter(), blocks: [Block] = [],
    cells: [Cell] = [], values: [InlineValue] = [], diagnostics: [Diagnostic] = []
  ) {
    self.path = path
    self.source = source
    self.frontMatter = frontMatter
    self.blocks = blocks
    self.cells = cells
    self.values = values
    self.diagnostics = diagnostics
  }
}

/// Holds a lesson's front matter.
public struct FrontMatter: Hashable, Sendable {
  /// Holds the value of one parameter, a scalar in YAML.
  public enum Parameter: Hashable, Sendable {
    case integer(Int)
    case number(Double)
    case boolean(Bool)
    case text(String)
  }

  /// The page's title; the first heading or the file's name where it is not set.
  public var title: String?
  /// One or two sentences for the index and the page's head.
  public var description: String?
  /// The author or authors.
  public var authors: [String] = []
  /// The date as the author wrote it; no clock is ever read.
  public var date: String?
  /// The page's language, a BCP 47 tag.
  public var language = "en"
  /// The seed of every random number in the lesson.
  public var seed: UInt64 = 0
  /// The parameters that cells read as `params.name`, in the order of the file.
  public var parameters: [(name: String, value: Parameter)] = []
  /// The files that the lesson's cells read, relative to the lesson's folder.
  public var data: [String] = []
  /// Whether raw HTML in prose reaches the page.
  public var allowsRawHTML = false
  /// The tolerance for numbers in outputs when pages are verified.
  public var tolerance: Double?

  /// Creates the default front matter.
  public init() {}

  /// Compares every field.
  public static func == (left: FrontMatter, right: FrontMatter) -> Bool {
    left.title == right.title && left.description == right.description
      && left.authors == right.authors && left.date == right.date
      && left.language == right.language && left.seed == right.seed
      && left.data == right.data && left.allowsRawHTML == right.allowsRawHTML
      && left.tolerance == right.tolerance
      && left.parameters.elementsEqual(right.parameters) { $0 == $1 }
  }

  /// Feeds the fields that tell lessons apart to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(title)
    hasher.combine(seed)
  }
}
