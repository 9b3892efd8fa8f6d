internal import Kernels
internal import Simulator

/// The channels on two qubits that cost no more than a multiplication of every coefficient.
struct PairForm {
  let kind: Int
  /// Where coefficient 4 a + b comes from.
  let source: [Int]

  static let all = [
    PairForm(kind: Int(KETBOOK_PAULI_SCALE), source: Array(0..<16)),
    PairForm(
      kind: Int(KETBOOK_PAULI_CNOT), source: [0, 1, 14, 15, 5, 4, 11, 10, 9, 8, 7, 6, 12, 13, 2, 3]),
    PairForm(
      kind: Int(KETBOOK_PAULI_CZ), source: [0, 13, 14, 3, 7, 10, 9, 4, 11, 6, 5, 8, 12, 1, 2, 15]),
    PairForm(
      kind: Int(KETBOOK_PAULI_SWAP), source: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15]),
  ]

  /// Returns the form that every matrix has, and whether its qubits change places for it.
  static func match(_ channel: [PauliTransferMatrix]) -> (PairForm, swapped: Bool)? {
    for form in all {
      for swapped in [false, true]
      where channel.allSatisfy({ form.fits($0.elements, swapped: swapped) }) {
        return (form, swapped)
      }
    }
    return nil
  }

  private func place(_ index: Int, _ swapped: Bool) -> Int {
    swapped ? index % 4 * 4 + index / 4 : index
  }

  private func fits(_ elements: [Double], swapped: Bool) -> Bool {
    guard elements.count == 256 else { return false }
    for row in 0..<16 {
      let from = place(source[row], swapped)
      let start = 16 * place(row, swapped)
      for column in 0..<16 where column != from && elements[start + column] != 0 { return false }
    }
    return true
  }

  /// The coefficients by row of the form, eight lanes each.
  func coefficients(_ channel: [PauliTransferMatrix], swapped: Bool) -> [Double] {
    (0..<16).flatMap { row in
      let entry = 16 * place(row, swapped) + place(source[row], swapped)
      return (0..<8).map { channel[$0 % channel.count].elements[entry] }
    }
  }
}
