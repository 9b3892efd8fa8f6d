/// Makes anchors of headings and reads labels in braces.
struct Headings {
  private var used: Set<String>
  private var numbers: [String: Int] = [:]

  /// - Parameter labels: the labels of the lesson, which no heading may take by accident.
  init(labels: Set<String>) { used = labels }

  /// Gives every heading that has no label an anchor of its own, made from its words.
  mutating func name(_ blocks: inout [Block]) {
    for index in blocks.indices {
      switch blocks[index].kind {
      case .heading(let level, "", let content):
        let id = unique(Headings.slug(content))
        blocks[index].kind = .heading(level: level, id: id, content: content)
      case .quote(var inner):
        name(&inner)
        blocks[index].kind = .quote(inner)
      case .callout(let callout, let title, var inner):
        name(&inner)
        blocks[index].kind = .callout(callout, title: title, content: inner)
      case .list(var list):
        for item in list.items.indices { name(&list.items[item]) }
        blocks[index].kind = .list(list)
      default: break
      }
    }
  }

  /// Takes `{#label}` off the end of a heading or caption.
  static func takeLabel(_ content: inout [Inline]) -> (text: String, range: SourceRange)? {
    guard var last = content.last, case .text(let text) = last.kind else { return nil }
    let trimmed = text.trimmedEnd
    guard trimmed.hasSuffix("}"), let open = trimmed.ranges(of: "{#").last else { return nil }
    let label = String(trimmed[open.upperBound...].dropLast())
    let before = String(trimmed[..<open.lowerBound])
    var range = last.range
    if range.start.line == range.end.line {
      range.end.column -= text.utf8.count - trimmed.utf8.count
      range.start.column = max(range.end.column - label.utf8.count - 3, range.start.column)
    }
    let kept = before.trimmedEnd
    if kept.isEmpty {
      content.removeLast()
    } else {
      last.kind = .text(kept)
      if range.start.line == last.range.start.line {
        last.range.end.column = range.start.column - (before.utf8.count - kept.utf8.count)
      }
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
    for character in plainText(content).lowercased() {
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

  /// The words of inlines without their markup.
  private static func plainText(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline.kind {
      case .text(let text), .code(let text), .math(let text): return text
      case .emphasis(let inner), .strong(let inner): return plainText(inner)
      case .link(_, _, let inner), .image(_, _, let inner): return plainText(inner)
      case .softBreak, .lineBreak: return " "
      case .value, .reference, .html: return ""
      }
    }.joined()
  }

  /// The anchor, with a number behind it where it was used before.
  private mutating func unique(_ id: String) -> String {
    var candidate = id
    var number = numbers[id] ?? 1
    while !used.insert(candidate).inserted {
      number += 1
      candidate = "\(id)-\(number)"
    }
    numbers[id] = number
    return candidate
  }
}
