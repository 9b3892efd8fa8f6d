/// Names a colour of the page's theme; light and dark follow the reader's system.
public enum ChartColor: Sendable, Hashable {
  /// The colour of text.
  case ink
  /// The colour of axis labels and notes.
  case muted
  /// The colour of thin lines.
  case rule
  /// The background.
  case paper
  /// The colour of grid lines.
  case grid
  /// The colour of a series, counted from 1; after the eighth they repeat.
  case series(Int)
  /// The end of a diverging scale for negative numbers.
  case negative
  /// The middle of a diverging scale.
  case middle
  /// The end of a diverging scale for positive numbers.
  case positive

  /// The colour as CSS: the theme's property, and a fallback for a picture that stands alone.
  var css: String {
    switch self {
    case .ink: "var(--kb-ink,#1c2127)"
    case .muted: "var(--kb-muted,#59636e)"
    case .rule: "var(--kb-rule,#8c959f)"
    case .paper: "var(--kb-paper,#fff)"
    case .grid: "var(--kb-grid,#e6e9ec)"
    case .series(let number): ChartColor.seriesColor(number)
    case .negative: "var(--kb-neg,#b3400f)"
    case .middle: "var(--kb-mid,#f4f4f2)"
    case .positive: "var(--kb-pos,#14559e)"
    }
  }

  /// Dark enough for text on white, apart in hue for the usual colour-vision deficiencies.
  private static let fallbacks = [
    "#14559e", "#c2480c", "#0b7a5a", "#8b3fa0", "#8a6100", "#0f7391", "#b0265f", "#5a5f66",
  ]

  private static func seriesColor(_ number: Int) -> String {
    let index = (max(1, number) - 1) % fallbacks.count
    return "var(--kb-s\(index + 1),\(fallbacks[index]))"
  }
}
