import CMark
import Foundation
import LessonModel
import Testing

/// The 652 examples of the CommonMark 0.30 specification, through our tree and through cmark itself.
@Suite struct CommonMarkTests {
  struct Example: Decodable {
    var markdown: String
    var html: String
    var example: Int
  }

  static let path = ProcessInfo.processInfo.environment["KETBOOK_COMMONMARK_SPEC"]

  static func examples() throws -> [Example] {
    let data = try Data(contentsOf: URL(fileURLWithPath: path ?? ""))
    return try JSONDecoder().decode([Example].self, from: data)
  }

  /// What cmark itself makes of a text, in its safe default.
  static func cmark(_ text: String) -> String {
    guard let html = cmark_markdown_to_html(text, text.utf8.count, 0) else { return "" }
    defer { free(html) }
    return String(cString: html)
  }

  /// The examples in which our safe default, which is cmark's, leaves out what the specification
  /// shows: raw HTML, and a link with a scheme that could run a script.
  static let unsafe: Set<Int> = [
    21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163,
    164, 165, 166, 167, 168, 169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 181,
    182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 201, 308, 309, 344, 474, 475, 476, 490,
    493, 523, 535, 612, 613, 614, 615, 616, 622, 624, 627, 628, 629, 630, 631, 642, 643,
  ]

  @Test(.enabled(if: path != nil, "set KETBOOK_COMMONMARK_SPEC to CommonMark's spec.json"))
  func everyExampleGivesTheSameHTMLAsCMark() throws {
    let examples = try Self.examples()
    #expect(examples.count == 652)
    for example in examples {
      let ours = CommonMarkHTML.text(Lesson.parsingCommonMark(example.markdown))
      #expect(
        ours == Self.cmark(example.markdown),
        "example \(example.example): \(example.markdown.debugDescription)")
    }
  }

  @Test(.enabled(if: path != nil, "set KETBOOK_COMMONMARK_SPEC to CommonMark's spec.json"))
  func onlyTheListedExamplesDifferFromTheSpecification() throws {
    let different = try Self.examples().filter {
      CommonMarkHTML.text(Lesson.parsingCommonMark($0.markdown)) != $0.html
    }
    #expect(Set(different.map(\.example)) == Self.unsafe)
    for example in different {
      let ours = CommonMarkHTML.text(Lesson.parsingCommonMark(example.markdown))
      #expect(
        ours.contains("<!-- raw HTML omitted -->") || ours.contains("href=\"\""),
        "example \(example.example) differs for another reason")
    }
  }

  @Test(.enabled(if: path != nil, "set KETBOOK_COMMONMARK_SPEC to CommonMark's spec.json"))
  func ourExtensionsLeaveCommonMarkAlone() throws {
    // Examples that use none of the extensions' characters must not change when they are on.
    let signs = ["$", "|", "@", "[!", "{#", "{swift}", "swift", "---", "math"]
    for example in try Self.examples()
    where !signs.contains(where: example.markdown.contains)
      && !example.markdown.allSatisfy(\.isWhitespace)
    {
      let ours = CommonMarkHTML.text(Lesson.parse(example.markdown, path: "a.md"))
      #expect(
        ours == Self.cmark(example.markdown),
        "example \(example.example): \(example.markdown.debugDescription)")
    }
  }
}
