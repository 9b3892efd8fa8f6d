internal import Kernels

/// The optimiser Adam (Kingma and Ba, 2015) with beta 0.9 and 0.999, epsilon 1e-8.
public struct Adam: Sendable {
  private var first: [Double]
  private var second: [Double]
  private var power1 = 1.0
  private var power2 = 1.0

  /// Creates the optimiser of a number of parameters, at its first step.
  public init(count: Int) {
    first = Array(repeating: 0, count: max(count, 0))
    second = first
  }

  /// Moves the parameters one step down a gradient of the same length, at a learning rate.
  ///
  /// Lists of another length than the optimiser was made for stay as they are.
  public mutating func step(_ parameters: inout [Double], gradient: [Double], rate: Double) {
    guard parameters.count == first.count, gradient.count == first.count else { return }
    power1 *= 0.9
    power2 *= 0.999
    ketbook_adam(
      Int32(parameters.count), &parameters, &first, &second, gradient, rate, 0.9, 0.999,
      1 - power1, 1 - power2, 1e-8)
  }
}
