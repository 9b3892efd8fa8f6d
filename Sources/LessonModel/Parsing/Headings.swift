/// Makes anchors of headings and reads labels in braces.
enum Headings {
  /// Takes `{#label}` off the end of a heading or caption.
  static func takeLabel(_ content: inout [Inline]) -> (text: String, range: SourceRange)? {
    guard var last = content.last, case .text(let text) = last.kind else { return nil }
    let trimmed = text.trimmedEnd
    guard trimmed.hasSuffix("}"), let open = trimmed.range(of: "{#") else { return nil }
    let label = String(trimmed[open.upperBound...].dropLast())
    guard !label.contains("{") else { return nil }
    let before = String(trimmed[..<open.lowerBound])
    var range = last.range
    range.start.column += before.utf8.count
    let kept = before.trimmedEnd
    if kept.isEmpty {
      content.removeLast()
    } else {
      last.kind = .text(kept)
      last.range.end = SourcePosition(
        line: last.range.start.line, column: last.range.start.column + kept.utf8.count)
      content[content.count - 1] = last
    }
    return (label, range)
  }

  /// The label in `{#label}`.
  static func label(in text: String) -> String? {
    let text = text.trimmed
    guard text.hasPrefix("{#"), text.hasSuffix("}") else { return nil }
    return String(text.dropFirst(2).dropLast())
  }

  /// An anchor from a heading's words.
  static func slug(_ content: [Inline]) -> String {
    var slug = ""
    for character in Fragments.plainText(content).lowercased() {
      if character.isLetter || character.isNumber {
        slug.append(character)
      } else if character == " " || character == "-" || character == "_", slug.last != "-",
        !slug.isEmpty
      {
        slug.append("-")
      }
    }
    while slug.last == "-" { slug.removeLast() }
    return slug.isEmpty ? "section" : slug
  }

  /// The anchor, with a number behind it where it was used before.
  static func unique(_ id: String, in used: inout Set<String>) -> String {
    var candidate = id
    var number = 2
    while !used.insert(candidate).inserted {
      candidate = "\(id)-\(number)"
      number += 1
    }
    return candidate
  }
}

extension String {
  fileprivate func range(of text: String) -> Range<String.Index>? { ranges(of: text).last }
}
