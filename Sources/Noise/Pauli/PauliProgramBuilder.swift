internal import Kernels
internal import Simulator

/// Compiles channels to operations on Pauli coefficients, for eight configurations at a time.
///
/// Channels on one qubit wait and are multiplied until a gate on two qubits needs them; what
/// follows such a gate and only damps is folded into it. So a token of the study's model is three
/// operations: a rotation on each qubit, and a CNOT with all its noise.
package struct PauliProgramBuilder {
  package let qubits: Int
  private(set) var operations: [ketbook_pauli_operation] = []
  private(set) var coefficients: [Double] = []
  /// The affine map that waits on each qubit: 12 groups of 8, nil for the identity.
  private var waiting: [[Double]?]
  /// The operation on two qubits that was the last one to touch a qubit.
  private var lastPair: [Int?]

  /// The number of operations so far.
  package var count: Int { operations.count }

  package init(qubits: Int) throws {
    try PauliVector.check(qubits)
    self.qubits = qubits
    waiting = Array(repeating: nil, count: qubits)
    lastPair = waiting.map { _ in nil }
  }

  /// Appends a channel: one matrix for all configurations, or one for each of the eight.
  package mutating func apply(_ channel: [PauliTransferMatrix], on targets: [Int]) {
    switch targets.count {
    case 1: wait(PauliProgramBuilder.affine(channel), on: targets[0])
    case 2: pair(channel, targets[0], targets[1])
    default: dense(channel, targets)
    }
  }

  /// Appends a place for one qubit's affine map, to be filled later; returns where it begins.
  package mutating func reserve(on qubit: Int, unital: Bool) -> Int {
    flush(qubit)
    let start = emit(unital ? KETBOOK_PAULI_UNITAL : KETBOOK_PAULI_AFFINE, qubit, -1)
    coefficients += [Double](repeating: 0, count: unital ? 72 : 96)
    lastPair[qubit] = nil
    return start
  }

  /// Ends a list of operations: what waits is written down.
  package mutating func endList() {
    for qubit in 0..<qubits { flush(qubit) }
    lastPair = Array(repeating: nil, count: qubits)
  }

  private mutating func emit(_ kind: some BinaryInteger, _ a: Int, _ b: Int, _ c: Int = -1) -> Int {
    let start = coefficients.count / 8
    operations.append(
      ketbook_pauli_operation(
        kind: Int32(kind), a: Int32(a), b: Int32(b), c: Int32(c), coefficients: start))
    return start
  }

  private mutating func wait(_ map: [Double], on qubit: Int) {
    guard var product = waiting[qubit] else {
      waiting[qubit] = map
      return
    }
    product = PauliProgramBuilder.product(map, product)
    waiting[qubit] = product
  }

  private mutating func flush(_ qubit: Int) {
    guard let map = waiting[qubit] else { return }
    waiting[qubit] = nil
    if fold(map, on: qubit) { return }
    let unital = (0..<3).allSatisfy { row in
      map[(32 * row)..<(32 * row + 8)].allSatisfy { $0 == 0 }
    }
    _ = emit(unital ? KETBOOK_PAULI_UNITAL : KETBOOK_PAULI_AFFINE, qubit, -1)
    for row in 0..<3 { coefficients += map[(32 * row + (unital ? 8 : 0))..<(32 * row + 32)] }
    lastPair[qubit] = nil
  }

  /// Puts a map that damps x, y and z and shifts z into the gate before it.
  private mutating func fold(_ map: [Double], on qubit: Int) -> Bool {
    guard let index = lastPair[qubit] else { return false }
    for entry in 0..<12 where ![1, 6, 8, 11].contains(entry) {
      if map[(8 * entry)..<(8 * entry + 8)].contains(where: { $0 != 0 }) { return false }
    }
    let operation = operations[index]
    let isFirst = Int(operation.a) == qubit
    let start = 8 * operation.coefficients
    for j in 0..<16 {
      let digit = isFirst ? j / 4 : j % 4
      guard digit > 0 else { continue }
      for lane in 0..<8 { coefficients[start + 8 * j + lane] *= map[[0, 8, 48, 88][digit] + lane] }
    }
    for lane in 0..<8 {
      let place = start + (isFirst ? 128 : 136) + lane
      coefficients[place] = coefficients[place] * map[88 + lane] + map[64 + lane]
    }
    return true
  }

  private mutating func pair(_ channel: [PauliTransferMatrix], _ a: Int, _ b: Int) {
    guard let (form, swapped) = PairForm.match(channel) else {
      dense(channel, [a, b])
      return
    }
    let (a, b) = swapped ? (b, a) : (a, b)
    let values = form.coefficients(channel, swapped: swapped)
    // A channel that only damps goes into the gate before it, if nothing came in between.
    if form.kind == KETBOOK_PAULI_SCALE, waiting[a] == nil, waiting[b] == nil,
      let index = lastPair[a], lastPair[b] == index, isUnshifted(index)
    {
      let isSame = Int(operations[index].a) == a
      let start = 8 * operations[index].coefficients
      for j in 0..<16 {
        let source = isSame ? j : j % 4 * 4 + j / 4
        for lane in 0..<8 { coefficients[start + 8 * j + lane] *= values[8 * source + lane] }
      }
      return
    }
    flush(a)
    flush(b)
    _ = emit(form.kind, a, b)
    coefficients += values + [Double](repeating: 0, count: 16)
    lastPair[a] = operations.count - 1
    lastPair[b] = operations.count - 1
  }

  private func isUnshifted(_ index: Int) -> Bool {
    let start = 8 * operations[index].coefficients + 128
    return coefficients[start..<(start + 16)].allSatisfy { $0 == 0 }
  }

  private mutating func dense(_ channel: [PauliTransferMatrix], _ targets: [Int]) {
    for qubit in targets {
      flush(qubit)
      lastPair[qubit] = nil
    }
    _ = emit(
      KETBOOK_PAULI_DENSE, targets[0], targets[1], targets.count > 2 ? targets[2] : -1)
    let size = channel[0].elements.count
    coefficients.reserveCapacity(coefficients.count + 8 * size)
    for entry in 0..<size {
      for lane in 0..<8 { coefficients.append(channel[lane % channel.count].elements[entry]) }
    }
  }

  /// Rows x, y, z by columns 1, x, y, z of one qubit's matrices.
  package static func affine(_ channel: [PauliTransferMatrix]) -> [Double] {
    (4..<16).flatMap { entry in (0..<8).map { channel[$0 % channel.count].elements[entry] } }
  }

  private static func product(_ left: [Double], _ right: [Double]) -> [Double] {
    guard let left = try? AlignedLanes(left), let right = try? AlignedLanes(right) else {
      return []
    }
    ketbook_pauli_product(left.pointer, right.pointer, right.pointer)
    return Array(UnsafeBufferPointer(start: right.pointer, count: 96))
  }
}
