internal import Simulator

/// The architecture of a recurrent model: what it is made of, without its parameters.
///
///     let models: [ModelSpec] = [.oneQubit, .twoQubit(.cnot(1, 0)), .elman]
public struct ModelSpec: Codable, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of model.
  public enum Architecture: Codable, Hashable, Sendable {
    /// Qubits that every token rotates, each on its own, before the entangler acts.
    case quantum(qubits: Int, entangler: Entangler, readout: Int)
    /// A unit vector in three dimensions that every token rotates: one qubit's Bloch picture.
    case rotation
    /// An Elman network with tanh units.
    case elman(units: Int)
  }

  /// The most qubits that a recurrent model may have.
  public static let mostQubits = 10
  /// The most hidden units that an Elman network may have.
  public static let mostUnits = 64

  /// The kind of model and its size.
  public let architecture: Architecture

  /// Creates a spec of an architecture.
  public init(_ architecture: Architecture) { self.architecture = architecture }

  /// One qubit.
  public static let oneQubit = ModelSpec(.quantum(qubits: 1, entangler: .none, readout: 0))

  /// Returns two qubits with an entangler after every token; qubit 0 is read out.
  public static func twoQubit(_ entangler: Entangler) -> ModelSpec {
    ModelSpec(.quantum(qubits: 2, entangler: entangler, readout: 0))
  }

  /// Returns a number of qubits with an entangler after every token.
  public static func qubits(
    _ count: Int, entangler: Entangler, readout: Int = 0
  ) -> ModelSpec {
    ModelSpec(.quantum(qubits: count, entangler: entangler, readout: readout))
  }

  /// The SO(3) rotation network on the unit vector.
  public static let rotation = ModelSpec(.rotation)

  /// The Elman network with three tanh units.
  public static let elman = ModelSpec(.elman(units: 3))

  /// Returns an Elman network with a number of tanh units.
  public static func elman(units: Int) -> ModelSpec { ModelSpec(.elman(units: units)) }

  /// The number of qubits, 0 for a classical model.
  public var qubits: Int {
    if case .quantum(let qubits, _, _) = architecture { qubits } else { 0 }
  }

  /// The entangler, nil for a classical model.
  public var entangler: Entangler? {
    if case .quantum(_, let entangler, _) = architecture { entangler } else { nil }
  }

  /// The qubit that is read out, 0 for a classical model.
  public var readout: Int {
    if case .quantum(_, _, let readout) = architecture { readout } else { 0 }
  }

  /// Returns the number of parameters at a vocabulary size.
  ///
  /// Quantum: 3 angles for every token and qubit, as [token][qubit][3]. Rotation: 3 angles for
  /// every token. Elman with h units: [token][h] inputs, [h][h] recurrent weights (row: to), [h]
  /// readout weights, one readout bias.
  public func parameterCount(vocabulary: Int) -> Int {
    // Sizes that check() refuses give the count of the nearest size that it allows.
    let vocabulary = min(max(vocabulary, 1), 65_536)
    switch architecture {
    case .quantum(let qubits, _, _): return vocabulary * min(max(qubits, 1), Self.mostQubits) * 3
    case .rotation: return vocabulary * 3
    case .elman(let count):
      let units = min(max(count, 1), Self.mostUnits)
      return vocabulary * units + units * units + units + 1
    }
  }

  /// The same model with another entangler, for a control; classical models stay as they are.
  public func with(entangler: Entangler) -> ModelSpec {
    guard case .quantum(let qubits, _, let readout) = architecture else { return self }
    return ModelSpec(.quantum(qubits: qubits, entangler: entangler, readout: readout))
  }

  /// A short name, such as `2 qubits, CNOT 1->0`.
  public var description: String {
    switch architecture {
    case .quantum(1, let entangler, _) where entangler.gates.isEmpty: "1 qubit"
    case .quantum(let qubits, let entangler, let readout):
      "\(qubits) qubit\(qubits == 1 ? "" : "s"), \(entangler.name)"
        + (readout == 0 ? "" : ", reads qubit \(readout)")
    case .rotation: "SO(3) rotation"
    case .elman(let units): "Elman, \(units) unit\(units == 1 ? "" : "s")"
    }
  }

  /// Checks that a model of this architecture can be built.
  ///
  /// - Throws: `qrnn.qubits-out-of-range`, `qrnn.readout-out-of-range`, `qrnn.entangler`,
  ///   `qrnn.units-out-of-range`.
  public func check() throws {
    switch architecture {
    case .quantum(let qubits, let entangler, let readout):
      guard qubits >= 1, qubits <= ModelSpec.mostQubits else {
        throw QRNNError.qubitsOutOfRange(qubits)
      }
      guard readout >= 0, readout < qubits else {
        throw QRNNError.readoutOutOfRange(readout, qubits: qubits)
      }
      _ = try entangler.action(qubits: qubits)
    case .rotation: break
    case .elman(let units):
      guard units >= 1, units <= ModelSpec.mostUnits else {
        throw QRNNError.unitsOutOfRange(units)
      }
    }
  }
}
