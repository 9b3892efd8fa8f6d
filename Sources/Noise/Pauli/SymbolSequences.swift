internal import Simulator

/// Sequences of symbols in the order that lets neighbours share their beginnings.
package struct SymbolSequences: Sendable {
  /// The sequences one after the other, in lexicographic order.
  let symbols: [Int32]
  /// Where each begins.
  let offsets: [Int64]
  /// How many symbols each has in common with the one before it.
  let shared: [Int32]
  /// The place of each among the sequences as they were given.
  let order: [Int]
  /// One more than the largest symbol.
  let symbolCount: Int

  package var count: Int { order.count }
  /// The number of steps that have to be computed, after sharing.
  package var steps: Int { symbols.count - shared.reduce(0) { $0 + Int($1) } }

  /// Sorts sequences; at most `deepest` symbols are shared, since each costs the memory of a state.
  package init(_ sequences: [[Int]], deepest: Int = .max) {
    let order = sequences.indices.sorted { left, right in
      if sequences[left] == sequences[right] { return left < right }
      return sequences[left].lexicographicallyPrecedes(sequences[right])
    }
    var symbols: [Int32] = []
    var offsets: [Int64] = [0]
    var shared: [Int32] = []
    var previous: [Int] = []
    for index in order {
      let sequence = sequences[index]
      var common = 0
      while common < min(sequence.count, previous.count, deepest),
        sequence[common] == previous[common]
      { common += 1 }
      shared.append(Int32(common))
      symbols += sequence.map { Int32(truncatingIfNeeded: $0) }
      offsets.append(Int64(symbols.count))
      previous = sequence
    }
    self.symbols = symbols
    self.offsets = offsets
    self.shared = shared
    self.order = order
    symbolCount = Int(symbols.max() ?? -1) + 1
  }
}
