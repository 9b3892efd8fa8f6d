import Markup
import TestSupport
import Testing

@testable import LessonSite

@Suite("TeX to MathML")
struct MathTests {
  @Test(
    "every kind of formula of a quantum course is set as its golden file says", arguments: 0..<34)
  func course(_ index: Int) throws {
    let formula = Formulas.course[index]
    let result = MathParser.parse(formula.tex)
    #expect(result.faults == [])
    let element = try #require(result.element)
    let text = Element("math", [], [.element(element)]).html + "\n"
    let miss = Golden.mismatch(text, named: "\(formula.name).mathml")
    #expect(miss == nil, "\(miss ?? "")")
  }
}
