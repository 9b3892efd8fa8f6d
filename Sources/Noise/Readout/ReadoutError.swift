internal import Simulator

/// The readout error of one qubit: how often a measurement tells the wrong bit.
///
/// ⟨Z⟩ as measured is (1 - P(1|0) - P(0|1)) ⟨Z⟩ + P(0|1) - P(1|0).
public struct ReadoutError: Codable, Hashable, Sendable {
  /// P(1|0), the probability to read 1 where the qubit is 0.
  public let oneGivenZero: Double
  /// P(0|1), the probability to read 0 where the qubit is 1.
  public let zeroGivenOne: Double

  /// No error.
  public static let none = ReadoutError(unchecked: 0, 0)

  /// Creates a readout error from P(1|0) and P(0|1).
  ///
  /// - Throws: `noise.not-a-probability`.
  public init(oneGivenZero: Double, zeroGivenOne: Double) throws {
    try Check.probability(oneGivenZero, "P(1|0) of the readout")
    try Check.probability(zeroGivenOne, "P(0|1) of the readout")
    self.init(unchecked: oneGivenZero, zeroGivenOne)
  }

  /// Reads an error and checks it.
  ///
  /// - Throws: `noise.not-a-probability`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      oneGivenZero: container.decode(Double.self, forKey: .oneGivenZero),
      zeroGivenOne: container.decode(Double.self, forKey: .zeroGivenOne))
  }

  private init(unchecked oneGivenZero: Double, _ zeroGivenOne: Double) {
    self.oneGivenZero = oneGivenZero
    self.zeroGivenOne = zeroGivenOne
  }

  /// Returns the error with both probabilities multiplied by a scale, each at most 0.5.
  ///
  /// - Throws: `noise.scale` for a scale that is negative or not finite.
  public func scaled(by scale: Double) throws -> ReadoutError {
    guard scale >= 0, scale.isFinite else { throw NoiseError.scale(scale) }
    if scale == 1 { return self }
    return ReadoutError(
      unchecked: min(0.5, scale * oneGivenZero), min(0.5, scale * zeroGivenOne))
  }

  /// Returns ⟨Z⟩ as this readout shows it, from the true ⟨Z⟩.
  public func applied(toZ z: Double) -> Double {
    (1 - oneGivenZero - zeroGivenOne) * z + (zeroGivenOne - oneGivenZero)
  }

  /// Returns the probability to read 1, from the true probability of 1.
  public func applied(toProbability one: Double) -> Double {
    (1 - one) * oneGivenZero + one * (1 - zeroGivenOne)
  }

  /// Rows: read 0, read 1; columns: is 0, is 1.
  var confusion: [[Double]] {
    [[1 - oneGivenZero, zeroGivenOne], [oneGivenZero, 1 - zeroGivenOne]]
  }
}

extension NoiseError {
  static func scale(_ value: Double) -> PhysicsError {
    PhysicsError(
      id: "noise.scale", summary: "The noise scale is \(value).",
      remedy: "Give a finite number that is not negative: 0 is no noise, 1 the noise as it is.")
  }
}
