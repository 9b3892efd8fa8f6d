/// Estimates how wide a text is, so that labels neither collide nor are cut off.
///
/// The widths are those of DejaVu Sans, the widest of the usual interface fonts: in any other the
/// labels only leave more room.
enum TextMetrics {
  /// The size of a plot's text in CSS pixels.
  static let size = 13.0
  /// The size of notes, legend titles and numbers in cells in CSS pixels.
  static let small = 12.0
  /// The height of a line of text in CSS pixels.
  static let line = 17.0

  /// Thousandths of the font size for U+0020 to U+007E.
  private static let latin: [Int] = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
  ]

  /// The width of a text in CSS pixels.
  static func width(_ text: String, size: Double = TextMetrics.size) -> Double {
    let thousandths = text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    return Double(thousandths) * size / 1000
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: latin[Int(scalar.value) - 0x20]
    // Marks that combine with the letter before them take no room.
    case 0x300...0x36F: 0
    case 0x2009, 0x202F: 200
    case 0x2070...0x209C, 0xB2, 0xB3, 0xB9, 0x27E8, 0x27E9: 401
    case 0xB7: 318
    case 0xC0...0x3FF: 680
    // Wide scripts and pictures.
    case 0x1100...0x11FF, 0x2E80...0xFFEF, 0x1F000...: 1050
    default: 840
    }
  }

  /// The text, cut with an ellipsis where it is wider than `limit` CSS pixels.
  static func fitted(_ text: String, within limit: Double, size: Double = TextMetrics.size)
    -> String
  {
    if width(text, size: size) <= limit { return text }
    var result = ""
    for character in text {
      if width(result + String(character) + "…", size: size) > limit { break }
      result.append(character)
    }
    while result.last == " " { result.removeLast() }
    return result + "…"
  }
}
