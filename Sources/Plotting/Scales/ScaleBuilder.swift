internal import Simulator

/// Gathers what stands on one axis and decides on its scale.
struct ScaleBuilder {
  /// The axis, as errors call it.
  let axis: String
  let options: AxisOptions
  private var numbers: [Double] = []
  private var names: [String] = []
  private var hasCategory = false
  private var isWhole = true
  /// Whether the axis holds the lengths of bars or areas, which start at zero.
  var startsAtZero = false
  /// Whether the domain ends at the outer ticks.
  var isNice = true

  init(axis: String, options: AxisOptions) {
    (self.axis, self.options) = (axis, options)
  }

  /// Whether nothing that can be shown stands on the axis.
  var isEmpty: Bool { numbers.isEmpty && names.isEmpty }
  /// Whether the axis will be one of categories.
  var isBand: Bool { hasCategory || options.categories != nil }

  mutating func add(_ value: PlottedValue) {
    if case .category = value { hasCategory = true }
    if case .number = value { isWhole = false }
    guard let number = value.number else { return names.append(value.text) }
    if number.isFinite {
      numbers.append(number)
      names.append(value.text)
    }
  }

  mutating func add(number: Double) { if number.isFinite { numbers.append(number) } }

  /// Returns the scale with about `target` ticks.
  func scale(target: Int) throws -> Scale {
    if isBand { return band() }
    return options.type == .log ? try log(target: target) : try linear(target: target)
  }

  private func band() -> Scale {
    var seen: Set<String> = []
    let categories = (options.categories ?? names).filter { seen.insert($0).inserted }
    var scale = Scale(kind: .band, categories: categories)
    scale.ticks = categories.enumerated().map {
      Scale.Tick(fraction: (Double($0.offset) + 0.5) * scale.bandwidth, label: $0.element)
    }
    if options.ticks == .hidden { scale.ticks = [] }
    return scale
  }

  private func checkedDomain() throws -> (Double, Double)? {
    guard let domain = options.domain else { return nil }
    guard domain.lowerBound.isFinite, domain.upperBound.isFinite,
      domain.lowerBound < domain.upperBound
    else {
      throw PhysicsError(
        id: "plotting.bad-domain",
        summary: "The \(axis) domain \(domain.lowerBound)...\(domain.upperBound) has no extent.",
        remedy: "Give two different finite numbers, the smaller first.")
    }
    return (domain.lowerBound, domain.upperBound)
  }

  private func linear(target: Int) throws -> Scale {
    let fixed = try checkedDomain()
    var (low, high) = fixed ?? (numbers.min() ?? 0, numbers.max() ?? 1)
    if fixed == nil {
      if options.includesZero ?? startsAtZero { (low, high) = (min(low, 0), max(high, 0)) }
      if low == high {
        // One value: the axis reaches as far as zero on one side, a unit round zero.
        let margin = low == 0 ? 1 : low.magnitude / 2
        (low, high) = startsAtZero ? (0, 1) : (low - margin, high + margin)
      }
    }
    // Very large values would overflow the span.
    guard (high - low).isFinite, max(high.magnitude, low.magnitude) < 1e300 else {
      throw PhysicsError(
        id: "plotting.range-too-large",
        summary: "The \(axis) values reach from \(low) to \(high), which no axis can hold.",
        remedy: "Scale the values, or use a log scale.")
    }
    let step = Ticks.Step(span: high - low, target: target, whole: isWhole && !startsAtZero)
    if fixed == nil, isNice, options.ticks == .automatic {
      let size = step.size
      let (lower, upper) = ((low / size + 1e-9).rounded(.down), (high / size - 1e-9).rounded(.up))
      (low, high) = (min(low, step.multiple(lower)), max(high, step.multiple(upper)))
    }
    var scale = Scale(kind: .linear, low: low, high: high)
    let ticks: [(value: Double, label: String)] =
      switch options.ticks {
      case .automatic: Ticks.linear(low, high, step: step)
      case .radians: Ticks.radians(low, high, target: target)
      case .values(let values): explicit(values)
      case .hidden: []
      }
    scale.ticks = place(ticks, on: scale)
    return scale
  }

  private func log(target: Int) throws -> Scale {
    let positive = numbers.filter { $0 > 0 }
    let fixed = try checkedDomain()
    var (low, high) = fixed ?? (positive.min() ?? 1, positive.max() ?? 10)
    guard low > 0 else {
      throw PhysicsError(
        id: "plotting.log-domain-not-positive",
        summary: "The \(axis) domain of a log scale starts at \(low).",
        remedy: "Start the domain above zero, or use a linear scale.")
    }
    if low == high { (low, high) = (low / 10, high * 10) }
    var scale = Scale(kind: .log, low: low, high: high)
    let ticks: [(value: Double, label: String)] =
      switch options.ticks {
      case .automatic, .radians: Ticks.log(low, high, target: target)
      case .values(let values): explicit(values.filter { $0 > 0 })
      case .hidden: []
      }
    scale.ticks = place(ticks, on: scale)
    return scale
  }

  private func explicit(_ values: [Double]) -> [(value: Double, label: String)] {
    values.map { ($0, NumberFormat.significant($0)) }
  }

  private func place(_ ticks: [(value: Double, label: String)], on scale: Scale) -> [Scale.Tick] {
    ticks.compactMap { tick in
      guard let fraction = scale.fraction(of: tick.value), (-1e-6...1.000_001).contains(fraction)
      else { return nil }
      return Scale.Tick(fraction: fraction, label: tick.label)
    }
  }
}
