import Experiments
import Foundation
import QRNN
import Simulator
import Testing

@Suite("Written forms")
struct CodingTests {
  private func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  private func read<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }

  @Test(arguments: everyModel)
  func `of a model read back the same bits`(spec: ModelSpec) throws {
    let model = try RecurrentModel(random: spec, vocabulary: 8, seed: 1)
    #expect(try read(RecurrentModel.self, json(model)) == model)
    #expect(try read(ModelSpec.self, json(spec)) == spec)
  }

  @Test func `of a trained model read back the same bits`() throws {
    let options = TrainingOptions(steps: 15, measureEvery: 5, heldOut: 20)
    let runs = try Training(task: .select2, model: .elman, seeds: 2, options: options)
      .run(store: .none())
    #expect(try read(TrainingRuns.self, json(runs)) == runs)
    #expect(try read(TrainedModel.self, json(runs[0])) == runs[0])
  }

  @Test func `of specs are what they were when results were stored`() throws {
    #expect(
      try json(ModelSpec.twoQubit(.cnot(1, 0)))
        == #"{"entangler":{"gates":[{"cnot":{"control":1,"target":0}}]},"kind":"quantum","#
        + #""qubits":2,"readout":0,"version":1}"#)
    #expect(try json(ModelSpec.elman) == #"{"kind":"elman","units":3,"version":1}"#)
  }

  @Test func `of another version or kind are refused by name`() throws {
    let spec = try json(ModelSpec.twoQubit(.cnot(1, 0)))
    func error(_ old: String, _ new: String) -> String? {
      errorID { try read(ModelSpec.self, spec.replacingOccurrences(of: old, with: new)) }
    }
    #expect(error(#""version":1"#, #""version":2"#) == "qrnn.other-version")
    #expect(error("quantum", "transformer") == "qrnn.unknown-kind")
    #expect(error(#""qubits":2"#, #""qubits":99"#) == "qrnn.qubits-out-of-range")
    #expect(error(#""target":0"#, #""target":7"#) == "qrnn.entangler")
    let experiment = TrainingExperiment(task: .xor, model: .oneQubit, seed: 3)
    let written = try json(experiment)
    #expect(try read(TrainingExperiment.self, written) == experiment)
    let other = written.replacingOccurrences(
      of: #""version":"\#(TrainingExperiment.formatVersion)""#, with: #""version":"0""#)
    #expect(other != written)
    #expect(errorID { try read(TrainingExperiment.self, other) } == "qrnn.other-version")
  }

  @Test func `with damaged contents are refused`() throws {
    let model = try RecurrentModel(
      spec: .oneQubit, vocabulary: 1, parameters: [0.25, 0.5, 0.75])
    let text = try json(model)
    func error(_ old: String, _ new: String) -> String? {
      errorID { try read(RecurrentModel.self, text.replacingOccurrences(of: old, with: new)) }
    }
    #expect(error("0.25,", "") == "qrnn.parameter-count")
    #expect(error(#""vocabulary":1"#, #""vocabulary":2"#) == "qrnn.parameter-count")
    let task = try json(SequenceTask.xor)
    #expect(try read(SequenceTask.self, task) == .xor)
    let twice = task.replacingOccurrences(of: #""queries":[6,7]"#, with: #""queries":[6,6]"#)
    #expect(twice != task)
    #expect(errorID { try read(SequenceTask.self, twice) } == "qrnn.task-tokens")
  }
}
