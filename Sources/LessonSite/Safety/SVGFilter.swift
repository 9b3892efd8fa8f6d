internal import Markup

/// Makes a picture that came from a cell safe to stand in a page.
///
/// Only listed elements and attributes pass: no script, no style sheet, no foreign content, no event
/// handler, no reference out of the picture. Ids get a prefix, so that two pictures cannot clash.
struct SVGFilter {
  /// What every id in the picture starts with.
  let prefix: String

  /// The picture's root as it may stand in the page, nil where it is no SVG.
  func filtered(_ svg: Element) -> Element? {
    guard svg.name == "svg" else { return nil }
    return svg.compactMap { element in
      guard SVGFilter.elements.contains(element.name) else { return nil }
      var copy = element
      copy.attributes = element.attributes.compactMap(filtered)
      return copy
    }
  }

  private func filtered(_ attribute: Element.Attribute) -> Element.Attribute? {
    let name = attribute.name
    let value = attribute.value
    switch name {
    case "id": return .init(name: name, value: prefix + value)
    case "href":
      guard value.hasPrefix("#") else { return nil }
      return .init(name: name, value: "#" + prefix + value.dropFirst())
    case "aria-labelledby", "aria-describedby":
      let ids = value.split(separator: " ").map { prefix + $0 }
      return .init(name: name, value: ids.joined(separator: " "))
    default:
      guard SVGFilter.attributes.contains(name), let safe = withLocalReferences(value) else {
        return nil
      }
      return .init(name: name, value: safe)
    }
  }

  /// The value with `url(#id)` pointing to the prefixed id; nil where it points anywhere else.
  private func withLocalReferences(_ value: String) -> String? {
    guard value.lowercased().contains("url") else { return unescapes(value) ? nil : value }
    guard value.hasPrefix("url(#"), value.hasSuffix(")") else { return nil }
    let id = value.dropFirst(5).dropLast()
    guard id.allSatisfy({ $0.isLetter || $0.isNumber || "-_.".contains($0) }) else { return nil }
    return "url(#\(prefix)\(id))"
  }

  /// Whether a value holds a CSS escape, which could spell `url` in another way.
  private func unescapes(_ value: String) -> Bool { value.contains("\\") }

  private static let elements: Set<String> = [
    "svg", "g", "defs", "symbol", "use", "path", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "text", "tspan", "title", "desc", "marker", "pattern", "clipPath", "mask",
    "linearGradient", "radialGradient", "stop",
  ]

  private static let attributes: Set<String> = [
    "viewBox", "preserveAspectRatio", "width", "height", "x", "y", "x1", "y1", "x2", "y2", "cx",
    "cy", "r", "rx", "ry", "fx", "fy", "d", "points", "transform", "dx", "dy", "rotate",
    "textLength", "lengthAdjust", "pathLength", "offset", "orient", "refX", "refY",
    "markerWidth", "markerHeight", "markerUnits", "patternUnits", "patternTransform",
    "patternContentUnits", "gradientUnits", "gradientTransform", "spreadMethod", "clipPathUnits",
    "maskUnits", "maskContentUnits", "class", "role", "aria-label", "aria-hidden",
    "aria-roledescription", "lang", "xml:space", "fill", "fill-opacity", "fill-rule", "stroke",
    "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "opacity", "color", "display", "visibility",
    "overflow", "clip-path", "clip-rule", "mask", "marker-start", "marker-mid", "marker-end",
    "stop-color", "stop-opacity", "font-family", "font-size", "font-style", "font-weight",
    "font-variant", "text-anchor", "dominant-baseline", "alignment-baseline", "baseline-shift",
    "letter-spacing", "word-spacing", "text-decoration", "writing-mode", "paint-order",
    "shape-rendering", "text-rendering", "vector-effect", "pointer-events", "mix-blend-mode",
  ]
}
