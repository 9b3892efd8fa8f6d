internal import Simulator

/// The written form of a spec carries the version of the form, so that a spec of another version
/// is refused by name instead of being misread.
extension ModelSpec {
  /// The version of the written form.
  public static let formatVersion = 1

  private enum Key: String, CodingKey {
    case version, kind, qubits, entangler, readout, units
  }

  private enum Kind: String {
    case quantum, rotation, elman
  }

  /// Writes the spec with its version.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(ModelSpec.formatVersion, forKey: .version)
    switch architecture {
    case .quantum(let qubits, let entangler, let readout):
      try container.encode(Kind.quantum.rawValue, forKey: .kind)
      try container.encode(qubits, forKey: .qubits)
      try container.encode(entangler, forKey: .entangler)
      try container.encode(readout, forKey: .readout)
    case .rotation: try container.encode(Kind.rotation.rawValue, forKey: .kind)
    case .elman(let units):
      try container.encode(Kind.elman.rawValue, forKey: .kind)
      try container.encode(units, forKey: .units)
    }
  }

  /// Reads a spec of this version.
  ///
  /// - Throws: `qrnn.other-version`, and the errors of `check()`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let version = try container.decode(Int.self, forKey: .version)
    let name = try container.decode(String.self, forKey: .kind)
    guard version == ModelSpec.formatVersion else {
      throw QRNNError.otherVersion("model spec", "\(version)", "\(ModelSpec.formatVersion)")
    }
    switch Kind(rawValue: name) {
    case .quantum:
      self.init(
        .quantum(
          qubits: try container.decode(Int.self, forKey: .qubits),
          entangler: try container.decode(Entangler.self, forKey: .entangler),
          readout: try container.decode(Int.self, forKey: .readout)))
    case .rotation: self.init(.rotation)
    case .elman: self.init(.elman(units: try container.decode(Int.self, forKey: .units)))
    case nil: throw QRNNError.unknownKind(name)
    }
    try check()
  }
}
