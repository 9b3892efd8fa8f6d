internal import ComplexModule
internal import RealModule

/// Writes numbers for sentences and tables: few digits, a real minus sign, no locale.
public enum Numbers {
  /// Returns a number to `digits` significant digits, without trailing zeros.
  ///
  /// Digits before the decimal point are never rounded away. Numbers below 1e-4 or from 1e15 on are
  /// written with a power of ten.
  ///
  ///     Numbers.text(0.9533333)   // 0.9533
  ///     Numbers.text(-1024.56)    // −1025
  ///     Numbers.text(0.00000123)  // 1.23 × 10⁻⁶
  public static func text(_ number: Double, digits: Int = 4) -> String {
    guard number.isFinite else { return number.isNaN ? "NaN" : number < 0 ? "−∞" : "∞" }
    guard number != 0 else { return "0" }
    let digits = min(max(digits, 1), 15)
    let sign = number < 0 ? "−" : ""
    let (mantissa, exponent) = decimal(abs(number), digits: digits)
    if exponent < -4 || exponent >= 15 {
      return "\(sign)\(trimmed(mantissa, point: 1)) × 10\(superscript(exponent))"
    }
    if exponent >= digits - 1 {
      return sign + String(Int(abs(number).rounded()))
    }
    let padded = exponent < 0 ? String(repeating: "0", count: -exponent) + mantissa : mantissa
    return sign + trimmed(padded, point: exponent < 0 ? 1 : exponent + 1)
  }

  /// Returns a complex number in TeX to four decimals, without parts that round to zero.
  static func tex(_ number: Complex<Double>) -> String {
    let real = decimals(number.real)
    let imaginary = decimals(number.imaginary)
    if imaginary == "0" { return real }
    let part = imaginary == "1" ? "i" : imaginary == "-1" ? "-i" : "\(imaginary)i"
    if real == "0" { return part }
    return part.hasPrefix("-") ? "\(real)\(part)" : "\(real)+\(part)"
  }

  /// A number rounded to four decimals, with a hyphen for a minus sign as TeX wants it.
  private static func decimals(_ number: Double) -> String {
    guard number.isFinite else { return number.isNaN ? #"\mathrm{NaN}"# : #"\infty"# }
    guard number.magnitude < 1e12 else { return "\(number)" }
    let rounded = (number * 10_000).rounded() / 10_000
    if rounded == rounded.rounded() { return "\(Int(rounded))" }
    return "\(rounded)"
  }

  /// The digits and the decimal exponent of a positive number, rounded to `digits` digits.
  private static func decimal(_ number: Double, digits: Int) -> (String, Int) {
    // The shortest decimal that reads back as the number is exact text to round by hand.
    let shortest = "\(number)".lowercased()
    let parts = shortest.split(separator: "e")
    var exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let fraction = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    var all = (fraction[0] + (fraction.count == 2 ? fraction[1] : "")).utf8.map { Int($0) - 48 }
    exponent += fraction[0].count - 1
    let leading = all.prefix { $0 == 0 }.count
    all.removeFirst(leading)
    exponent -= leading
    if all.count > digits {
      var carry = all[digits] >= 5
      all = Array(all.prefix(digits))
      var index = digits - 1
      while carry && index >= 0 {
        all[index] += 1
        carry = all[index] == 10
        if carry { all[index] = 0 }
        index -= 1
      }
      if carry {
        all.insert(1, at: 0)
        all.removeLast()
        exponent += 1
      }
    }
    while all.count < digits { all.append(0) }
    return (all.map(String.init).joined(), exponent)
  }

  private static func trimmed(_ digits: String, point: Int) -> String {
    let whole = digits.prefix(point)
    var fraction = digits.dropFirst(point)
    while fraction.last == "0" { fraction.removeLast() }
    return fraction.isEmpty ? String(whole) : "\(whole).\(fraction)"
  }

  private static func superscript(_ exponent: Int) -> String {
    let digits: [Character] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
    let sign = exponent < 0 ? "⁻" : ""
    return sign + String("\(abs(exponent))".utf8.map { digits[Int($0) - 48] })
  }
}
