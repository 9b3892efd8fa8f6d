/// Describes a type whose values can be put on an axis: numbers, texts, and enumerations of them.
///
///     enum Context: String, Plottable { case a, b }   // a category
public protocol Plottable {
  /// The value as the axis sees it.
  var plotted: PlottedValue { get }
}

/// Holds a value as an axis sees it.
public enum PlottedValue: Hashable, Sendable {
  /// A number on a continuous axis; what is not finite leaves a gap.
  case number(Double)
  /// A whole number, whose axis has ticks at whole numbers only.
  case integer(Int)
  /// A name on an axis of categories, in order of appearance.
  case category(String)

  /// The value as a number, nil for a category.
  var number: Double? {
    switch self {
    case .number(let value): value
    case .integer(let value): Double(value)
    case .category: nil
    }
  }

  /// The value in a sentence, numbers with up to four significant digits.
  var brief: String {
    if case .number(let value) = self { return NumberFormat.significant(value) }
    return text
  }

  /// The value as text, numbers with up to six significant digits.
  var text: String {
    switch self {
    case .number(let value): NumberFormat.significant(value, digits: 6)
    case .integer(let value): NumberFormat.fixed(Double(value), decimals: 0)
    case .category(let name): name
    }
  }
}

/// Holds a labelled value of a mark's channel; the label becomes the axis title or legend title.
///
///     .value("entropy (bits)", 0.73)
public struct PlottableValue: Hashable, Sendable {
  /// What the value is, with its unit in parentheses.
  public let label: String
  /// The value.
  public let value: PlottedValue

  /// Returns a labelled value.
  public static func value(_ label: String, _ value: some Plottable) -> PlottableValue {
    PlottableValue(label: label, value: value.plotted)
  }
}

extension Plottable where Self: BinaryInteger {
  /// The whole number, as a floating-point number where it does not fit an `Int`.
  public var plotted: PlottedValue {
    if let value = Int(exactly: self) { return .integer(value) }
    return .number(Double(self))
  }
}

extension Plottable where Self: BinaryFloatingPoint {
  /// The number.
  public var plotted: PlottedValue { .number(Double(self)) }
}

extension Plottable where Self: RawRepresentable, RawValue: Plottable {
  /// The raw value.
  public var plotted: PlottedValue { rawValue.plotted }
}

extension Int: Plottable {}
extension Int8: Plottable {}
extension Int16: Plottable {}
extension Int32: Plottable {}
extension Int64: Plottable {}
extension UInt: Plottable {}
extension UInt8: Plottable {}
extension UInt16: Plottable {}
extension UInt32: Plottable {}
extension UInt64: Plottable {}
extension Double: Plottable {}
extension Float: Plottable {}

extension String: Plottable {
  /// The text as a category.
  public var plotted: PlottedValue { .category(self) }
}

extension Substring: Plottable {
  /// The text as a category.
  public var plotted: PlottedValue { .category(String(self)) }
}

extension Character: Plottable {
  /// The character as a category.
  public var plotted: PlottedValue { .category(String(self)) }
}

extension Bool: Plottable {
  /// The category "true" or "false".
  public var plotted: PlottedValue { .category(self ? "true" : "false") }
}

extension Optional: Plottable where Wrapped: Plottable {
  /// The wrapped value; nil leaves a gap.
  public var plotted: PlottedValue { self?.plotted ?? .number(.nan) }
}
