/// Puts the course of a series into words.
enum Trend {
  /// Says what values do in the order of their places, for example "rising, then falling".
  static func text(_ points: [(place: Double?, value: Double)]) -> String {
    var values = points.map(\.value)
    let places = points.compactMap(\.place)
    if places.count == points.count {
      values = points.enumerated().sorted {
        ($0.element.place ?? 0, $0.offset) < ($1.element.place ?? 0, $1.offset)
      }.map(\.element.value)
    }
    guard values.count > 2, let low = values.min(), let high = values.max(), high > low else {
      return ""
    }
    // Changes below a fiftieth of the range are no turns.
    let turns = directions(values, slack: (high - low) / 50)
    switch turns {
    case [1]: return "rising"
    case [-1]: return "falling"
    case [1, -1]: return "rising, then falling"
    case [-1, 1]: return "falling, then rising"
    default: break
    }
    let correlation = rankCorrelation(values)
    if correlation > 0.6 { return "rising overall" }
    if correlation < -0.6 { return "falling overall" }
    return turns.count <= 6 ? "turning \(turns.count - 1) times" : "without a clear trend"
  }

  /// The directions of the runs between turns larger than `slack`.
  private static func directions(_ values: [Double], slack: Double) -> [Int] {
    var result: [Int] = []
    guard var extreme = values.first else { return result }
    var (low, high) = (extreme, extreme)
    for value in values {
      switch result.last {
      case nil:
        (low, high) = (min(low, value), max(high, value))
        if value - low > slack {
          result.append(1)
        } else if high - value > slack {
          result.append(-1)
        }
        extreme = value
      case 1?:
        extreme = max(extreme, value)
        if extreme - value > slack { (extreme, result) = (value, result + [-1]) }
      default:
        extreme = min(extreme, value)
        if value - extreme > slack { (extreme, result) = (value, result + [1]) }
      }
    }
    return result
  }

  /// Spearman's correlation of values with their order.
  private static func rankCorrelation(_ values: [Double]) -> Double {
    let sorted = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < sorted.count {
      var end = start
      while end + 1 < sorted.count, values[sorted[end + 1]] == values[sorted[start]] { end += 1 }
      for index in start...end { ranks[sorted[index]] = Double(start + end) / 2 }
      start = end + 1
    }
    let mean = Double(values.count - 1) / 2
    var (xy, xx, yy) = (0.0, 0.0, 0.0)
    for (index, rank) in ranks.enumerated() {
      let (dx, dy) = (Double(index) - mean, rank - mean)
      xy += dx * dy
      xx += dx * dx
      yy += dy * dy
    }
    return yy > 0 ? xy / (xx * yy).squareRoot() : 0
  }
}
