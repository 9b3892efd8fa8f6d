/// Writes numbers the same way everywhere: decimal point, minus sign U+2212, no locale.
enum NumberFormat {
  /// The number with a fixed count of decimals, rounded half away from zero.
  ///
  /// Numbers that do not fit, and what is not finite, are written by `significant`.
  static func fixed(_ value: Double, decimals: Int) -> String {
    let scaled = (value.magnitude * power(of: decimals)).rounded()
    guard scaled.isFinite, scaled < 9e15, (0...15).contains(decimals) else {
      return significant(value, digits: 6)
    }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = grouped(String(padded.dropLast(decimals)))
    let sign = value < 0 && scaled > 0 ? "\u{2212}" : ""
    return decimals == 0 ? sign + whole : "\(sign)\(whole).\(padded.suffix(decimals))"
  }

  /// The number with at most the given count of significant digits, without trailing zeros.
  ///
  /// From a million and below a ten-thousandth it is written with a power of ten: 1.2 × 10⁻⁵.
  static func significant(_ value: Double, digits: Int = 4) -> String {
    if value.isNaN { return "not a number" }
    if value.isInfinite { return value < 0 ? "\u{2212}∞" : "∞" }
    if value == 0 { return "0" }
    let (mantissa, exponent) = decimal(value.magnitude, digits: digits)
    let sign = value < 0 ? "\u{2212}" : ""
    if exponent >= 6 || exponent < -4 {
      let text = trimmed(fixed(Double(mantissa) / power(of: digits - 1), decimals: digits - 1))
      return "\(sign)\(text)\u{202F}×\u{202F}10\(superscript(exponent))"
    }
    let decimals = max(0, digits - 1 - exponent)
    return trimmed(fixed(value, decimals: min(decimals, 15)))
  }

  /// The text with trailing zeros of its decimals removed.
  static func trimmed(_ text: String) -> String {
    guard text.contains(".") else { return text }
    var text = text[...]
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text == "\u{2212}0" ? "0" : String(text)
  }

  /// The whole number in superscript digits.
  static func superscript(_ value: Int) -> String {
    let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let text = String(value.magnitude).compactMap { $0.wholeNumberValue.map { digits[$0] } }
    return (value < 0 ? "⁻" : "") + String(text)
  }

  /// The count of decimals that tell apart values that differ by `step`.
  static func decimals(for step: Double) -> Int {
    guard step > 0, step.isFinite else { return 0 }
    var decimals = 0
    while decimals < 12, step * power(of: decimals) < 0.999_999 { decimals += 1 }
    return decimals
  }

  /// Ten to a power of at least zero, exact up to 10²².
  static func power(of exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<max(0, exponent) { result *= 10 }
    return result
  }

  /// The leading digits as a whole number and the decimal exponent of the first of them.
  private static func decimal(_ value: Double, digits: Int) -> (mantissa: Int, exponent: Int) {
    // Swift's description has the shortest digits that mean this number, the same on every machine.
    let text = value.description
    let parts = text.split(separator: "e")
    let plain = parts[0].split(separator: ".")
    let all = plain.joined()
    let zeros = all.prefix { $0 == "0" }.count
    var exponent = plain[0].count - 1 - zeros
    if parts.count > 1 { exponent += Int(parts[1]) ?? 0 }
    let significant = all.dropFirst(zeros)
    var mantissa = Int(significant.prefix(digits)) ?? 0
    if significant.count < digits {
      mantissa *= Int(power(of: digits - significant.count))
    } else if let next = significant.dropFirst(digits).first?.wholeNumberValue, next >= 5 {
      mantissa += 1
    }
    if Double(mantissa) >= power(of: digits) {
      (mantissa, exponent) = (mantissa / 10, exponent + 1)
    }
    return (mantissa, exponent)
  }

  /// The digits in groups of three where there are five or more.
  private static func grouped(_ digits: String) -> String {
    guard digits.count >= 5 else { return digits }
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result += "\u{202F}" }
      result.append(digit)
    }
    return result
  }
}
