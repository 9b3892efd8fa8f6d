internal import Digest
internal import Simulator

/// The digest of short trainings of every kind of model: it moves when the numbers of this code move.
///
/// A version that a person raises is forgotten one day, and then old results pass for new ones.
/// Instead a few training steps of every kernel, with its sampling, gradient, loss and optimiser,
/// are run once in a process, which takes about a millisecond, and their exact bits are hashed.
enum NumbersFingerprint {
  /// The fingerprint of this process's code, 16 hexadecimal digits.
  static let current = fingerprint()

  static func fingerprint() -> String {
    let quantum = (1...5).map { qubits in
      ModelSpec.qubits(qubits, entangler: .chain((0..<qubits).reversed()))
    }
    let root = 0.5.squareRoot()
    let hadamard = Entangler.Gate.unitary(
      name: "H", qubits: [0], real: [root, root, root, -root], imaginary: [0, 0, 0, 0])
    let others: [ModelSpec] = [
      .twoQubit(.cz(0, 1)), .twoQubit(Entangler(gates: [hadamard])), .rotation, .elman,
    ]
    var bytes: [UInt8] = []
    func add(_ values: [Double]) {
      for value in values {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
      }
    }
    for (index, spec) in (quantum + others).enumerated() {
      let trainer = Trainer(
        task: .select2, spec: spec,
        options: TrainingOptions(steps: 3, batch: 9, measureEvery: 1, heldOut: 9),
        seed: UInt64(index))
      // None of these fails but for want of memory; then the fingerprint is one that fits nobody.
      guard let trained = try? trainer.run(report: { _ in }) else { return "none" }
      add(trained.model.parameters + trained.losses + trained.gradientNorms)
      add(trained.measurements.map(\.accuracy))
    }
    return String(SHA256.hexadecimal(bytes).prefix(16))
  }
}
