internal import Simulator

/// The figures of one real device on one day: coherence, gates, readout, coupling.
///
///     let device = DeviceCalibration.sherbrooke
///     let pair = try device.bestChain(of: 2)
///     let noise = try device.noiseModel(on: pair)
///
/// Times are in seconds. Qubits carry the device's own numbers.
public struct DeviceCalibration: Codable, Hashable, Sendable {
  /// The figures of one qubit.
  public struct Qubit: Codable, Hashable, Sendable {
    /// The device's number of the qubit.
    public let number: Int
    /// The relaxation time T1 in seconds.
    public let t1: Double
    /// The coherence time T2 in seconds, as measured; it may come out above 2 T1.
    public let t2: Double
    /// The readout error.
    public let readout: ReadoutError
    /// The average gate infidelity of a square root of X; 1 marks a qubit that is out of order.
    public let pulseError: Double
    /// The length of a square root of X in seconds.
    public let pulseLength: Double

    /// Creates a qubit's figures; `DeviceCalibration.check()` looks at them.
    public init(
      number: Int, t1: Double, t2: Double, readout: ReadoutError, pulseError: Double,
      pulseLength: Double
    ) {
      self.number = number
      self.t1 = t1
      self.t2 = t2
      self.readout = readout
      self.pulseError = pulseError
      self.pulseLength = pulseLength
    }

    /// Whether the figures describe a qubit that works: T2 ≤ 2 T1 and an error below 1/2.
    public var isUsable: Bool { t1 > 0 && t2 > 0 && t2 <= 2 * t1 && pulseError < 0.5 }
  }

  /// The figures of the two-qubit gate between two qubits.
  public struct Coupling: Codable, Hashable, Sendable {
    /// The device's numbers of the two qubits, as the gate is directed.
    public let qubits: [Int]
    /// The native gate: cx, cz or ecr.
    public let gate: String
    /// The average gate infidelity; 1 marks a gate that is out of order.
    public let error: Double
    /// The length in seconds.
    public let length: Double

    /// Creates a coupling's figures; `DeviceCalibration.check()` looks at them.
    public init(qubits: [Int], gate: String, error: Double, length: Double) {
      self.qubits = qubits
      self.gate = gate
      self.error = error
      self.length = length
    }

    /// Whether the error is below 1/2.
    public var isUsable: Bool { error < 0.5 }
  }

  /// The device's name, such as `ibm_sherbrooke`.
  public let name: String
  /// The processor's family and revision, such as `Eagle r3`.
  public let processor: String
  /// When the figures were taken, in ISO 8601.
  public let date: String
  /// Where the figures come from.
  public let source: String
  /// The qubits, by rising number.
  public let qubits: [Qubit]
  /// The couplings, by rising numbers.
  public let couplings: [Coupling]
  /// What was left out while reading and why: one sentence for each qubit or gate.
  public let omissions: [String]

  /// Creates a calibration from its figures.
  ///
  /// - Throws: the errors of `check()`.
  public init(
    name: String, processor: String, date: String, source: String, qubits: [Qubit],
    couplings: [Coupling], omissions: [String] = []
  ) throws {
    self.init(
      unchecked: name, processor: processor, date: date, source: source, qubits: qubits,
      couplings: couplings, omissions: omissions)
    try check()
  }

  init(
    unchecked name: String, processor: String, date: String, source: String, qubits: [Qubit],
    couplings: [Coupling], omissions: [String]
  ) {
    self.name = name
    self.processor = processor
    self.date = date
    self.source = source
    self.qubits = qubits.sorted { $0.number < $1.number }
    self.couplings = couplings.sorted { $0.qubits.lexicographicallyPrecedes($1.qubits) }
    self.omissions = omissions
  }

  /// Checks that every figure is possible, naming the first that is not.
  ///
  /// T2 above 2 T1 passes: real snapshots contain it. It is refused where a noise model is made.
  ///
  /// - Throws: `noise.not-a-probability`, `noise.not-a-time`, `noise.calibration`.
  public func check() throws {
    let numbers = Set(qubits.map(\.number))
    guard numbers.count == qubits.count, !qubits.isEmpty else {
      throw NoiseError.calibration("\(name): qubits are missing or listed twice.")
    }
    for qubit in qubits {
      let place = "\(name), qubit \(qubit.number)"
      for (time, field) in [(qubit.t1, "T1"), (qubit.t2, "T2")]
      where !(time > 0 && time.isFinite) {
        throw NoiseError.time(time, field: "\(place): \(field)")
      }
      try Check.probability(qubit.pulseError, "\(place): gate_error of sx")
      try Check.duration(qubit.pulseLength, "\(place): gate_length of sx")
    }
    for coupling in couplings {
      let place = "\(name), \(coupling.gate) \(coupling.qubits)"
      guard coupling.qubits.count == 2, coupling.qubits[0] != coupling.qubits[1],
        coupling.qubits.allSatisfy(numbers.contains)
      else { throw NoiseError.calibration("\(place): these are not two qubits of the device.") }
      try Check.probability(coupling.error, "\(place): gate_error")
      try Check.duration(coupling.length, "\(place): gate_length")
    }
  }

  /// Returns the figures of a qubit by its number, nil where there is none.
  public func qubit(_ number: Int) -> Qubit? { qubits.first { $0.number == number } }

  /// Returns the coupling of two qubits in either direction, the given one first; nil where there
  /// is none.
  public func coupling(_ first: Int, _ second: Int) -> Coupling? {
    couplings.first { $0.qubits == [first, second] }
      ?? couplings.first { $0.qubits == [second, first] }
  }
}

extension NoiseError {
  static func calibration(_ summary: String) -> PhysicsError {
    PhysicsError(
      id: "noise.calibration", summary: summary,
      remedy: "Take both files of one snapshot, unchanged, or correct the field.")
  }
}
