internal import Digest
internal import LessonModel
internal import LessonRunner
internal import Markup

/// Says what a page was made from, so that it can be made again: never when, where or by whom.
struct Provenance {
  let lesson: Lesson
  let outcome: LessonOutcome
  let site: SiteContext

  var node: Node {
    var rows: [Node] = ["\n"]
    func add(_ name: String, _ value: [Node]) {
      rows += [
        .element(
          "div", [], [.element("dt", [], [.text(name)]), .element("dd", [], value)]), "\n",
      ]
    }
    func code(_ text: String) -> [Node] { [.element("code", [], [.text(text)])] }

    add("Lesson", code(lesson.path.split(separator: "/").last.map(String.init) ?? lesson.path))
    add("SHA-256", code(SHA256.hexadecimal(lesson.source)))
    if let version = site.version { add("Ketbook", [.text(version)]) }
    if !outcome.compiler.isEmpty { add("Compiler", [.text(outcome.compiler)]) }
    add("Seed", code("\(lesson.frontMatter.seed)"))
    if !parameters.isEmpty { add("Parameters", code(parameters)) }
    if let licence = site.licence { add("Licence", [.text(licence)]) }
    return .element(
      "section", [("class", "provenance"), ("aria-labelledby", "provenance")],
      [
        "\n", .element("h2", [("id", "provenance")], ["How this page was made"]), "\n",
        .element("dl", [], rows), "\n",
      ])
  }

  private var parameters: String {
    let own = lesson.frontMatter.parameters.map { parameter in
      let value = site.parameters[parameter.name] ?? text(parameter.value)
      return "\(parameter.name) = \(value)"
    }
    let names = Set(lesson.frontMatter.parameters.map(\.name))
    let added = site.parameters.filter { !names.contains($0.key) }.sorted { $0.key < $1.key }
    return (own + added.map { "\($0.key) = \($0.value)" }).joined(separator: ", ")
  }

  private func text(_ value: FrontMatter.Parameter) -> String {
    switch value {
    case .integer(let value): "\(value)"
    case .number(let value): "\(value)"
    case .boolean(let value): "\(value)"
    case .text(let value): "\"\(value)\""
    }
  }
}
