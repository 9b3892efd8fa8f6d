import LessonModel
import Markup
import Testing

@testable import LessonSite

@Suite("Faults in formulas")
struct MathFaultTests {
  private func faults(_ tex: String) -> [MathFault] { MathParser.parse(tex).faults }

  @Test("every unknown command is reported with its place and the nearest known one")
  func unknown() {
    let found = faults(#"\kett{0} + \alpah"#)
    #expect(found.map(\.id) == ["unknown-tex-command", "unknown-tex-command"])
    #expect(found.map(\.offset) == [0, 11])
    #expect(found.map(\.length) == [5, 6])
    #expect(found[0].suggestion == #"Did you mean '\ket'?"#)
    #expect(found[1].suggestion == #"Did you mean '\alpha'?"#)
  }

  @Test(
    "TeX that is not well-formed is a fault and gives no formula",
    arguments: [
      "{a", "a}", #"\frac{1}"#, #"\left( a"#, #"a \right)"#, "a^b^c", "a_b_c", "a & b",
      #"a \\ b"#, #"\begin{pmatrix} a"#, #"\begin{pmatrix} a \end{bmatrix}"#, #"\text{a"#, "a^",
      #"\sqrt[3 x"#, #"\left x y \right)"#, #"\not"#, #"\hspace{wide}"#, "\\", #"\text{\frac12}"#,
      #"\ket{a"#, #"\end{cases}"#, #"\middle|"#, #"\big"#, #"\text{$a}"#, #"\operatorname"#,
    ])
  func syntax(_ tex: String) {
    let result = MathParser.parse(tex)
    #expect(result.faults.map(\.id) == ["tex-syntax"])
    #expect(result.element == nil)
    #expect(result.faults.allSatisfy { (0...tex.utf8.count).contains($0.offset) })
  }

  @Test("unknown environments, macros and colours have faults of their own")
  func others() {
    #expect(faults(#"\begin{tikz} a \end{tikz}"#).map(\.id) == ["unknown-tex-environment"])
    #expect(faults(#"\newcommand{\a}{b}"#).map(\.id) == ["unsupported-tex"])
    #expect(faults(#"\color{red} a"#).map(\.id) == ["unsupported-tex"])
  }

  @Test(
    "nesting is bounded, whatever nests",
    arguments: ["{", #"\sqrt{"#, #"\ket{"#, #"\text{"#, #"\left("#, "a^{"])
  func depth(_ opening: String) {
    let found = faults(String(repeating: opening, count: 100_000))
    #expect(found.map(\.id) == ["tex-too-deep"])
  }

  @Test("a chain of commands without braces is bounded too")
  func chain() {
    #expect(faults(String(repeating: #"\hat"#, count: 50_000)).map(\.id) == ["tex-too-deep"])
    #expect(
      faults(String(repeating: #"\displaystyle "#, count: 50_000)).map(\.id) == ["tex-too-deep"])
  }

  @Test("a fault is a diagnostic at the formula's own line and column of the lesson")
  func place() {
    var builder = LessonBuilder(path: "Lessons/x.md", source: "# T\n\nText $a + \\foo{b}$ end.\n")
    builder.paragraph(
      builder.t("Text "), builder.inline(.math("a + \\foo{b}"), at: "$a + \\foo{b}$"))
    let page = Page(lesson: builder.lesson, outcome: SampleCourse.nothing)
    #expect(page.diagnostics.map(\.id) == ["unknown-tex-command"])
    #expect(page.diagnostics[0].path == "Lessons/x.md")
    #expect(page.diagnostics[0].range?.start == SourcePosition(line: 3, column: 11))
    #expect(page.diagnostics[0].range?.end == SourcePosition(line: 3, column: 15))
    #expect(page.html.contains(#"<code class="missing">a + \foo{b}</code>"#))
  }

  @Test("a fault in a later line of display math names that line")
  func laterLine() {
    let tex = "a \\\\\n  \\bar{x} \\oops"
    var builder = LessonBuilder(source: "one\n\n$$\n\\begin{aligned}\n\(tex)\n\\end{aligned}\n$$\n")
    builder.math("\\begin{aligned}\n\(tex)\n\\end{aligned}")
    let page = Page(lesson: builder.lesson, outcome: SampleCourse.nothing)
    #expect(page.diagnostics.map { $0.range?.start } == [SourcePosition(line: 6, column: 11)])
  }
}

@Suite("Letters of formulas")
struct MathAlphabetTests {
  private func set(_ tex: String) -> String? { MathParser.parse(tex).element?.plainText }

  @Test("letters that were in Unicode before the mathematical blocks are found where they are")
  func holes() {
    #expect(set(#"\mathcal{BEFHILMRego}"#) == "ℬℰℱℋℐℒℳℛℯℊℴ")
    #expect(set(#"\mathfrak{CHIRZ}"#) == "ℭℌℑℜℨ")
    #expect(set(#"\mathbb{CHNPQRZ}"#) == "ℂℍℕℙℚℝℤ")
    #expect(set(#"\mathit{h}"#) == "ℎ")
  }

  @Test("every alphabet has all letters, each one assigned in Unicode and none twice")
  func complete() {
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    for alphabet in [
      MathAlphabet.italic, .bold, .boldItalic, .script, .fraktur, .doubleStruck, .sans, .typewriter,
    ] {
      let written = letters.compactMap { alphabet.letter($0) }
      #expect(Set(written).count == 52)
      #expect(
        written.flatMap(\.unicodeScalars).allSatisfy {
          $0.properties.generalCategory != .unassigned
        })
    }
  }

  @Test("bold covers Greek and digits")
  func bold() {
    #expect(set(#"\boldsymbol{\sigma\rho\phi}"#) == "𝝈𝝆𝝓")
    #expect(set(#"\mathbf{1\Gamma}"#) == "𝟏𝚪")
    #expect(set(#"\mathbb{1}"#) == "𝟙")
  }
}
