import Foundation
import LessonModel
import Testing

/// Every node's place in the file, checked against the text that stands there.
@Suite struct PlaceTests {
  @Test(.enabled(if: CommonMarkTests.path != nil, "set KETBOOK_COMMONMARK_SPEC to spec.json"))
  func everyNodeOfTheSpecificationStandsWhereItSays() throws {
    for example in try CommonMarkTests.examples() {
      for lesson in [
        Lesson.parsingCommonMark(example.markdown), Lesson.parse(example.markdown, path: "a.md"),
      ] {
        let faults = Places.faults(lesson)
        #expect(faults == [], "example \(example.example): \(example.markdown.debugDescription)")
      }
    }
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func nodesOfRandomLessonsStandWhereTheySay(lineEnd: String) {
    for seed in 0..<120 {
      let text = RandomLesson(seed: UInt64(seed)).text.replacing("\n", with: lineEnd)
      #expect(Places.faults(Lesson.parse(text, path: "a.md")) == [], "seed \(seed): \(text)")
      #expect(Places.faults(Lesson.parsingCommonMark(text)) == [], "seed \(seed), plain: \(text)")
    }
  }
}

/// Puts lessons together from pieces that are hard to place.
struct RandomLesson {
  private var state: UInt64
  private(set) var text = ""

  private static let inlines = [
    "word", "two words", "*emphasis*", "**strong**", "***both** of*", "`code`", "`` a`b ``",
    "$a_1 * b_2$", "$x$,", "é 世界 🙂", "\\*not\\*", "&amp; &eacute;", "[link](u \"t\")", "[ref]",
    "[ref][]", "[text][ref]", "![alt *x*](i.png)", "<https://a.b/c?d=e&amp;f>", "<b>raw</b>",
    "`{swift} 1 + 1`", "@fig-a", "me@fig-a.org", "$5 and $10", "`multi\nline`", "_a_b_", "a\\\nb",
    "c  \nd", "$$x\n+ y$$", "`` $`y`$ ``", "$`\\{z\\}`$", "![a [b](c)](d)", "*a `b` $c$ d*", "\\",
    "<a href=\"x\n\">y</a>", "~", "`", "$", "$$", "**", "[", "](", "!", "|", "\\|",
  ]

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    for _ in 0..<(2 + pick(5)) { text += block(depth: 0) + "\n\n" }
    text += "[ref]: /url 'title'\n"
  }

  private mutating func pick(_ count: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(count))
  }

  private mutating func line() -> String {
    (0...pick(6)).map { _ in Self.inlines[pick(Self.inlines.count)] }.joined(separator: " ")
  }

  private mutating func prose() -> String {
    (0...pick(3)).map { _ in String(repeating: " ", count: pick(4)) + line() }
      .joined(separator: "\n")
  }

  private mutating func block(depth: Int) -> String {
    switch pick(depth < 3 ? 13 : 8) {
    case 0: return "### \(line().replacing("\n", with: " ")) {#sec-\(pick(1000))}"
    case 1: return "\(prose())\n==="
    case 2: return "```swift\n//| echo: false\nlet a = 1\n\tlet b = \"$x$\"\n```"
    case 3:
      return "| a | \(cell()) |\n|:--|---:|\n| \(cell()) | \\| `c\\|d` |\n|x\n: Caption \(cell())"
    case 4: return "$$\na\n- b\n= c\n$$ {#eq-\(pick(1000))}"
    case 5: return "    indented $code$\n\n    more"
    case 8: return prefixed(block(depth: depth + 1), "> ", "> ")
    case 9: return prefixed(block(depth: depth + 1), "- ", "  ")
    case 10: return prefixed(block(depth: depth + 1), "10.  ", "     ")
    case 11: return prefixed(block(depth: depth + 1), ">\t", ">\t")
    case 12: return prefixed(prose() + "\n\n" + block(depth: depth + 1), "-\t", "\t")
    default: return prose()
    }
  }

  private mutating func cell() -> String { line().filter { $0 != "\n" && $0 != "|" } }

  private func prefixed(_ text: String, _ first: String, _ rest: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { ($0 == 0 ? first : rest) + $1 }.joined(separator: "\n")
  }
}
