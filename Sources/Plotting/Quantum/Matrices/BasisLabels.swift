/// Names the states of the computational basis.
enum BasisLabels {
  /// The kets of so many states, qubit 0 the most significant bit; numbers where the count is no power of two.
  static func kets(_ count: Int) -> [String] {
    guard count > 1, count & (count - 1) == 0 else { return (0..<count).map { "|\($0)⟩" } }
    let width = count.trailingZeroBitCount
    return (0..<count).map { index in
      let bits = String(index, radix: 2)
      return "|\(String(repeating: "0", count: width - bits.count))\(bits)⟩"
    }
  }
}
