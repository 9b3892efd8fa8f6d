internal import Simulator

/// What is wrong with one qubit whatever the gate: coherence and readout.
public struct QubitNoise: Codable, Hashable, Sendable {
  /// The relaxation time T1 in seconds, infinite for a qubit that never decays.
  public let t1: Double
  /// The coherence time T2 in seconds, at most 2 T1.
  public let t2: Double
  /// The readout error.
  public let readout: ReadoutError

  /// A qubit that keeps its state for ever and is read without error.
  public static let ideal = QubitNoise(unchecked: .infinity, .infinity, .none)

  /// Creates a qubit's noise.
  ///
  /// - Parameters:
  ///   - t1: the relaxation time in seconds.
  ///   - t2: the coherence time in seconds.
  /// - Throws: `noise.not-a-time`, `noise.t2-above-twice-t1`.
  public init(t1: Double, t2: Double, readout: ReadoutError = .none) throws {
    try self.init(t1: t1, t2: t2, readout: readout, place: "the qubit")
  }

  init(t1: Double, t2: Double, readout: ReadoutError, place: String) throws {
    try Check.coherence(t1: t1, t2: t2, place)
    self.init(unchecked: t1, t2, readout)
  }

  private init(unchecked t1: Double, _ t2: Double, _ readout: ReadoutError) {
    self.t1 = t1
    self.t2 = t2
    self.readout = readout
  }

  func with(readout: ReadoutError) -> QubitNoise { QubitNoise(unchecked: t1, t2, readout) }

  private enum Key: String, CodingKey { case t1, t2, readout }

  /// Writes the figures; a time that is infinite is left out, as JSON has no infinity.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    if t1.isFinite { try container.encode(t1, forKey: .t1) }
    if t2.isFinite { try container.encode(t2, forKey: .t2) }
    try container.encode(readout, forKey: .readout)
  }

  /// Reads figures and checks them.
  ///
  /// - Throws: the errors of `init(t1:t2:readout:)`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    try self.init(
      t1: container.decodeIfPresent(Double.self, forKey: .t1) ?? .infinity,
      t2: container.decodeIfPresent(Double.self, forKey: .t2) ?? .infinity,
      readout: container.decode(ReadoutError.self, forKey: .readout))
  }
}
