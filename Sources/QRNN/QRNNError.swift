internal import Simulator

/// Makes the errors of this module, each in one place.
enum QRNNError {
  static func emptySequence() -> PhysicsError {
    PhysicsError(
      id: "qrnn.empty-sequence", summary: "A sequence has no tokens.",
      remedy: "Give it at least one token.")
  }

  static func tokenOutOfRange(_ token: Int, at position: Int, vocabulary: Int?) -> PhysicsError {
    let range = vocabulary.map { "0..<\($0)" } ?? "0 and above"
    return PhysicsError(
      id: "qrnn.token-out-of-range",
      summary: "Token \(token) at position \(position) is outside \(range).",
      remedy: "Use tokens of the task's vocabulary.")
  }

  static func labelNotBinary(_ label: Int) -> PhysicsError {
    PhysicsError(
      id: "qrnn.label-not-binary", summary: "The label \(label) is neither 0 nor 1.",
      remedy: "Label every pair of a context and a query with 0 or 1.")
  }

  static func noGaps() -> PhysicsError {
    PhysicsError(
      id: "qrnn.gap-out-of-range", summary: "The gap distribution has no gap or more than 100,000.",
      remedy: "Give between 1 and 100,000 gaps.")
  }

  static func gapOutOfRange(_ gap: Int) -> PhysicsError {
    PhysicsError(
      id: "qrnn.gap-out-of-range",
      summary: "A gap of \(gap) is outside 1...\(GapDistribution.longest).",
      remedy: "Put at least one distractor between context and query.")
  }

  static func gapWeights() -> PhysicsError {
    PhysicsError(
      id: "qrnn.gap-weights", summary: "The weights of the gaps are not all positive and finite.",
      remedy: "Give every gap a positive weight, and leave out gaps that should not occur.")
  }

  static func taskTokens(_ summary: String) -> PhysicsError {
    PhysicsError(
      id: "qrnn.task-tokens", summary: summary,
      remedy: "Give contexts, distractors and queries their own tokens in 0...65535.")
  }

  static func noSteps(_ steps: Int) -> PhysicsError {
    PhysicsError(
      id: "qrnn.no-steps", summary: "A training of \(steps) steps is not possible.",
      remedy: "Ask for 1 to 10,000,000 steps.")
  }

  static func noSequences(_ count: Int) -> PhysicsError {
    PhysicsError(
      id: "qrnn.no-sequences", summary: "A set of \(count) sequences is not possible.",
      remedy: "Ask for 1 to 10,000,000 sequences.")
  }

  static func tooManyTokens() -> PhysicsError {
    PhysicsError(
      id: "qrnn.too-many-tokens",
      summary: "The sequences have more than \(GapDistribution.mostTokens) tokens together.",
      remedy: "Ask for fewer sequences or shorter gaps.")
  }

  static func qubitsOutOfRange(_ qubits: Int) -> PhysicsError {
    PhysicsError(
      id: "qrnn.qubits-out-of-range",
      summary: "A recurrent model with \(qubits) qubits is outside 1...\(ModelSpec.mostQubits).",
      remedy: "Use 1 to \(ModelSpec.mostQubits) qubits.")
  }

  static func readoutOutOfRange(_ readout: Int, qubits: Int) -> PhysicsError {
    PhysicsError(
      id: "qrnn.readout-out-of-range",
      summary: "The readout qubit \(readout) is outside 0..<\(qubits).",
      remedy: "Read out one of the model's qubits.")
  }

  static func unitsOutOfRange(_ units: Int) -> PhysicsError {
    PhysicsError(
      id: "qrnn.units-out-of-range",
      summary: "An Elman network with \(units) units is not possible.",
      remedy: "Use 1 to \(ModelSpec.mostUnits) hidden units.")
  }

  static func vocabularyOutOfRange(_ vocabulary: Int) -> PhysicsError {
    PhysicsError(
      id: "qrnn.vocabulary-out-of-range",
      summary: "A vocabulary of \(vocabulary) tokens is outside 1...65536.",
      remedy: "Use the vocabulary of a task.")
  }

  static func entangler(_ summary: String) -> PhysicsError {
    PhysicsError(
      id: "qrnn.entangler", summary: summary,
      remedy: "Give unitary gates on different qubits of the model.")
  }

  static func parameterCount(_ count: Int, expected: Int, model: String) -> PhysicsError {
    PhysicsError(
      id: "qrnn.parameter-count",
      summary: "The model \(model) takes \(expected) parameters, not \(count).",
      remedy: "Give one value for every parameter, in the order that the model documents.")
  }

  static func parameterNotFinite(_ value: Double, at index: Int) -> PhysicsError {
    PhysicsError(
      id: "qrnn.parameter-not-finite", summary: "Parameter \(index) is \(value).",
      remedy: "Give finite parameters.")
  }

  static func wrongArchitecture(_ summary: String) -> PhysicsError {
    PhysicsError(
      id: "qrnn.wrong-architecture", summary: summary, remedy: "Use a model of the right kind.")
  }

  static func options(_ summary: String) -> PhysicsError {
    PhysicsError(
      id: "qrnn.options", summary: summary, remedy: "Correct this one of the training's options.")
  }

  static func outOfMemory() -> PhysicsError {
    PhysicsError(
      id: "qrnn.out-of-memory", summary: "There is not enough memory for this batch.",
      remedy: "Use fewer or shorter sequences, or fewer qubits.")
  }

  static func noSeeds() -> PhysicsError {
    PhysicsError(
      id: "qrnn.no-seeds",
      summary: "There is no seed to train, or more than \(Training.mostSeeds).",
      remedy: "Ask for at least one seed.")
  }

  static func otherVersion(_ what: String, _ found: String, _ expected: String) -> PhysicsError {
    PhysicsError(
      id: "qrnn.other-version",
      summary: "This \(what) has version \(found), but this code reads version \(expected).",
      remedy: "Train it again with this version, or read it with the version that wrote it.")
  }

  static func unknownKind(_ kind: String) -> PhysicsError {
    PhysicsError(
      id: "qrnn.unknown-kind", summary: "There is no kind of model named \(kind).",
      remedy: "Use quantum, rotation or elman.")
  }
}
