internal import Kernels

/// Maps values of one axis to places from 0 to 1 along it.
struct Scale: Sendable {
  enum Kind: Sendable, Hashable { case linear, log, band }

  var kind: Kind
  var low = 0.0
  var high = 1.0
  /// The names on a band axis.
  var categories: [String] = []
  var ticks: [Tick] = []

  struct Tick: Sendable, Hashable {
    var fraction: Double
    var label: String
  }

  /// The width of one band as a part of the axis.
  var bandwidth: Double { 1 / Double(max(1, categories.count)) }

  /// The place of a value, nil where it has none.
  ///
  /// None has what is not finite, not positive on a log axis, or no category. Values outside the domain have places below 0 or above 1.
  func fraction(_ value: PlottedValue) -> Double? {
    if kind == .band {
      guard let index = categories.firstIndex(of: value.text) else { return nil }
      return (Double(index) + 0.5) * bandwidth
    }
    return value.number.flatMap(fraction(of:))
  }

  /// The place of a number on a continuous axis.
  func fraction(of value: Double) -> Double? {
    guard value.isFinite else { return nil }
    switch kind {
    case .linear: return (value - low) / (high - low)
    case .log:
      guard value > 0 else { return nil }
      return (ketbook_log(value) - ketbook_log(low)) / (ketbook_log(high) - ketbook_log(low))
    case .band: return nil
    }
  }
}
