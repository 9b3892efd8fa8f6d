internal import Simulator

/// A recurrent model: its architecture with a value for every parameter.
///
/// The state starts at |0...0> (the vector (0, 0, 1), or zeros for an Elman network), and every
/// token changes it. After the last token the readout is z = <Z> of the readout qubit, and the
/// probability of the answer 1 is (1 - z) / 2, with no scale and no bias.
public struct RecurrentModel: Codable, Hashable, Sendable {
  /// The architecture.
  public let spec: ModelSpec
  /// The number of different tokens.
  public let vocabulary: Int
  /// The parameters, in the order that `ModelSpec.parameterCount(vocabulary:)` documents; radians
  /// for rotation angles.
  public let parameters: [Double]

  /// Creates a model from its parameters.
  ///
  /// - Throws: `qrnn.parameter-count`, `qrnn.parameter-not-finite`,
  ///   `qrnn.vocabulary-out-of-range`, and the errors of `ModelSpec.check()`.
  public init(spec: ModelSpec, vocabulary: Int, parameters: [Double]) throws {
    self.init(unchecked: spec, vocabulary: vocabulary, parameters: parameters)
    try check()
  }

  /// Reads a model and checks it.
  ///
  /// - Throws: the errors of the other initializer, and `qrnn.other-version`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      spec: container.decode(ModelSpec.self, forKey: .spec),
      vocabulary: container.decode(Int.self, forKey: .vocabulary),
      parameters: container.decode([Double].self, forKey: .parameters))
  }

  init(unchecked spec: ModelSpec, vocabulary: Int, parameters: [Double]) {
    self.spec = spec
    self.vocabulary = vocabulary
    self.parameters = parameters
  }

  /// Creates the model that a training of this seed starts from.
  ///
  /// Angles are uniform in [-pi, pi). They depend on the seed only, and a model and its control
  /// with another entangler start alike. An Elman network's weights are uniform in [-1, 1).
  ///
  /// - Throws: `qrnn.vocabulary-out-of-range`, and the errors of `ModelSpec.check()`.
  public init(random spec: ModelSpec, vocabulary: Int, seed: UInt64) throws {
    try self.init(random: spec, vocabulary: vocabulary, seed: seed, attempt: 0)
  }

  /// Creates the model that a restart of a training starts from; attempt 0 is the first.
  init(random spec: ModelSpec, vocabulary: Int, seed: UInt64, attempt: Int) throws {
    try spec.check()
    guard vocabulary >= 1, vocabulary <= 65_536 else {
      throw QRNNError.vocabularyOutOfRange(vocabulary)
    }
    var generator = SeededGenerator(seed: seed).split("parameters").split(attempt)
    let range: Range<Double>
    if case .elman = spec.architecture { range = -1..<1 } else { range = -Double.pi..<Double.pi }
    self.init(
      unchecked: spec, vocabulary: vocabulary,
      parameters: (0..<spec.parameterCount(vocabulary: vocabulary)).map { _ in
        generator.uniform(in: range)
      })
  }

  /// Checks the shape and the values; what was decoded has not been checked yet.
  ///
  /// - Throws: the errors of `init`.
  public func check() throws {
    try spec.check()
    guard vocabulary >= 1, vocabulary <= 65_536 else {
      throw QRNNError.vocabularyOutOfRange(vocabulary)
    }
    let expected = spec.parameterCount(vocabulary: vocabulary)
    guard parameters.count == expected else {
      throw QRNNError.parameterCount(
        parameters.count, expected: expected, model: spec.description)
    }
    if let index = parameters.firstIndex(where: { !$0.isFinite }) {
      throw QRNNError.parameterNotFinite(parameters[index], at: index)
    }
  }

  /// Returns the angles of a token on a qubit: U = RZ(g) RY(b) RZ(a), RZ(a) first, in radians.
  ///
  /// - Throws: `qrnn.token-out-of-range`, `qrnn.qubits-out-of-range`, and
  ///   `qrnn.wrong-architecture` for an Elman network.
  public func angles(token: Int, qubit: Int = 0) throws -> RotationAngles {
    if case .elman = spec.architecture {
      throw QRNNError.wrongArchitecture("An Elman network has no rotation angles.")
    }
    let width = max(spec.qubits, 1)
    guard token >= 0, token < vocabulary else {
      throw QRNNError.tokenOutOfRange(token, at: 0, vocabulary: vocabulary)
    }
    guard qubit >= 0, qubit < width else {
      throw QRNNError.readoutOutOfRange(qubit, qubits: width)
    }
    let base = (token * width + qubit) * 3
    return RotationAngles(a: parameters[base], b: parameters[base + 1], g: parameters[base + 2])
  }
}

/// The Euler angles of a local rotation U = RZ(g) RY(b) RZ(a), in radians; RZ(a) acts first.
public struct RotationAngles: Codable, Hashable, Sendable {
  /// The angle of the first rotation about z.
  public let a: Double
  /// The angle of the rotation about y.
  public let b: Double
  /// The angle of the last rotation about z.
  public let g: Double

  /// Creates angles in radians.
  public init(a: Double, b: Double, g: Double) {
    self.a = a
    self.b = b
    self.g = g
  }
}
