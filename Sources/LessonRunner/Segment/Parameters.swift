public import LessonModel

extension FrontMatter {
  /// The parameters as the Swift declaration that cells read them from.
  var parameterDeclarations: String {
    guard !parameters.isEmpty else { return "" }
    var text = "struct LessonParameters {\n"
    for (name, value) in parameters {
      text += "  let `\(name)`: \(value.swiftType) = \(value.swiftLiteral)\n"
    }
    return text + "}\nlet params = LessonParameters()\n"
  }
}

extension FrontMatter.Parameter {
  var swiftType: String {
    switch self {
    case .integer: return "Int"
    case .number: return "Double"
    case .boolean: return "Bool"
    case .text: return "String"
    }
  }

  var swiftLiteral: String {
    switch self {
    case .integer(let value): return "\(value)"
    case .number(let value):
      if value.isNaN { return ".nan" }
      return value.isInfinite ? (value < 0 ? "-.infinity" : ".infinity") : "\(value)"
    case .boolean(let value): return "\(value)"
    case .text(let value):
      var literal = "\""
      for scalar in value.unicodeScalars {
        switch scalar {
        case "\"", "\\": literal += "\\\(scalar)"
        case _ where scalar.value < 32 || scalar.value == 127:
          literal += "\\u{\(String(scalar.value, radix: 16))}"
        default: literal.unicodeScalars.append(scalar)
        }
      }
      return literal + "\""
    }
  }
}

extension Lesson {
  /// Returns the lesson with some parameters replaced, as `--param name=value` asks.
  ///
  /// - Returns: nil and a diagnostic where a name is not declared or a value is of another type.
  public func setting(_ values: [(name: String, text: String)]) -> (Lesson, [Diagnostic]) {
    var lesson = self
    var diagnostics: [Diagnostic] = []
    for (name, text) in values {
      guard let index = frontMatter.parameters.firstIndex(where: { $0.name == name }) else {
        let known = frontMatter.parameters.map(\.name).joined(separator: ", ")
        diagnostics.append(
          Diagnostic(
            id: "unknown-parameter", path: path, summary: "the lesson has no parameter `\(name)`",
            suggestion: known.isEmpty
              ? "Declare it in the front matter: `params: { \(name): … }`."
              : "Its parameters are \(known)."))
        continue
      }
      let declared = frontMatter.parameters[index].value
      guard let value = declared.replaced(by: text) else {
        diagnostics.append(
          Diagnostic(
            id: "parameter-type", path: path,
            summary: "the parameter `\(name)` is of type \(declared.swiftType), not `\(text)`",
            suggestion: "Give a value such as \(declared.swiftLiteral)."))
        continue
      }
      lesson.frontMatter.parameters[index].value = value
    }
    return (lesson, diagnostics)
  }
}

extension FrontMatter.Parameter {
  fileprivate func replaced(by text: String) -> FrontMatter.Parameter? {
    switch self {
    case .integer: return Int(text).map { .integer($0) }
    case .number: return Double(text).map { .number($0) }
    case .boolean: return Bool(text).map { .boolean($0) }
    case .text: return .text(text)
    }
  }
}
