internal import Kernels

/// Finds round places for ticks.
enum Ticks {
  /// Multiples of 1, 2 or 5 times a power of ten: the step and the decimals that write it.
  struct Step {
    /// The step is `mantissa` times ten to `exponent`.
    var mantissa: Int
    var exponent: Int

    var decimals: Int { max(0, -exponent) }
    /// The multiple of the step, correctly rounded.
    func multiple(_ index: Double) -> Double {
      exponent >= 0
        ? index * Double(mantissa) * NumberFormat.power(of: exponent)
        : index * Double(mantissa) / NumberFormat.power(of: -exponent)
    }
    var size: Double { multiple(1) }

    /// The step that gives the count of intervals nearest to `target`, at least 1 for whole numbers.
    init(span: Double, target: Int, whole: Bool) {
      (mantissa, exponent) = (1, -300)
      guard span > 0, span.isFinite else { return }
      var power = -300
      while power < 300, NumberFormat.scaled(1, by: power + 1) <= span { power += 1 }
      var best = Double.infinity
      for candidate in (power - 2)...(power + 1) {
        for factor in [1, 2, 5] where !(whole && candidate < 0) {
          let count = span / NumberFormat.scaled(Double(factor), by: candidate)
          // Too many labels are worse than too few.
          let error =
            count > Double(target) ? 1.4 * (count / Double(target) - 1) : Double(target) / count - 1
          if error < best { (best, mantissa, exponent) = (error, factor, candidate) }
        }
      }
      if best == .infinity { (mantissa, exponent) = (1, 0) }
    }
  }

  /// Round ticks within a range.
  static func linear(_ low: Double, _ high: Double, step: Step) -> [(value: Double, label: String)]
  {
    let size = step.size
    guard size > 0 else { return [] }
    let slack = (high - low) * 1e-9
    let (first, last) = (
      ((low - slack) / size).rounded(.up), ((high + slack) / size).rounded(.down)
    )
    guard last - first < 1000 else { return [] }
    return stride(from: first, through: last, by: 1).map { index in
      let value = step.multiple(index)
      let isLarge = max(low.magnitude, high.magnitude) >= 1e6 || size < 1e-5
      let label =
        isLarge
        ? NumberFormat.significant(value, digits: 6)
        : NumberFormat.fixed(value, decimals: step.decimals)
      return (value == 0 ? 0 : value, label)
    }
  }

  /// Powers of ten within a range, with 2 and 5 in between where there are few.
  static func log(_ low: Double, _ high: Double, target: Int) -> [(value: Double, label: String)] {
    let first = Int((ketbook_log(low) / ketbook_log(10) - 1e-9).rounded(.up))
    let last = Int((ketbook_log(high) / ketbook_log(10) + 1e-9).rounded(.down))
    let decades = max(0, last - first + 1)
    let every = max(1, (decades + target - 1) / max(1, target))
    let factors: [Int] = decades > 3 ? [1] : decades == 3 ? [1, 3] : [1, 2, 5]
    // Plain digits where all are short, powers of ten elsewhere.
    let plain = first >= -3 && last <= 4
    var ticks: [(value: Double, label: String)] = []
    for exponent in (first - 1)...(max(first, last) + 1)
    where (exponent - first) % every == 0 {
      for factor in every > 1 ? [1] : factors {
        let value = NumberFormat.scaled(Double(factor), by: exponent)
        guard value >= low * (1 - 1e-9), value <= high * (1 + 1e-9) else { continue }
        let power = "10\(NumberFormat.superscript(exponent))"
        let label =
          plain
          ? NumberFormat.significant(value, digits: 3)
          : factor == 1 ? power : "\(factor)\u{202F}×\u{202F}\(power)"
        ticks.append((value, label))
      }
    }
    return ticks
  }

  /// Round fractions and multiples of pi within a range of radians.
  static func radians(_ low: Double, _ high: Double, target: Int) -> [(
    value: Double, label: String
  )] {
    let steps: [(numerator: Int, denominator: Int)] = [
      (1, 16), (1, 8), (1, 4), (1, 2), (1, 1), (2, 1), (4, 1), (10, 1), (20, 1), (50, 1), (100, 1),
    ]
    let span = high - low
    let step =
      steps.first {
        span / (Double.pi * Double($0.numerator) / Double($0.denominator)) <= Double(target) + 0.5
      } ?? (1000, 1)
    let size = Double.pi * Double(step.numerator) / Double(step.denominator)
    let slack = span * 1e-6
    let (first, last) = (
      ((low - slack) / size).rounded(.up), ((high + slack) / size).rounded(.down)
    )
    guard last - first < 1000, max(first.magnitude, last.magnitude) < 1e12 else { return [] }
    return stride(from: first, through: last, by: 1).map { index in
      (index * size, piLabel(Int(index) * step.numerator, over: step.denominator))
    }
  }

  /// The text of a fraction of pi in lowest terms, for example −3π/4.
  static func piLabel(_ numerator: Int, over denominator: Int) -> String {
    if numerator == 0 { return "0" }
    var (a, b) = (Int(numerator.magnitude), denominator)
    while b != 0 { (a, b) = (b, a % b) }
    let (top, bottom) = (Int(numerator.magnitude) / a, denominator / a)
    let sign = numerator < 0 ? "\u{2212}" : ""
    return "\(sign)\(top == 1 ? "" : String(top))π\(bottom == 1 ? "" : "/\(bottom)")"
  }
}

extension NumberFormat {
  /// The number times a power of ten, correctly rounded for powers up to 22.
  static func scaled(_ value: Double, by exponent: Int) -> Double {
    exponent >= 0 ? value * power(of: exponent) : value / power(of: -exponent)
  }
}
