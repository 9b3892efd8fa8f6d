/// NumPy's `default_rng(seed)`: PCG64 seeded by SeedSequence, so that workloads have the peers' data.
///
/// - Source: O'Neill, "PCG: a family of simple fast space-efficient statistically good algorithms
///   for random number generation", 2014; NumPy's documented stream compatibility.
struct PCG64 {
  private var state: UInt128
  private let increment: UInt128
  private var spare: UInt32?

  /// Creates the generator of `numpy.random.default_rng(seed)`.
  init(seed: UInt32) {
    let words = SeedSequence(entropy: [seed]).words(4)
    increment = (UInt128(words[2]) << 64 | UInt128(words[3])) << 1 | 1
    state = increment &+ (UInt128(words[0]) << 64 | UInt128(words[1]))
    advance()
  }

  /// Returns 64 bits.
  mutating func next() -> UInt64 {
    advance()
    let mixed = UInt64(truncatingIfNeeded: state >> 64) ^ UInt64(truncatingIfNeeded: state)
    let turn = UInt64(truncatingIfNeeded: state >> 122)
    return mixed >> turn | mixed << ((64 - turn) & 63)
  }

  /// Returns a number as `uniform(low, high)` does.
  mutating func uniform(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * (Double(next() >> 11) * 0x1p-53)
  }

  /// Returns an integer as `integers(0, bound)` does, by Lemire's method on 32 bits.
  mutating func integer(below bound: UInt32) -> Int {
    var product = UInt64(next32()) * UInt64(bound)
    if UInt32(truncatingIfNeeded: product) < bound {
      let threshold = (0 &- bound) % bound
      while UInt32(truncatingIfNeeded: product) < threshold {
        product = UInt64(next32()) * UInt64(bound)
      }
    }
    return Int(product >> 32)
  }

  /// Half of 64 bits at a time, the low half first.
  private mutating func next32() -> UInt32 {
    if let half = spare {
      spare = nil
      return half
    }
    let bits = next()
    spare = UInt32(truncatingIfNeeded: bits >> 32)
    return UInt32(truncatingIfNeeded: bits)
  }

  private mutating func advance() {
    state = state &* PCG64.multiplier &+ increment
  }

  private static let multiplier = UInt128(0x2360_ED05_1FC6_5DA4) << 64 | 0x4385_DF64_9FCC_F645
}

/// NumPy's SeedSequence with a pool of four words.
private struct SeedSequence {
  private var pool: [UInt32] = []

  init(entropy: [UInt32]) {
    var constant: UInt32 = 0x43b0_d7e5
    func hash(_ value: UInt32) -> UInt32 {
      let mixed = value ^ constant
      constant = constant &* 0x931e_8875
      let product = mixed &* constant
      return product ^ product >> 16
    }
    for index in 0..<4 { pool.append(hash(index < entropy.count ? entropy[index] : 0)) }
    for source in 0..<4 {
      for target in 0..<4 where target != source {
        let mixed = 0xca01_f9dd &* pool[target] &- 0x4973_f715 &* hash(pool[source])
        pool[target] = mixed ^ mixed >> 16
      }
    }
  }

  func words(_ count: Int) -> [UInt64] {
    var constant: UInt32 = 0x8b51_f9dd
    let halves = (0..<2 * count).map { index -> UInt64 in
      let mixed = pool[index % 4] ^ constant
      constant = constant &* 0x58f3_8ded
      let product = mixed &* constant
      return UInt64(product ^ product >> 16)
    }
    return (0..<count).map { halves[2 * $0] | halves[2 * $0 + 1] << 32 }
  }
}
