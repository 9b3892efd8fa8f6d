/// A sequence of tokens with the answer that a model should give after the last one.
///
/// Tasks lay their sequences out as one context token, distractors, one query token.
public struct TokenSequence: Codable, Hashable, Sendable {
  /// The tokens in reading order, each in 0..<vocabulary.
  public let tokens: [Int]
  /// The right answer, 0 or 1.
  public let label: Int

  /// Creates a sequence from its tokens and its label.
  ///
  /// - Throws: `qrnn.empty-sequence`, `qrnn.token-out-of-range` (a negative token) and
  ///   `qrnn.label-not-binary`.
  public init(tokens: [Int], label: Int) throws {
    guard !tokens.isEmpty else { throw QRNNError.emptySequence() }
    if let position = tokens.firstIndex(where: { $0 < 0 }) {
      throw QRNNError.tokenOutOfRange(tokens[position], at: position, vocabulary: nil)
    }
    guard label == 0 || label == 1 else { throw QRNNError.labelNotBinary(label) }
    self.tokens = tokens
    self.label = label
  }

  /// Creates a sequence whose parts are known to be in range.
  init(trusted tokens: [Int], label: Int) {
    self.tokens = tokens
    self.label = label
  }

  /// The first token, which tells the context.
  public var context: Int { tokens.first ?? 0 }
  /// The last token, which asks.
  public var query: Int { tokens.last ?? 0 }
  /// The number of tokens between the context and the query.
  public var gap: Int { max(tokens.count - 2, 0) }

  /// Throws where a token does not belong to a vocabulary of the given size, or nothing is there.
  func check(vocabulary: Int) throws {
    guard !tokens.isEmpty else { throw QRNNError.emptySequence() }
    for (position, token) in tokens.enumerated() where token < 0 || token >= vocabulary {
      throw QRNNError.tokenOutOfRange(token, at: position, vocabulary: vocabulary)
    }
    guard label == 0 || label == 1 else { throw QRNNError.labelNotBinary(label) }
  }
}
