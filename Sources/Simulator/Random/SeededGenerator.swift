/// Generates the random numbers of every computation from a seed: xoshiro256** over SplitMix64.
///
/// The same seed gives the same numbers on every machine and in every version. A generator is
/// split per use (`split(_:)`), so that adding a draw in one place does not move the draws of
/// another. Splitting depends on the generator's key only, not on how much was drawn from it.
///
/// - Source: Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021.
///
///     var generator = SeededGenerator(seed: 7).split("angles")
///     let angle = generator.uniform(in: -Double.pi..<Double.pi)
public struct SeededGenerator: RandomNumberGenerator, Sendable, Hashable {
  private let key: UInt64
  private var s0: UInt64
  private var s1: UInt64
  private var s2: UInt64
  private var s3: UInt64

  /// Creates the generator of a seed.
  public init(seed: UInt64) {
    key = seed
    var mixer = seed
    s0 = SeededGenerator.splitMix(&mixer)
    s1 = SeededGenerator.splitMix(&mixer)
    s2 = SeededGenerator.splitMix(&mixer)
    s3 = SeededGenerator.splitMix(&mixer)
  }

  /// Returns an independent generator for the use that a label names.
  public func split(_ label: String) -> SeededGenerator {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a, 64 bits
    for byte in label.utf8 {
      hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }
    return SeededGenerator(seed: combined(with: hash))
  }

  /// Returns an independent generator for the use that an index names, a seed of many or a shot.
  public func split(_ index: Int) -> SeededGenerator {
    SeededGenerator(seed: combined(with: UInt64(bitPattern: Int64(index)) &+ 0x1234_5678_9abc_def1))
  }

  /// Returns 64 random bits.
  public mutating func next() -> UInt64 {
    let result = rotated(s1 &* 5, by: 7) &* 9
    let t = s1 << 17
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= t
    s3 = rotated(s3, by: 45)
    return result
  }

  /// Returns a number in [0, 1), a multiple of 2^-53.
  public mutating func uniform() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// Returns a number in a half-open range.
  public mutating func uniform(in range: Range<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * uniform()
  }

  /// Returns an integer in 0..<bound without bias; 0 where the bound is not positive.
  public mutating func integer(below bound: Int) -> Int {
    guard bound > 0 else { return 0 }
    let range = UInt64(bound)
    // Lemire's multiply and reject, "Fast random integer generation in an interval", 2019.
    var product = next().multipliedFullWidth(by: range)
    if product.low < range {
      let threshold = (0 &- range) % range
      while product.low < threshold {
        product = next().multipliedFullWidth(by: range)
      }
    }
    return Int(product.high)
  }

  private func combined(with value: UInt64) -> UInt64 {
    var mixer = key ^ 0x6a09_e667_f3bc_c909
    let first = SeededGenerator.splitMix(&mixer)
    var second = first ^ value
    return SeededGenerator.splitMix(&second)
  }

  private func rotated(_ value: UInt64, by bits: UInt64) -> UInt64 {
    (value << bits) | (value >> (64 - bits))
  }

  private static func splitMix(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
