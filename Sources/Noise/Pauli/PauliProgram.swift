internal import Kernels
internal import Simulator

/// Operations for every symbol, ready to run on eight configurations at a time.
package final class PauliProgram: @unchecked Sendable {
  package let qubits: Int
  /// One more than the largest symbol.
  package let symbols: Int
  private let operations: [ketbook_pauli_operation]
  private let starts: [Int32]
  private let lanes: AlignedLanes

  /// Creates a program: `lists` names, for every symbol, the builder's operations that it runs.
  package init(_ builder: PauliProgramBuilder, lists: [[Int]]) throws {
    qubits = builder.qubits
    symbols = lists.count
    operations = lists.joined().map { builder.operations[$0] }
    var starts: [Int32] = [0]
    for list in lists { starts.append(starts[starts.count - 1] + Int32(list.count)) }
    self.starts = starts
    lanes = try AlignedLanes(builder.coefficients)
  }

  /// The coefficients, in groups of eight; only the places that were reserved may be written.
  package var coefficients: UnsafeMutablePointer<Double> { lanes.pointer }

  /// The deepest prefix that sequences may share at a number of qubits, for 64 MiB of states.
  package static func deepestShared(qubits: Int) -> Int { (1 << 20) >> (2 * qubits) }

  /// Runs every sequence from |0…0⟩ and gives the wanted coefficients of its end to `receive`.
  ///
  /// `receive` is called in the order of sorting with the sequence's place as it was given and
  /// eight numbers for every wanted coefficient.
  package func run(
    _ sequences: SymbolSequences, wanted: [Int],
    _ receive: (Int, UnsafePointer<Double>) -> Void
  ) throws {
    let size = 1 << (2 * qubits)
    guard sequences.symbolCount <= symbols, wanted.allSatisfy({ (0..<size).contains($0) }) else {
      throw NoiseError.memory(0)
    }
    let start = try PauliVector(qubits: qubits).coefficients
    let initial = try AlignedLanes(start.flatMap { [Double](repeating: $0, count: 8) })
    let deepest = Int(sequences.shared.max() ?? 0)
    let memory = try AlignedLanes(count: (deepest + 2) * size)
    let ends = try AlignedLanes(count: sequences.count * wanted.count)
    operations.withUnsafeBufferPointer { operations in
      starts.withUnsafeBufferPointer { starts in
        var program = ketbook_pauli_program(
          qubits: Int32(qubits), symbols: Int32(symbols), operations: operations.baseAddress,
          starts: starts.baseAddress, coefficients: lanes.pointer)
        ketbook_pauli_run(
          &program, initial.pointer, Int32(sequences.count), sequences.offsets, sequences.symbols,
          sequences.shared, Int32(wanted.count), wanted.map { Int32($0) }, memory.pointer,
          ends.pointer)
      }
    }
    for (row, place) in sequences.order.enumerated() {
      receive(place, ends.pointer + row * wanted.count * 8)
    }
  }
}
