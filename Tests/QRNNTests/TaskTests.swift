import QRNN
import Simulator
import Testing

@Suite("Tasks")
struct TaskTests {
  @Test(arguments: SequenceTask.all)
  func `draw sequences of their own shape and label`(task: SequenceTask) throws {
    var generator = SeededGenerator(seed: 1)
    var gaps: Set<Int> = []
    for _ in 0..<400 {
      let sequence = try task.draw(&generator)
      gaps.insert(sequence.gap)
      #expect(task.contexts.contains(sequence.context) && task.queries.contains(sequence.query))
      #expect(sequence.tokens.dropFirst().dropLast().allSatisfy(task.distractors.contains))
      #expect(sequence.label == task.label(context: sequence.context, query: sequence.query))
    }
    #expect(gaps.sorted() == task.trainingGaps.gaps)
  }

  @Test func `label as the study says`() {
    for context in [0, 1] {
      #expect(SequenceTask.recall.label(context: context, query: 6) == context)
      for query in [6, 7] {
        #expect(SequenceTask.xor.label(context: context, query: query) == context ^ (query - 6))
      }
    }
    for context in 0..<4 {
      #expect(SequenceTask.select2.label(context: context, query: 6) == context >> 1)
      #expect(SequenceTask.select2.label(context: context, query: 7) == context & 1)
    }
    #expect(SequenceTask.xor.label(context: 6, query: 0) == nil)
    #expect(SequenceTask.all.map(\.vocabulary) == [7, 8, 8])
    #expect(SequenceTask.all.map(\.chance) == [0.5, 0.5, 0.5])
    #expect(SequenceTask.select2.trainingSteps == 1500)
  }

  @Test func `hold out the same set for the same seed, gap and count`() throws {
    let set = try SequenceTask.xor.heldOut()
    #expect(set.count == 300 && set.allSatisfy { $0.gap == 6 })
    #expect(try SequenceTask.xor.heldOut() == set)
    #expect(try SequenceTask.xor.heldOut(seed: 1) != set)
    #expect(try Array(SequenceTask.xor.heldOut(count: 20)) == Array(set.prefix(20)))
    #expect(try SequenceTask.recall.heldOut(gap: 400, count: 3).allSatisfy { $0.gap == 400 })
    let ones = set.filter { $0.label == 1 }.count
    #expect(ones > 110 && ones < 190)
  }

  @Test func `are built from tokens, gaps and a rule`() throws {
    let task = try SequenceTask(
      "and", contexts: [0, 1], distractors: [2, 3], queries: [4, 5],
      gaps: .weighted([1: 1, 3: 3])
    ) { context, query in context == 1 && query == 5 ? 1 : 0 }
    #expect(task.labels == [[0, 0], [0, 1]])
    #expect(task.vocabulary == 6)
    #expect(task.chance == 0.75)
    #expect(task.testGap == 3)
    var generator = SeededGenerator(seed: 2)
    let gaps = try (0..<4000).map { _ in try task.draw(&generator).gap }
    #expect(Set(gaps) == [1, 3])
    let share = Double(gaps.filter { $0 == 3 }.count) / 4000
    #expect(abs(share - 0.75) < 0.03)
    #expect(try task.sequence(context: 1, distractors: [2, 2], query: 5).label == 1)
  }

  @Test func `refuse what cannot be`() throws {
    func build(
      _ contexts: [Int], _ distractors: [Int], _ queries: [Int], _ gaps: GapDistribution = 2,
      label: Int = 0
    ) -> String? {
      errorID {
        try SequenceTask(
          "x", contexts: contexts, distractors: distractors, queries: queries, gaps: gaps
        ) { _, _ in label }
      }
    }
    #expect(build([], [1], [2]) == "qrnn.task-tokens")
    #expect(build([0], [], [2]) == "qrnn.task-tokens")
    #expect(build([0], [1], []) == "qrnn.task-tokens")
    #expect(build([0, 1], [1], [2]) == "qrnn.task-tokens")
    #expect(build([-1], [1], [2]) == "qrnn.task-tokens")
    #expect(build([.max], [1], [2]) == "qrnn.task-tokens")
    #expect(build([0], [1], [2], label: 2) == "qrnn.label-not-binary")
    #expect(build([0], [1], [2], 0) == "qrnn.gap-out-of-range")
    #expect(build([0], [1], [2], .uniform(0...3)) == "qrnn.gap-out-of-range")
    #expect(build([0], [1], [2], .uniform(.min ... .max)) == "qrnn.gap-out-of-range")
    #expect(build([0], [1], [2], .weighted([:])) == "qrnn.gap-out-of-range")
    #expect(build([0], [1], [2], .weighted([1: .nan])) == "qrnn.gap-weights")
    #expect(build([0], [1], [2], .weighted([1: 1, 2: -1])) == "qrnn.gap-weights")
    #expect(build([0], [1], [2], .weighted([1: 1, 2: 2])) == nil)
    let xor = SequenceTask.xor
    #expect(errorID { try xor.heldOut(gap: 0) } == "qrnn.gap-out-of-range")
    #expect(errorID { try xor.heldOut(gap: 1_000_000, count: 1000) } == "qrnn.too-many-tokens")
    #expect(errorID { try xor.heldOut(count: 0) } == "qrnn.no-sequences")
    #expect(
      errorID { try xor.sequence(context: 6, distractors: [2], query: 7) } == "qrnn.task-tokens")
    #expect(
      errorID { try xor.sequence(context: 0, distractors: [1], query: 7) } == "qrnn.task-tokens")
    #expect(
      errorID { try xor.sequence(context: 0, distractors: [], query: 7) } == "qrnn.gap-out-of-range"
    )
  }
}
