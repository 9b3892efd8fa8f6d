/// Gives every series its colour, dashes, symbol and hatching, so that none rests on colour alone.
struct SeriesStyles: Sendable {
  /// Names what makes marks one series.
  struct Key: Hashable, Sendable {
    var foreground: String?
    var symbol: String?
    var line: String?
    var series: String?
    var color: ChartColor?
    var stroke: StrokeStyle?
    var shape: ChartSymbol?
  }

  /// Holds the colours of a scale of numbers.
  struct Ramp: Sendable, Hashable {
    var label: String
    var low: Double
    var high: Double
    /// Whether the scale has a middle at zero.
    var isDiverging: Bool { low < 0 && high > 0 }

    /// The colour of a number and how much of it covers what lies below.
    func paint(_ value: Double) -> (color: ChartColor, opacity: Double) {
      if isDiverging {
        let limit = max(-low, high)
        return (value < 0 ? .negative : .positive, min(1, value.magnitude / limit))
      }
      if high <= 0 && low < 0 {
        return (.negative, high > low ? min(max((high - value) / (high - low), 0), 1) : 1)
      }
      return (.series(1), high > low ? min(max((value - low) / (high - low), 0), 1) : 1)
    }
  }

  private(set) var foregrounds: [String] = []
  private(set) var symbols: [String] = []
  private(set) var lines: [String] = []
  private(set) var foregroundLabel: String?
  private(set) var symbolLabel: String?
  private(set) var lineLabel: String?
  private(set) var ramp: Ramp?
  private let colors: [String: ChartColor]
  /// Series that have points need no dashes.
  private var seriesWithPoints: Set<String> = []

  /// Gathers the series of a chart's marks.
  init(
    _ marks: [Mark], domain: [String], colors: [String: ChartColor], limits: ClosedRange<Double>?
  ) {
    self.colors = colors
    let present = Set(marks.compactMap { SeriesStyles.category($0)?.text })
    foregrounds = domain.filter(present.contains)
    var values: [Double] = []
    for mark in marks {
      if let key = mark.foreground {
        if let name = SeriesStyles.category(mark)?.text {
          foregroundLabel = foregroundLabel ?? key.label
          if !foregrounds.contains(name) { foregrounds.append(name) }
          if mark.kind == .point { seriesWithPoints.insert(name) }
        } else if let value = key.value.number, value.isFinite {
          values.append(value)
          ramp = ramp ?? Ramp(label: key.label, low: value, high: value)
        }
      }
      if let key = mark.symbolKey {
        symbolLabel = symbolLabel ?? key.label
        if !symbols.contains(key.value.text) { symbols.append(key.value.text) }
      }
      if let key = mark.lineKey {
        lineLabel = lineLabel ?? key.label
        if !lines.contains(key.value.text) { lines.append(key.value.text) }
      }
    }
    guard let label = ramp?.label else { return }
    var (low, high) = (values.min() ?? 0, values.max() ?? 1)
    if low < 0, high > 0 { (low, high) = (-max(-low, high), max(-low, high)) }
    ramp = Ramp(
      label: label, low: limits?.lowerBound ?? low, high: limits?.upperBound ?? high)
  }

  /// The category that a mark is coloured by; numbers colour points and rectangles on a scale.
  static func category(_ mark: Mark) -> PlottedValue? {
    guard let value = mark.foreground?.value else { return nil }
    let onScale = mark.kind == .point || mark.kind == .rectangle
    return onScale && value.number != nil ? nil : value
  }

  /// The series of a mark.
  static func key(_ mark: Mark) -> Key {
    Key(
      foreground: category(mark)?.text, symbol: mark.symbolKey?.value.text,
      line: mark.lineKey?.value.text, series: mark.seriesKey?.value.text, color: mark.color,
      stroke: mark.stroke, shape: mark.symbol)
  }

  func index(of key: Key) -> Int? { key.foreground.flatMap { foregrounds.firstIndex(of: $0) } }

  func color(_ key: Key, default fallback: ChartColor = .series(1)) -> ChartColor {
    if let color = key.color { return color }
    if let name = key.foreground, let color = colors[name] { return color }
    return index(of: key).map { .series($0 + 1) } ?? fallback
  }

  private static let dashes: [[Double]] = [
    [], [7, 3], [2, 2.5], [9, 3, 2, 3], [4, 2], [12, 3], [6, 2, 2, 2, 2, 2], [1, 2],
  ]

  func dash(_ key: Key) -> [Double] {
    if let stroke = key.stroke { return stroke.dash }
    if let name = key.line { return dash(lines.firstIndex(of: name)) }
    if !lines.isEmpty || foregrounds.count < 2 { return [] }
    if let name = key.foreground, seriesWithPoints.contains(name) { return [] }
    return dash(index(of: key))
  }

  private func dash(_ index: Int?) -> [Double] {
    SeriesStyles.dashes[(index ?? 0) % SeriesStyles.dashes.count]
  }

  func symbol(_ key: Key) -> ChartSymbol {
    if let shape = key.shape { return shape }
    let all = ChartSymbol.allCases
    if let name = key.symbol { return all[(symbols.firstIndex(of: name) ?? 0) % all.count] }
    if !symbols.isEmpty || foregrounds.count < 2 { return .circle }
    return all[(index(of: key) ?? 0) % all.count]
  }

  func hatch(_ key: Key) -> Hatch {
    let all = Hatch.allCases
    return all[(index(of: key) ?? 0) % all.count]
  }
}
