internal import Simulator

/// Packed sequences that measure a model's accuracy again and again.
struct HeldOutSet {
  private let batch: PackedBatch
  private let labels: [Int]

  init(task: SequenceTask, gap: GapDistribution? = nil, count: Int, seed: UInt64 = 0) throws {
    let sequences = try task.heldOut(gap: gap, count: count, seed: seed)
    batch = try PackedBatch(sequences, vocabulary: task.vocabulary)
    labels = sequences.map(\.label)
  }

  /// The fraction of sequences answered right; z = 0 is not an answer.
  func accuracy(_ kernel: ModelKernel, _ parameters: [Double]) throws -> Double {
    let expectations = try kernel.expectations(parameters, batch)
    var right = 0
    for (z, label) in zip(expectations, labels) where label == 0 ? z > 0 : z < 0 { right += 1 }
    return Double(right) / Double(labels.count)
  }
}
