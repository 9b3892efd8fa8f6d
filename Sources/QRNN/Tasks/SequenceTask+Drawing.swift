public import Simulator

extension SequenceTask {
  /// Returns the sequence of a context, distractors and a query, with its label.
  ///
  /// - Throws: `qrnn.task-tokens` where a token does not have the role it stands in;
  ///   `qrnn.gap-out-of-range` where there is no distractor.
  public func sequence(context: Int, distractors gap: [Int], query: Int) throws -> TokenSequence {
    guard let label = label(context: context, query: query) else {
      throw QRNNError.taskTokens(
        "Token \(context) is no context or token \(query) no query of the task \(name).")
    }
    if let stranger = gap.first(where: { !distractors.contains($0) }) {
      throw QRNNError.taskTokens("Token \(stranger) is no distractor of the task \(name).")
    }
    guard !gap.isEmpty else { throw QRNNError.gapOutOfRange(0) }
    return TokenSequence(trusted: [context] + gap + [query], label: label)
  }

  /// Draws one sequence: context, gap, distractors and query, in this order.
  ///
  /// - Throws: `qrnn.gap-out-of-range`, `qrnn.gap-weights`.
  public func draw(
    gap: GapDistribution? = nil, _ generator: inout SeededGenerator
  ) throws -> TokenSequence {
    let gaps = gap ?? trainingGaps
    try gaps.check()
    return drawChecked(gaps, &generator)
  }

  /// Draws sequences that no training saw: held out by their own split of the seed.
  ///
  /// The same set serves every model, so models are compared on the same sequences.
  ///
  /// - Parameters:
  ///   - gap: the number of distractors; `testGap` where nil.
  ///   - count: the number of sequences, 300 in the study.
  /// - Throws: `qrnn.no-sequences`, `qrnn.gap-out-of-range`, `qrnn.gap-weights`,
  ///   `qrnn.too-many-tokens` above a hundred million.
  public func heldOut(
    gap: GapDistribution? = nil, count: Int = 300, seed: UInt64 = 0
  ) throws -> [TokenSequence] {
    guard count > 0, count <= 10_000_000 else { throw QRNNError.noSequences(count) }
    let gaps = gap ?? .fixed(testGap)
    try check()
    try gaps.check()
    try gaps.check(count: count)
    var generator = SeededGenerator(seed: seed).split("held-out").split(name)
    for length in gaps.gaps { generator = generator.split(length) }
    return (0..<count).map { _ in drawChecked(gaps, &generator) }
  }

  func drawChecked(
    _ gaps: GapDistribution, _ generator: inout SeededGenerator
  ) -> TokenSequence {
    let row = generator.integer(below: contexts.count)
    let gap = gaps.draw(&generator)
    var tokens = [contexts[row]]
    tokens.reserveCapacity(gap + 2)
    for _ in 0..<gap {
      tokens.append(distractors[generator.integer(below: distractors.count)])
    }
    let column = generator.integer(below: queries.count)
    tokens.append(queries[column])
    return TokenSequence(trusted: tokens, label: labels[row][column])
  }
}
