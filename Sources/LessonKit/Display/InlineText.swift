/// Writes the value of `` `{swift} expression` `` as it stands in a sentence.
enum InlineText {
  /// A floating-point number to four significant digits, anything else as `show(_:)` has it.
  static func of(_ value: Any) -> String {
    switch value {
    case let number as Double: return Numbers.text(number)
    case let number as Float: return Numbers.text(Double(number))
    default:
      let mirror = Mirror(reflecting: value)
      if mirror.displayStyle == .optional {
        return mirror.children.first.map { of($0.value) } ?? "nil"
      }
      return Displays.text(value)
    }
  }
}
