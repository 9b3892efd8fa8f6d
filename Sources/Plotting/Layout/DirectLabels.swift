/// Puts the names of lines at their right ends, where they fit.
struct DirectLabels {
  struct Label {
    var text: String
    var key: SeriesStyles.Key
    /// Places within the plot, from its top left corner; moved to the picture by `shift`.
    var y: Double
    var lineEnd: Double
    var x = 0.0

    mutating func shift(to rect: Rect) {
      y += rect.minY
      lineEnd += rect.minY
      x = rect.maxX
    }
  }

  /// The labels without collisions, nil where they do not fit.
  private(set) var placed: [Label]?
  /// The width of the widest label with the room before it.
  private(set) var width = 0.0

  /// Looks at the ends of a chart's lines on a plot of the given height.
  init(_ model: ChartModel, height: Double) {
    let styles = model.styles
    let names = styles.foregrounds
    guard names.count > 1, names.count <= 8, styles.ramp == nil,
      [nil, styles.foregroundLabel].contains(styles.symbolLabel),
      [nil, styles.foregroundLabel].contains(styles.lineLabel)
    else { return }
    var labels: [Label] = []
    for name in names {
      let marks = model.marks.filter {
        $0.kind == .line && $0.foreground?.value.text == name && $0.seriesKey == nil
      }
      // Every line must reach the right edge, so that its name stands beside it.
      let last = marks.last { model.place($0) != nil }
      guard let last, let (x, y) = model.place(last), x > 0.93, x < 1.0001, (0...1).contains(y)
      else { return }
      let end = height * (1 - y)
      labels.append(Label(text: name, key: SeriesStyles.key(last), y: end, lineEnd: end))
    }
    labels.sort { ($0.y, $0.text) < ($1.y, $1.text) }
    guard let moved = DirectLabels.apart(labels.map(\.y), by: TextMetrics.line, within: height)
    else {
      return
    }
    for index in labels.indices {
      // A label far from its line would mislead.
      if (moved[index] - labels[index].y).magnitude > 22 { return }
      labels[index].y = moved[index]
    }
    width = (labels.map { TextMetrics.width($0.text) }.max() ?? 0) + 14
    placed = labels
  }

  /// Sorted places moved as little as possible until neighbours are `distance` apart.
  static func apart(_ places: [Double], by distance: Double, within length: Double) -> [Double]? {
    guard Double(places.count) * distance <= length + distance else { return nil }
    // Blocks of touching labels, each centred on the mean of where its labels want to be.
    var blocks: [(center: Double, count: Int)] = []
    for place in places {
      var block = (center: place, count: 1)
      while let before = blocks.last,
        block.center - before.center < Double(block.count + before.count) / 2 * distance
      {
        blocks.removeLast()
        let count = before.count + block.count
        let wanted =
          (before.center * Double(before.count) + block.center * Double(block.count))
          / Double(count)
        block = (center: wanted, count: count)
      }
      blocks.append(block)
    }
    return blocks.flatMap { block -> [Double] in
      (0..<block.count).map {
        block.center + (Double($0) - Double(block.count - 1) / 2) * distance
      }
    }
  }
}

extension ChartModel {
  /// The place of a point of a line from 0 to 1 on both axes.
  func place(_ mark: Mark) -> (x: Double, y: Double)? {
    guard let x = mark.x.flatMap({ x.fraction($0.value) }),
      let y = mark.y.flatMap({ y.fraction($0.value) })
    else { return nil }
    return (x, self.y.kind == .band ? 1 - y : y)
  }
}
