/// Splits a basis index into the bits of some qubits and the bits of the others.
struct PartialTrace {
  /// For every value of the kept qubits, its bits in place.
  let keptOffsets: [Int]
  /// For every value of the other qubits, its bits in place.
  let tracedOffsets: [Int]

  init(kept: [Int], qubits: Int) {
    let others = (0..<qubits).filter { !kept.contains($0) }
    keptOffsets = PartialTrace.offsets(of: kept, qubits: qubits)
    tracedOffsets = PartialTrace.offsets(of: others, qubits: qubits)
  }

  private static func offsets(of some: [Int], qubits: Int) -> [Int] {
    (0..<(1 << some.count)).map { value in
      some.enumerated().reduce(0) { sum, element in
        let bit = value >> (some.count - 1 - element.offset) & 1
        return sum | bit << (qubits - 1 - element.element)
      }
    }
  }

  static func check(_ some: [Int], qubits: Int) throws {
    for qubit in some where !(0..<qubits).contains(qubit) {
      throw PhysicsError(
        id: "simulator.qubit-out-of-range",
        summary: "Qubit \(qubit) does not exist in a state of \(qubits) qubits.",
        remedy: "Qubits are numbered from 0 to \(qubits - 1).")
    }
    guard Set(some).count == some.count, !some.isEmpty else {
      throw PhysicsError(
        id: "simulator.repeated-qubit",
        summary: "The qubits \(some) are not a set of different qubits.",
        remedy: "Name at least one qubit, and each only once.")
    }
  }
}
