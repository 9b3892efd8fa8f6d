internal import LessonModel
internal import Markup

extension Renderer {
  mutating func inlineMath(_ tex: String, range: SourceRange) -> [Node] {
    [.element("code", [], [.text(tex)])]
  }
  mutating func displayMath(_ tex: String, label: String?, range: SourceRange) -> Node {
    .element("pre", [], [.text(tex)])
  }
}
