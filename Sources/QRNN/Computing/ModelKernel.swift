internal import ComplexModule
internal import Kernels
internal import Simulator

/// Computes with one architecture on one thread: the only place that meets the C kernels.
final class ModelKernel {
  /// The floor of a probability in the loss: p enters as floor + (1 - 2 floor) p.
  static let probabilityFloor = 1e-6

  private let spec: ModelSpec
  private let vocabulary: Int
  private let workspace: OpaquePointer
  private let source: [Int32]
  private let matrix: [Double]
  private let kind: Int32

  /// Prepares for an architecture.
  ///
  /// - Throws: the errors of `ModelSpec.check()`.
  init(spec: ModelSpec, vocabulary: Int) throws {
    try spec.check()
    self.spec = spec
    self.vocabulary = vocabulary
    switch try spec.entangler?.action(qubits: spec.qubits) ?? .identity {
    case .identity:
      (kind, source, matrix) = (
        Int32(KETBOOK_PERMUTATION), (0..<Int32(1 << spec.qubits)).map { $0 }, []
      )
    case .permutation(let source):
      (kind, self.source, matrix) = (Int32(KETBOOK_PERMUTATION), source, [])
    case .monomial(let source, let phases):
      (kind, self.source) = (Int32(KETBOOK_MONOMIAL), source)
      matrix = phases.flatMap { [$0.real, $0.imaginary] }
    case .dense(let entries):
      (kind, source) = (Int32(KETBOOK_DENSE), [])
      matrix = entries.flatMap { [$0.real, $0.imaginary] }
    }
    guard let workspace = ketbook_workspace_create() else { throw QRNNError.outOfMemory() }
    self.workspace = workspace
  }

  deinit { ketbook_workspace_destroy(workspace) }

  /// The number of real numbers that describe the state after a token.
  var stateWidth: Int {
    switch spec.architecture {
    case .quantum(let qubits, _, _): 2 << qubits
    case .rotation: 3
    case .elman(let units): units
    }
  }

  /// Computes the mean loss of a batch, in nats, and its gradient by every parameter.
  func loss(
    _ parameters: [Double], _ batch: PackedBatch, floor: Double = probabilityFloor,
    gradient: inout [Double]
  ) throws -> Double {
    var loss = 0.0
    let status =
      switch spec.architecture {
      case .quantum:
        withQuantum {
          ketbook_quantum_gradient(
            workspace, $0, parameters, batch.pointer, floor, &loss, &gradient)
        }
      case .rotation:
        ketbook_rotation_gradient(
          workspace, Int32(vocabulary), parameters, batch.pointer, floor, &loss, &gradient)
      case .elman(let units):
        ketbook_elman_gradient(
          workspace, Int32(vocabulary), Int32(units), parameters, batch.pointer, floor, &loss,
          &gradient)
      }
    guard status == 0 else { throw QRNNError.outOfMemory() }
    return loss
  }

  /// Computes the state after every token, sequence after sequence, `stateWidth` numbers a token.
  func states(_ parameters: [Double], _ batch: PackedBatch) throws -> [Double] {
    guard batch.steps * stateWidth <= 1 << 29 else { throw QRNNError.outOfMemory() }
    var states = [Double](repeating: 0, count: batch.steps * stateWidth)
    let status =
      switch spec.architecture {
      case .quantum:
        withQuantum {
          ketbook_quantum_states(workspace, $0, parameters, batch.pointer, &states)
        }
      case .rotation:
        ketbook_rotation_states(
          workspace, Int32(vocabulary), parameters, batch.pointer, &states)
      case .elman(let units):
        ketbook_elman_states(
          workspace, Int32(vocabulary), Int32(units), parameters, batch.pointer, &states)
      }
    guard status == 0 else { throw QRNNError.outOfMemory() }
    return states
  }

  /// Computes z after the last token of every sequence.
  func expectations(_ parameters: [Double], _ batch: PackedBatch) throws -> [Double] {
    guard case .quantum = spec.architecture else {
      let states = try states(parameters, batch)
      let width = stateWidth
      var end = 0
      return batch.lengths.map { length in
        end += Int(length) * width
        return readout(parameters, states[(end - width)..<end])
      }
    }
    var expectations = [Double](repeating: 0, count: batch.lengths.count)
    let status = withQuantum {
      ketbook_quantum_expectations(workspace, $0, parameters, batch.pointer, &expectations)
    }
    guard status == 0 else { throw QRNNError.outOfMemory() }
    return expectations
  }

  /// Computes z from a state.
  func readout(_ parameters: [Double], _ state: ArraySlice<Double>) -> Double {
    let first = state.startIndex
    switch spec.architecture {
    case .quantum(let qubits, _, let readout):
      let bit = 1 << (qubits - 1 - readout)
      var (up, down) = (0.0, 0.0)  // in the kernel's order, for the kernel's bits
      for index in 0..<1 << qubits {
        let (re, im) = (state[first + 2 * index], state[first + 2 * index + 1])
        let weight = (im * im).addingProduct(re, re)
        if index & bit == 0 { up += weight } else { down += weight }
      }
      return up - down
    case .rotation: return state[first + 2]
    case .elman(let units):
      let weights = vocabulary * units + units * units
      let logit = (0..<units).reduce(parameters[weights + units]) { sum, unit in
        sum.addingProduct(parameters[weights + unit], state[first + unit])
      }
      return -ketbook_tanh(logit / 2)
    }
  }

  private func withQuantum(_ body: (UnsafePointer<ketbook_quantum>) -> Int32) -> Int32 {
    source.withUnsafeBufferPointer { source in
      matrix.withUnsafeBufferPointer { matrix in
        var model = ketbook_quantum(
          qubits: Int32(spec.qubits), vocabulary: Int32(vocabulary), readout: Int32(spec.readout),
          entangler: kind, source: source.baseAddress, matrix: matrix.baseAddress)
        return body(&model)
      }
    }
  }
}
