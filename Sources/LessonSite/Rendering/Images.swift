internal import LessonModel
internal import Markup

extension Renderer {
  /// A paragraph that is nothing but an image with a title: a figure with a number.
  mutating func imageFigure(_ content: [Inline]) -> [Node] {
    guard let inline = content.first, case .image(let source, let title, let text) = inline.kind
    else { return [] }
    let number =
      numbering.images.indices.contains(imageCount) ? numbering.images[imageCount] : imageCount + 1
    imageCount += 1
    let picture = image(source, title: "", alternative: text.plainText, at: inline.range)
    return [
      .element("figure", [], [picture, "\n", Caption.node("Figure", number, [.text(title)])])
    ]
  }

  /// An image as part of the page: nothing is ever fetched when the page is read.
  mutating func image(
    _ source: String, title: String, alternative: String, at range: SourceRange
  ) -> Node {
    let named = title.isEmpty ? [] : [("title", title)]
    let missing = Node.element("span", [("class", "missing")], [.text("[image: \(alternative)]")])
    if LinkFilter.scheme(of: source) != nil || source.hasPrefix("//") {
      report(
        "remote-image", at: range, "an image must be a local file, not '\(source)'",
        explanation: "A page makes no request, so every image is stored in it.",
        suggestion: "Save the image beside the lesson and name its relative path.")
      return missing
    }
    guard let bytes = image(source) else {
      report(
        "missing-image", at: range, "cannot read the image '\(source)'",
        suggestion: "Check the path; it is relative to the lesson's folder.")
      return missing
    }
    guard let type = ImageType.type(of: bytes) else {
      report(
        "unknown-image", at: range, "'\(source)' is no image that browsers show",
        suggestion: "Use PNG, JPEG, GIF, WebP, AVIF or SVG.")
      return missing
    }
    return .element(
      "img",
      [("src", "data:\(type);base64,\(Base64.encode(bytes))"), ("alt", alternative)] + named)
  }
}

/// Tells image formats apart by their first bytes.
enum ImageType {
  /// The media type of an image, nil for anything else.
  static func type(of bytes: [UInt8]) -> String? {
    func has(_ text: String, at offset: Int) -> Bool {
      bytes.dropFirst(offset).starts(with: text.utf8)
    }
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) { return "image/png" }
    if bytes.starts(with: [0xFF, 0xD8, 0xFF]) { return "image/jpeg" }
    if has("GIF8", at: 0) { return "image/gif" }
    if has("RIFF", at: 0) && has("WEBP", at: 8) { return "image/webp" }
    if has("ftypavif", at: 4) { return "image/avif" }
    let head = String(decoding: bytes.prefix(1000), as: UTF8.self)
    return head.contains("<svg") ? "image/svg+xml" : nil
  }
}
