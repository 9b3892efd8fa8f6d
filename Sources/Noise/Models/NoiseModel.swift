internal import Simulator

/// A device's noise as rules from gates to effects, with coherence and readout of every qubit.
///
/// For a gate the last rule that matches it counts, with all its effects in order, after the gate. A gate
/// that no rule matches is exact.
///
///     var noise = NoiseModel("mine", qubits: .all(try QubitNoise(t1: 100e-6, t2: 80e-6)))
///     noise.rules = [
///       .init(qubits: 1, [.depolarizing(3e-4), .relaxation(duration: 50e-9)]),
///       .init(gates: ["RZ", "P", "Z", "S", "SDG", "T", "TDG"], []),
///       .init(gates: ["CNOT"], [.depolarizing(8e-3), .relaxation(duration: 300e-9)]),
///     ]
///     let noisier = try noise.scaled(by: 10)
public struct NoiseModel: Codable, Hashable, Sendable {
  /// What happens at some gates.
  public struct Rule: Codable, Hashable, Sendable {
    /// The gates' names as circuits write them; all gates where nil.
    public var gates: [String]?
    /// The number of qubits of the gates; any where nil.
    public var qubits: Int?
    /// The qubits of the gate, in its order; any where nil.
    public var on: [Int]?
    /// What happens, in order.
    public var effects: [NoiseEffect]

    /// Creates a rule.
    public init(
      gates: [String]? = nil, qubits: Int? = nil, on: [Int]? = nil, _ effects: [NoiseEffect]
    ) {
      self.gates = gates
      self.qubits = qubits
      self.on = on
      self.effects = effects
    }

    func matches(_ gate: String, _ targets: [Int]) -> Bool {
      (gates?.contains(gate) ?? true) && (qubits.map { $0 == targets.count } ?? true)
        && (on.map { $0 == targets } ?? true)
    }
  }

  /// The noise of each qubit.
  public enum Qubits: Codable, Hashable, Sendable {
    /// All qubits alike, however many.
    case all(QubitNoise)
    /// One entry for every qubit; a circuit may have no more.
    case each([QubitNoise])
  }

  /// What a scale does to the readout error.
  public enum Readout: String, Codable, Hashable, Sendable, CaseIterable {
    /// Both probabilities are multiplied too, each at most 0.5.
    case scaled
    /// They stay as they are.
    case fixed
  }

  /// The model's name, for legends and captions.
  public var name: String
  /// The qubits' coherence and readout.
  public var qubits: Qubits
  /// The rules; the last that matches a gate counts.
  public var rules: [Rule]

  /// Creates a model from its rules.
  public init(_ name: String, qubits: Qubits = .all(.ideal), rules: [Rule] = []) {
    self.name = name
    self.qubits = qubits
    self.rules = rules
  }

  /// No noise at all.
  public static let none = NoiseModel("no noise")

  /// Returns the model at another scale: probabilities, durations and coherent angles times `scale`.
  ///
  /// Probabilities stop at 1, readout errors at 0.5. Scale 0 is no noise, scale 1 the model itself.
  ///
  /// - Throws: `noise.scale` for a scale that is negative or not finite, and the errors of `check()`.
  public func scaled(by scale: Double, readout: Readout = .scaled) throws -> NoiseModel {
    guard scale >= 0, scale.isFinite else { throw NoiseError.scale(scale) }
    try check()
    var model = self
    for index in model.rules.indices {
      model.rules[index].effects = model.rules[index].effects.map { $0.scaled(by: scale) }
    }
    if readout == .scaled {
      func scaled(_ qubit: QubitNoise) throws -> QubitNoise {
        qubit.with(readout: try qubit.readout.scaled(by: scale))
      }
      switch qubits {
      case .all(let qubit): model.qubits = .all(try scaled(qubit))
      case .each(let each): model.qubits = .each(try each.map(scaled))
      }
    }
    return model
  }

  /// Returns the model with the same readout error on every qubit.
  public func with(readout: ReadoutError) -> NoiseModel {
    var model = self
    switch qubits {
    case .all(let qubit): model.qubits = .all(qubit.with(readout: readout))
    case .each(let each): model.qubits = .each(each.map { $0.with(readout: readout) })
    }
    return model
  }

  /// Returns a qubit's coherence and readout.
  ///
  /// - Throws: `noise.no-such-qubit` where the model has no figures for it.
  public func qubit(_ number: Int) throws -> QubitNoise {
    switch qubits {
    case .all(let qubit): return qubit
    case .each(let each):
      guard each.indices.contains(number) else {
        throw PhysicsError(
          id: "noise.no-such-qubit",
          summary: "The noise model \(name) describes \(each.count) qubits, not qubit \(number).",
          remedy: "Take a model of as many qubits as the circuit has.")
      }
      return each[number]
    }
  }

  /// Returns what happens at a gate.
  public func effects(of gate: String, on targets: [Int]) -> [NoiseEffect] {
    rules.last { $0.matches(gate, targets) }?.effects ?? []
  }

  /// Checks every number of every rule, naming the field that is wrong.
  ///
  /// - Throws: `noise.not-a-probability`, `noise.not-a-time`, `noise.not-finite`,
  ///   `noise.pauli-word`.
  public func check() throws {
    for (index, rule) in rules.enumerated() {
      for effect in rule.effects { try effect.check("\(name), rule \(index + 1)") }
    }
  }
}
