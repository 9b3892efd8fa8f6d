/// Turns bars, areas and histograms into marks that know where they start and end.
enum Stacking {
  /// Says along which axis a bar lies.
  static func isHorizontal(_ mark: Mark) -> Bool {
    if mark.yStart != nil || mark.yEnd != nil { return false }
    if mark.xStart != nil || mark.xEnd != nil { return true }
    return mark.x?.value.number != nil && mark.y?.value.number == nil
  }

  private struct Place: Hashable {
    var kind: Mark.Kind
    var facet: PlottedValue?
    var base: PlottedValue?
    var position: PlottedValue?
    var isHorizontal: Bool
  }

  /// The marks with histograms counted, and bars and areas put on one another.
  static func resolved(_ marks: [Mark]) -> [Mark] {
    let marks = counted(marks)
    var sums: [Place: Double] = [:]
    for mark in marks {
      guard let place = place(of: mark), let value = length(of: mark, at: place) else { continue }
      sums[place, default: 0] += value.magnitude
    }
    var above: [Place: Double] = [:]
    var below: [Place: Double] = [:]
    return marks.map { mark in
      guard let place = place(of: mark), var value = length(of: mark, at: place) else {
        return mark
      }
      var start = 0.0
      if mark.stacking == .normalized, let sum = sums[place], sum > 0 { value /= sum }
      if mark.stacking != .unstacked {
        if value < 0 {
          start = below[place, default: 0]
          below[place] = start + value
        } else {
          start = above[place, default: 0]
          above[place] = start + value
        }
      }
      return spanned(mark, at: place, from: start, to: start + value)
    }
  }

  private static func spanned(_ mark: Mark, at place: Place, from start: Double, to end: Double)
    -> Mark
  {
    var mark = mark
    guard let channel = place.isHorizontal ? mark.x : mark.y else { return mark }
    var label = channel.label
    var (from, to) = (PlottedValue.number(start), PlottedValue.number(end))
    if mark.stacking == .normalized {
      label = "fraction of \(label)"
    } else if case .integer(let length) = channel.value, let first = Int(exactly: start),
      length.magnitude < 1 << 52, first.magnitude < 1 << 52
    {
      (from, to) = (.integer(first), .integer(first + length))
    }
    let (low, high) = (
      PlottableValue(label: label, value: from), PlottableValue(label: label, value: to)
    )
    if place.isHorizontal {
      (mark.xStart, mark.xEnd) = (low, high)
    } else {
      (mark.yStart, mark.yEnd) = (low, high)
    }
    return mark
  }

  /// Where a bar or area stands, nil for marks that are not put on one another.
  private static func place(of mark: Mark) -> Place? {
    guard mark.kind == .bar || mark.kind == .area, mark.x != nil, mark.y != nil else { return nil }
    let isHorizontal = mark.kind == .bar && isHorizontal(mark)
    return Place(
      kind: mark.kind, facet: mark.facet?.value, base: (isHorizontal ? mark.y : mark.x)?.value,
      position: mark.positionKey?.value, isHorizontal: isHorizontal)
  }

  private static func length(of mark: Mark, at place: Place) -> Double? {
    let value = (place.isHorizontal ? mark.x : mark.y)?.value.number
    return value.flatMap { $0.isFinite ? $0 : nil }
  }

  private static func counted(_ marks: [Mark]) -> [Mark] {
    let histograms = marks.filter { $0.kind == .histogram }
    guard !histograms.isEmpty else { return marks }
    let bins = Histogram.Bins(
      count: histograms.compactMap(\.bins.count).first,
      range: histograms.compactMap(\.bins.range).first)
    let edges = Histogram.edges(histograms.flatMap(\.samples), bins: bins)
    return marks.flatMap { $0.kind == .histogram ? bars(of: $0, edges: edges) : [$0] }
  }

  private static func bars(of histogram: Mark, edges: [Double]) -> [Mark] {
    let counts = Histogram.counts(histogram.samples, edges: edges)
    let total = Double(max(1, counts.reduce(0, +)))
    let label =
      switch histogram.normalization {
      case .count: "count"
      case .fraction: "fraction"
      case .density: "density"
      }
    return zip(counts, zip(edges, edges.dropFirst())).map { count, ends in
      var mark = histogram
      mark.kind = .bar
      mark.samples = []
      let height: PlottedValue =
        switch histogram.normalization {
        case .count: .integer(count)
        case .fraction: .number(Double(count) / total)
        case .density: .number(Double(count) / total / (ends.1 - ends.0))
        }
      let low: PlottedValue = if case .integer = height { .integer(0) } else { .number(0) }
      mark.xStart = PlottableValue(label: histogram.sampleLabel, value: .number(ends.0))
      mark.xEnd = PlottableValue(label: histogram.sampleLabel, value: .number(ends.1))
      mark.yStart = PlottableValue(label: label, value: low)
      mark.yEnd = PlottableValue(label: label, value: height)
      return mark
    }
  }
}
