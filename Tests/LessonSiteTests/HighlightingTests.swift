import Markup
import Testing

@testable import LessonSite

@Suite("Colouring Swift")
struct HighlightingTests {
  private func kinds(_ code: String) -> [String] {
    SwiftLexer.pieces(of: code).filter { $0.kind != .plain }.map {
      "\($0.kind.rawValue):\($0.text)"
    }
  }

  @Test(
    "the pieces put together are the code, whatever it is",
    arguments: SampleLesson.code + [
      "", "\"", "\"\"\"", "/*", "/* /* */", "#\"", "\"\\(", "\"\\(\"\\(a)\")\"", "`let`", "@", "#",
      "0x",
      "1.", "1..<2", "a\r\nb", "\"a\nb", "##\"a\"#b\"##", "é🙂 let",
    ])
  func complete(_ code: String) {
    #expect(SwiftLexer.pieces(of: code).map(\.text).joined() == code)
  }

  @Test("keywords, types, numbers, strings, comments and attributes are told apart")
  func told() {
    #expect(
      kinds("@inlinable func f(x: Int) -> Double { 1.5e-3 // one\n}")
        == ["a:@inlinable", "k:func", "t:Int", "t:Double", "n:1.5e-3", "c:// one"])
    #expect(kinds("/* a /* b */ c */ let") == ["c:/* a /* b */ c */", "k:let"])
    #expect(kinds("if #available(macOS 14, *)") == ["k:if", "a:#available", "n:14"])
  }

  @Test("code inside an interpolation is code")
  func interpolation() {
    #expect(kinds(#""a \(f(1) + "b") c""#) == [#"s:"a \("#, "n:1", #"s:"b") c""#])
    #expect(kinds(##"#"a \(b) \#(1)"#"##) == [##"s:#"a \(b) \#("##, "n:1", ##"s:)"#"##])
  }

  @Test("members named like keywords, and ranges, are not mistaken")
  func members() {
    #expect(kinds("x.default + .init(0..<8)") == ["n:0", "n:8"])
  }
}
