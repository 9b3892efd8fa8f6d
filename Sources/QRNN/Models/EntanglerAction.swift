internal import ComplexModule
internal import Simulator

/// What an entangler does to amplitudes, in the cheapest form that the kernels know.
enum EntanglerAction: Equatable {
  /// Nothing.
  case identity
  /// out[i] = in[source[i]].
  case permutation(source: [Int32])
  /// out[i] = phase[i] in[source[i]].
  case monomial(source: [Int32], phases: [Complex<Double>])
  /// out = matrix in, row-major.
  case dense([Complex<Double>])
}

extension Entangler {
  /// Returns the unitary of all gates, row-major, 2^qubits on a side.
  ///
  /// - Throws: `qrnn.entangler` for a qubit out of range or given twice, or a matrix that has the
  ///   wrong size or is not unitary to 1e-9.
  func matrix(qubits: Int) throws -> [Complex<Double>] {
    let size = 1 << qubits
    var columns = (0..<size).map { column in
      (0..<size).map { $0 == column ? Complex<Double>.one : .zero }
    }
    for gate in gates {
      let local = try gate.matrix(modelQubits: qubits)
      let shifts = gate.qubits.map { qubits - 1 - $0 }
      for column in columns.indices {
        columns[column] = Entangler.apply(local, shifts: shifts, to: columns[column])
      }
    }
    return (0..<size).flatMap { row in columns.map { $0[row] } }
  }

  /// Returns the cheapest form of the entangler's unitary; see `matrix(qubits:)` for errors.
  func action(qubits: Int) throws -> EntanglerAction {
    let size = 1 << qubits
    let matrix = try matrix(qubits: qubits)
    var source: [Int32] = []
    var phases: [Complex<Double>] = []
    for row in 0..<size {
      let entries = (0..<size).filter { matrix[row * size + $0] != .zero }
      guard entries.count == 1 else { return .dense(matrix) }
      source.append(Int32(entries[0]))
      phases.append(matrix[row * size + entries[0]])
    }
    guard phases.allSatisfy({ $0 == .one }) else {
      return .monomial(source: source, phases: phases)
    }
    return source == (0..<Int32(size)).map { $0 }
      ? .identity : .permutation(source: source)
  }

  private static func apply(
    _ matrix: [Complex<Double>], shifts: [Int], to amplitudes: [Complex<Double>]
  ) -> [Complex<Double>] {
    let size = 1 << shifts.count
    let mask = shifts.reduce(0) { $0 | 1 << $1 }
    let offsets = (0..<size).map { local in
      shifts.enumerated().reduce(0) { sum, entry in
        sum | (local >> (shifts.count - 1 - entry.offset) & 1) << entry.element
      }
    }
    var result = amplitudes
    for base in amplitudes.indices where base & mask == 0 {
      for row in 0..<size {
        var sum = Complex<Double>.zero
        for column in 0..<size {
          let entry = matrix[row * size + column]
          // Skipping zeros keeps permutations exact, signs of zero included.
          if entry != .zero { sum += entry * amplitudes[base | offsets[column]] }
        }
        result[base | offsets[row]] = sum
      }
    }
    return result
  }
}

extension Entangler.Gate {
  /// Returns the gate's own unitary, row-major, its first qubit the most significant bit.
  func matrix(modelQubits: Int) throws -> [Complex<Double>] {
    let qubits = self.qubits
    if let qubit = qubits.first(where: { $0 < 0 || $0 >= modelQubits }) {
      throw QRNNError.entangler("The entangler acts on qubit \(qubit) outside 0..<\(modelQubits).")
    }
    guard !qubits.isEmpty, Set(qubits).count == qubits.count else {
      throw QRNNError.entangler("An entangling gate needs qubits that differ, not \(qubits).")
    }
    switch self {
    case .cnot: return Self.real([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0])
    case .cz: return Self.real([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1])
    case .swap: return Self.real([1, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1])
    case .unitary(let name, _, let real, let imaginary):
      let size = 1 << qubits.count
      guard real.count == size * size, imaginary.count == size * size else {
        throw QRNNError.entangler("The gate \(name) on \(qubits.count) qubits needs \(size) rows.")
      }
      let matrix = zip(real, imaginary).map { Complex($0, $1) }
      guard Self.isUnitary(matrix, size: size) else {
        throw QRNNError.entangler("The gate \(name) is not unitary.")
      }
      return matrix
    }
  }

  private static func real(_ values: [Double]) -> [Complex<Double>] { values.map { Complex($0) } }

  private static func isUnitary(_ matrix: [Complex<Double>], size: Int) -> Bool {
    for row in 0..<size {
      for other in 0...row {
        var sum = Complex<Double>.zero
        for column in 0..<size {
          sum += matrix[row * size + column] * matrix[other * size + column].conjugate
        }
        let error = sum - (row == other ? .one : .zero)
        guard error.length < 1e-9 else { return false }  // false for NaN too
      }
    }
    return true
  }
}
