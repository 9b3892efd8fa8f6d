internal import Kernels
internal import Noise
internal import Simulator

/// One architecture under up to eight scales of one noise model: what a token does to Pauli
/// coefficients, ready to take angles and to run.
///
/// Everything but the angles is computed once. A lane is a scale, or a set of angles, or both.
final class NoisyLanes {
  static let count = 8
  let spec: ModelSpec
  let vocabulary: Int
  private let program: PauliProgram
  /// Where the map of [token][qubit] begins, in groups of eight.
  private let places: [Int]
  /// Noise before a qubit's rotations and after each of the three: [qubit][4][12][8].
  private let noise: AlignedLanes
  /// Whether the maps of a qubit's rotations have no shift.
  private let unital: [Bool]
  /// How much too far the gates turn: [qubit][RZ, RY][8]; nil where all are exact.
  private let factors: [Double]?
  private let turns: AlignedLanes

  /// Prepares for an architecture and the models of up to eight lanes, all of the same rules.
  ///
  /// - Throws: `qrnn.wrong-architecture` for a classical model, and the errors of the noise model.
  init(spec: ModelSpec, vocabulary: Int, noise models: [NoiseModel]) throws {
    guard case .quantum(let qubits, let entangler, _) = spec.architecture else {
      throw QRNNError.wrongArchitecture("Noise acts on qubits, and \(spec) has none.")
    }
    try spec.check()
    guard vocabulary >= 1, vocabulary <= 65_536 else {
      throw QRNNError.vocabularyOutOfRange(vocabulary)
    }
    self.spec = spec
    self.vocabulary = vocabulary
    let lanes = (0..<NoisyLanes.count).map { models[min($0, models.count - 1)] }
    let stages = try RotationNoise(qubits: qubits, lanes: lanes)
    noise = try AlignedLanes(stages.maps)
    unital = stages.unital
    factors = stages.factors
    var builder = try PauliProgramBuilder(qubits: qubits)
    for operation in entangler.circuit(qubits: qubits).operations {
      try builder.apply(operation, lanes: lanes)
    }
    builder.endList()
    let tail = Array(0..<builder.count)
    var places: [Int] = []
    var lists: [[Int]] = []
    for _ in 0..<vocabulary {
      let first = builder.count
      for qubit in 0..<qubits {
        places.append(builder.reserve(on: qubit, unital: stages.unital[qubit]))
      }
      lists.append(Array(first..<builder.count) + tail)
    }
    self.places = places
    program = try PauliProgram(builder, lists: lists)
    turns = try AlignedLanes(count: 6)
  }

  /// Sets the angles of every lane: one set for all, or one for each.
  func bind(_ parameters: [[Double]]) {
    let qubits = spec.qubits
    for token in 0..<vocabulary {
      for qubit in 0..<qubits {
        let row = token * qubits + qubit
        turn(parameters, row, qubit)
        ketbook_pauli_rotation(
          turns.pointer, noise.pointer + qubit * 4 * 96, unital[qubit] ? 1 : 0,
          program.coefficients + 8 * places[row])
      }
    }
  }

  private func turn(_ parameters: [[Double]], _ row: Int, _ qubit: Int) {
    let shared = parameters.count == 1 && factors == nil
    for gate in 0..<3 {
      for lane in 0..<NoisyLanes.count {
        let place = 16 * gate + lane
        if shared, lane > 0 {
          turns.pointer[place] = turns.pointer[16 * gate]
          turns.pointer[place + 8] = turns.pointer[16 * gate + 8]
          continue
        }
        var angle = parameters[min(lane, parameters.count - 1)][3 * row + gate]
        if let factors { angle *= factors[16 * qubit + (gate == 1 ? 8 : 0) + lane] }
        turns.pointer[place] = ketbook_cos(angle)
        turns.pointer[place + 8] = ketbook_sin(angle)
      }
    }
  }

  /// Runs every sequence; `receive` gets its place and the readout qubit's ⟨Z⟩ of every lane.
  func run(_ sequences: SymbolSequences, _ receive: (Int, UnsafePointer<Double>) -> Void) throws {
    try program.run(
      sequences, wanted: [3 << (2 * (spec.qubits - 1 - spec.readout))], receive)
  }

  /// Runs every sequence; `receive` gets its place and all coefficients, eight lanes each.
  func states(_ sequences: SymbolSequences, _ receive: (Int, UnsafePointer<Double>) -> Void) throws
  {
    try program.run(sequences, wanted: Array(0..<(1 << (2 * spec.qubits))), receive)
  }

  /// Sorts sequences of tokens so that they share their beginnings.
  static func pack(
    _ sequences: [TokenSequence], vocabulary: Int, qubits: Int
  ) throws -> SymbolSequences {
    guard !sequences.isEmpty else { throw QRNNError.noSequences(0) }
    for sequence in sequences { try sequence.check(vocabulary: vocabulary) }
    return SymbolSequences(
      sequences.map(\.tokens), deepest: PauliProgram.deepestShared(qubits: qubits))
  }
}

extension PauliProgramBuilder {
  /// Appends a gate of an entangler with its noise.
  fileprivate mutating func apply(_ operation: CircuitOperation, lanes: [NoiseModel]) throws {
    if case .barrier = operation { return }
    let targets = operation.qubits
    let circuit = Circuit(
      qubits: targets.count,
      operations: [operation.moved(to: Array(targets.indices))])
    let matrix = try PauliTransferMatrix(circuit: circuit)
    apply([matrix], on: targets)
    let placed = try lanes.map {
      try $0.channels(after: operation.name, on: targets, of: qubits)
    }
    for index in placed[0].indices {
      apply(placed.map { $0[index].matrix }, on: placed[0][index].qubits)
    }
  }
}
