/// Holds the colours of a page, and of the plots on it, for light and dark.
///
/// Pictures refer to them as `var(--kb-…, fallback)`. The series colours are told apart with every
/// common colour-blindness and stand out 3:1 from the paper; ink and muted text do 7:1 and 4.5:1.
enum Palette {
  private static let names = [
    "ink", "muted", "rule", "paper", "grid", "s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8", "neg",
    "mid", "pos", "code", "link", "bad", "good", "word", "text", "type", "digit",
  ]

  private static let light = [
    "#1d2026", "#5b616d", "#d4d8de", "#fff", "#e4e7ec", "#0067a9", "#c14a00", "#00805b", "#a94b8b",
    "#8a6200", "#2b8cc4", "#5f666f", "#5b3a9b", "#b3400f", "#f4f4f2", "#14559e", "#f5f6f8",
    "#0b559f", "#b3261e", "#1a7040", "#8a2d7a", "#9a3412", "#1b5e8c", "#2f5d1e",
  ]

  private static let dark = [
    "#e6e8ec", "#a3aab6", "#3a3f48", "#15171b", "#2a2e35", "#57aeea", "#f29152", "#3cc79b",
    "#e393c6",
    "#e3b341", "#9bd5f7", "#b3b9c3", "#b9a3ea", "#f29152", "#2a2d33", "#6aabe6", "#1d2026",
    "#8ec1f5", "#ff9d94", "#74cf97", "#e29bd4", "#f0a881", "#8cc8f0", "#a9d18e",
  ]

  private static func variables(_ colours: [String]) -> String {
    zip(names, colours).map { "--kb-\($0):\($1)" }.joined(separator: ";")
  }

  /// The custom properties: light, dark where the system is dark, and what the reader chose.
  static let stylesheet = """
    :root{\(variables(light))}
    @media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){\(variables(dark))}}
    @media screen{:root[data-theme=dark]{\(variables(dark))}}

    """
}
