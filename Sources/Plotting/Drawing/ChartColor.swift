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
  /// The colour of a phase in radians, on a circle of hues of one lightness.
  case phase(Double)

  /// The colour as CSS: the theme's property, and a fallback for a picture that stands alone.
  var css: String {
    switch self {
    case .ink: "var(--kb-ink,#1d2026)"
    case .muted: "var(--kb-muted,#5b616d)"
    case .rule: "var(--kb-rule,#9aa1ab)"
    case .paper: "var(--kb-paper,#fff)"
    case .grid: "var(--kb-grid,#e4e7ec)"
    case .series(let number): ChartColor.seriesColor(number)
    case .negative: "var(--kb-neg,#2166ac)"
    case .middle: "var(--kb-mid,#f4f4f4)"
    case .positive: "var(--kb-pos,#b2182b)"
    case .phase(let angle): ChartColor.phaseColor(angle)
    }
  }

  /// The light theme's colours, told apart with every common colour-blindness.
  private static let fallbacks = [
    "#0067a9", "#c14a00", "#00805b", "#a94b8b", "#8a6200", "#2b8cc4", "#5f666f", "#5b3a9b",
  ]

  /// Hues of equal lightness and chroma (OKLCH 0.62, 0.125), 15 degrees apart from blue at phase 0.
  static let phases = [
    "#458ace", "#6183d1", "#787cd0", "#8c75c9", "#9d6fbe", "#ac6aaf", "#b7669e", "#bf648a",
    "#c56375", "#c6655f", "#c46949", "#bf6f33", "#b5771c", "#a87f09", "#988710", "#848e26",
    "#6d953e", "#519a55", "#2b9d6c", "#009e82", "#009d97", "#009baa", "#0096ba", "#1a91c6",
  ]

  private static func phaseColor(_ angle: Double) -> String {
    guard angle.isFinite, angle.magnitude < 1e9 else { return phases[0] }
    let step = Int((angle / (2 * .pi) * Double(phases.count)).rounded()) % phases.count
    return phases[step < 0 ? step + phases.count : step]
  }

  private static func seriesColor(_ number: Int) -> String {
    let index = (max(1, number) - 1) % fallbacks.count
    return "var(--kb-s\(index + 1),\(fallbacks[index]))"
  }
}
