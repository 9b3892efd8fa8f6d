internal import Simulator

/// A task on sequences: one context token, distractors, one query token, a binary answer.
///
/// The answer depends on the context and the query only, so a model must carry the context across
/// the distractors. Tasks are data: equal tasks make equal sequences from equal seeds.
///
///     let task = try SequenceTask(
///       "and", contexts: [0, 1], distractors: [2, 3], queries: [4, 5], gaps: .uniform(1...4)
///     ) { context, query in context == 1 && query == 5 ? 1 : 0 }
public struct SequenceTask: Codable, Hashable, Sendable {
  /// The task's name.
  public let name: String
  /// The number of different tokens, one more than the largest.
  public let vocabulary: Int
  /// The tokens that a sequence may start with.
  public let contexts: [Int]
  /// The tokens that may stand in between.
  public let distractors: [Int]
  /// The tokens that a sequence may end with.
  public let queries: [Int]
  /// The right answers, 0 or 1, as [context][query] in the order of `contexts` and `queries`.
  public let labels: [[Int]]
  /// The gaps that a model is trained on.
  public let trainingGaps: GapDistribution
  /// The gap of the held-out sequences that decide whether a training converged.
  public let testGap: Int
  /// The number of training steps that STUDY's protocol gives this task.
  public let trainingSteps: Int

  /// Creates a task from its tokens and the rule that labels a (context, query) pair.
  ///
  /// - Parameters:
  ///   - testGap: the gap of held-out sequences; the longest training gap where nil.
  ///   - label: called once for every pair of a context token and a query token; returns 0 or 1.
  /// - Throws: `qrnn.task-tokens` where a role has no token, a token is negative, above 65,535,
  ///   given twice or in two roles; `qrnn.label-not-binary`; `qrnn.gap-out-of-range`;
  ///   `qrnn.gap-weights`; `qrnn.no-steps`.
  public init(
    _ name: String, contexts: [Int], distractors: [Int], queries: [Int], gaps: GapDistribution,
    testGap: Int? = nil, trainingSteps: Int = 400, label: (_ context: Int, _ query: Int) -> Int
  ) throws {
    self.init(
      name: name, contexts: contexts, distractors: distractors, queries: queries,
      labels: contexts.map { context in queries.map { label(context, $0) } }, trainingGaps: gaps,
      testGap: testGap ?? gaps.maximum, trainingSteps: trainingSteps)
    try check()
  }

  /// Reads a task and checks it.
  ///
  /// - Throws: the errors of the other initializer.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      name: try container.decode(String.self, forKey: .name),
      contexts: try container.decode([Int].self, forKey: .contexts),
      distractors: try container.decode([Int].self, forKey: .distractors),
      queries: try container.decode([Int].self, forKey: .queries),
      labels: try container.decode([[Int]].self, forKey: .labels),
      trainingGaps: try container.decode(GapDistribution.self, forKey: .trainingGaps),
      testGap: try container.decode(Int.self, forKey: .testGap),
      trainingSteps: try container.decode(Int.self, forKey: .trainingSteps))
    try check()
  }

  private init(
    name: String, contexts: [Int], distractors: [Int], queries: [Int], labels: [[Int]],
    trainingGaps: GapDistribution, testGap: Int, trainingSteps: Int
  ) {
    self.name = name
    self.contexts = contexts
    self.distractors = distractors
    self.queries = queries
    self.labels = labels
    self.trainingGaps = trainingGaps
    self.testGap = testGap
    self.trainingSteps = trainingSteps
    vocabulary = (contexts + distractors + queries).reduce(-1, max) &+ 1
  }

  /// The task that introduces the models, of seven tokens.
  ///
  /// The answer is the context.
  public static let recall = SequenceTask(
    name: "recall", contexts: [0, 1], distractors: [2, 3, 4, 5], queries: [6],
    labels: [[0], [1]], trainingGaps: .uniform(1...6), testGap: 6, trainingSteps: 400)

  /// The main task, of eight tokens.
  ///
  /// The answer is context XOR query.
  public static let xor = SequenceTask(
    name: "xor", contexts: [0, 1], distractors: [2, 3, 4, 5], queries: [6, 7],
    labels: [[0, 1], [1, 0]], trainingGaps: .uniform(1...6), testGap: 6, trainingSteps: 400)

  /// The task that needs entanglement: the context is two bits and the query picks one.
  ///
  /// Query 6 asks for the high bit, query 7 for the low bit; one qubit answers with a margin of at
  /// most 1/sqrt(2), the bound of a 2-to-1 random access code. Eight tokens.
  public static let select2 = SequenceTask(
    name: "select2", contexts: [0, 1, 2, 3], distractors: [4, 5], queries: [6, 7],
    labels: [[0, 0], [0, 1], [1, 0], [1, 1]], trainingGaps: .uniform(1...4), testGap: 4,
    trainingSteps: 1500)

  /// The tasks of the study.
  public static let all = [recall, xor, select2]

  /// The right answer for a context token and a query token, nil where either is none of this task.
  public func label(context: Int, query: Int) -> Int? {
    guard let row = contexts.firstIndex(of: context), let column = queries.firstIndex(of: query)
    else { return nil }
    return labels[row][column]
  }

  /// The accuracy of the best answer that does not know the context, averaged over the queries.
  public var chance: Double {
    let best = queries.indices.map { column in
      let ones = labels.filter { $0[column] == 1 }.count
      return max(ones, contexts.count - ones)
    }
    return Double(best.reduce(0, +)) / Double(queries.count * contexts.count)
  }

  /// Checks that sequences can be drawn; what a lesson builds has passed, what was decoded has not.
  ///
  /// - Throws: the errors of `init`.
  public func check() throws {
    let tokens = contexts + distractors + queries
    guard !contexts.isEmpty, !distractors.isEmpty, !queries.isEmpty else {
      throw QRNNError.taskTokens("A task needs at least one context, distractor and query.")
    }
    guard Set(tokens).count == tokens.count else {
      throw QRNNError.taskTokens("A token of the task \(name) has two roles or is listed twice.")
    }
    if let token = tokens.first(where: { $0 < 0 || $0 > 65_535 }) {
      throw QRNNError.taskTokens("The task \(name) has a token \(token) outside 0...65535.")
    }
    guard labels.count == contexts.count, labels.allSatisfy({ $0.count == queries.count }) else {
      throw QRNNError.taskTokens("The labels of the task \(name) do not cover its pairs.")
    }
    if let label = labels.joined().first(where: { $0 != 0 && $0 != 1 }) {
      throw QRNNError.labelNotBinary(label)
    }
    try trainingGaps.check()
    try GapDistribution.fixed(testGap).check()
    guard trainingSteps > 0 else { throw QRNNError.noSteps(trainingSteps) }
  }
}
