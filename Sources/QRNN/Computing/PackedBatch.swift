internal import Kernels
internal import Simulator

/// A batch of sequences in the layout of the kernels: blocks of eight lanes.
///
/// Lanes hold sequences of any length; results do not depend on what shares a block.
final class PackedBatch {
  let pointer: OpaquePointer
  private(set) var lengths: [Int32] = []

  init() throws {
    guard let pointer = ketbook_batch_create() else { throw QRNNError.outOfMemory() }
    self.pointer = pointer
  }

  deinit { ketbook_batch_destroy(pointer) }

  /// Packs sequences that have been checked against the vocabulary.
  convenience init(_ sequences: [TokenSequence], vocabulary: Int) throws {
    try self.init()
    var tokens = 0
    for sequence in sequences {
      try sequence.check(vocabulary: vocabulary)
      tokens += sequence.tokens.count
    }
    guard tokens <= GapDistribution.mostTokens else { throw QRNNError.tooManyTokens() }
    try pack(
      lengths: sequences.map { Int32($0.tokens.count) },
      tokens: sequences.flatMap { $0.tokens.map { Int32($0) } },
      labels: sequences.map { Int32($0.label) }, vocabulary: vocabulary)
  }

  /// Packs sequences whose tokens follow one another; lengths, tokens and labels must be in range.
  func pack(lengths: [Int32], tokens: [Int32], labels: [Int32], vocabulary: Int) throws {
    self.lengths = lengths
    guard !lengths.isEmpty else { throw QRNNError.noSequences(0) }
    let status = ketbook_batch_pack(
      pointer, Int32(lengths.count), lengths, tokens, labels, Int32(vocabulary))
    guard status == 0 else { throw QRNNError.outOfMemory() }
  }

  /// The number of tokens in all sequences.
  var steps: Int { lengths.reduce(0) { $0 + Int($1) } }
}
