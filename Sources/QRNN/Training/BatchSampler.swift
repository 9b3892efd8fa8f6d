internal import Simulator

/// Draws fresh batches of a task's sequences, in the order of `SequenceTask.draw`, without
/// building a value for each.
struct BatchSampler {
  private let task: SequenceTask
  private let contexts: [Int32]
  private let distractors: [Int32]
  private let queries: [Int32]
  private let labels: [Int32]
  private(set) var lengths: [Int32] = []
  private(set) var tokens: [Int32] = []
  private(set) var answers: [Int32] = []

  init(_ task: SequenceTask) {
    self.task = task
    contexts = task.contexts.map { Int32($0) }
    distractors = task.distractors.map { Int32($0) }
    queries = task.queries.map { Int32($0) }
    labels = task.labels.joined().map { Int32($0) }
  }

  mutating func draw(_ count: Int, _ generator: inout SeededGenerator) {
    lengths.removeAll(keepingCapacity: true)
    tokens.removeAll(keepingCapacity: true)
    answers.removeAll(keepingCapacity: true)
    for _ in 0..<count {
      let row = generator.integer(below: contexts.count)
      let gap = task.trainingGaps.draw(&generator)
      tokens.append(contexts[row])
      for _ in 0..<gap { tokens.append(distractors[generator.integer(below: distractors.count)]) }
      let column = generator.integer(below: queries.count)
      tokens.append(queries[column])
      lengths.append(Int32(gap + 2))
      answers.append(labels[row * queries.count + column])
    }
  }
}
