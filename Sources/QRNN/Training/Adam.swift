internal import Kernels

/// Adam (Kingma and Ba, 2015) with beta 0.9 and 0.999, epsilon 1e-8.
struct Adam {
  private var first: [Double]
  private var second: [Double]
  private var power1 = 1.0
  private var power2 = 1.0

  init(count: Int) {
    first = Array(repeating: 0, count: count)
    second = first
  }

  mutating func step(_ parameters: inout [Double], gradient: [Double], rate: Double) {
    power1 *= 0.9
    power2 *= 0.999
    ketbook_adam(
      Int32(parameters.count), &parameters, &first, &second, gradient, rate, 0.9, 0.999,
      1 - power1, 1 - power2, 1e-8)
  }
}
