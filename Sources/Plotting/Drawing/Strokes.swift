/// Puts together the attributes of lines and symbols.
enum Strokes {
  /// The attributes of a line.
  static func attributes(_ color: String, width: Double, dash: [Double] = []) -> [(String, String)]
  {
    var all = [("fill", "none"), ("stroke", color)]
    if width != 1 { all.append(("stroke-width", SVG.number(width))) }
    if !dash.isEmpty {
      all.append(("stroke-dasharray", dash.map(SVG.number).joined(separator: " ")))
    }
    return all
  }

  /// The attributes of symbols in one path.
  static func symbol(_ symbol: ChartSymbol, color: String, diameter: Double) -> [(String, String)] {
    if symbol == .circle {
      return [
        ("stroke", color), ("stroke-width", SVG.number(diameter)), ("stroke-linecap", "round"),
      ]
    }
    return symbol.isStroked ? attributes(color, width: 1.75) : [("fill", color)]
  }
}
