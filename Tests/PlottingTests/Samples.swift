import Plotting

/// Holds the data that charts are tested with: closed forms, so that every reader can check them.
enum Samples {
  struct Point {
    var x: Double
    var y: Double
    var name: String
  }

  /// Sums of the series of sine, exact enough for pictures and the same on every machine.
  static func sine(_ x: Double) -> Double {
    var x = x
    while x > .pi { x -= 2 * .pi }
    while x < -.pi { x += 2 * .pi }
    var (term, sum, n) = (x, x, 1.0)
    while term.magnitude > 1e-14 {
      term *= -x * x / ((n + 1) * (n + 2))
      sum += term
      n += 2
    }
    return sum
  }

  static let waves: [Point] = ["a", "b", "c"].enumerated().flatMap { index, name in
    (0...24).map { step in
      let x = Double(step) / 24 * 6.4
      return Point(x: x, y: sine(x + Double(index)) * (1 - Double(index) * 0.25), name: name)
    }
  }

  /// Whole numbers from a linear congruence (Knuth's MMIX), as numbers in [0, 1).
  static func uniform(_ count: Int, seed: UInt64) -> [Double] {
    var state = seed
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / 9_007_199_254_740_992
    }
  }

  /// Sums of twelve uniform numbers, nearly normal.
  static func bell(_ count: Int, seed: UInt64, mean: Double = 0, spread: Double = 1) -> [Double] {
    let all = uniform(count * 12, seed: seed)
    return (0..<count).map { index in
      mean + spread * (all[(index * 12)..<(index * 12 + 12)].reduce(0, +) - 6)
    }
  }
}
