internal import Simulator

/// The Pauli matrices and their products on n qubits, in base 4 with qubit 0 most significant.
enum PauliBasis {
  /// I, X, Y, Z.
  static let matrices: [Matrix] = [
    .identity(2), Matrix(rows: [[0, 1], [1, 0]]),
    Matrix(rows: [[0, Complex(0, -1)], [Complex(0, 1), 0]]), .diagonal([1, -1]),
  ]

  /// Returns the digits, 0 to 3 for I, X, Y, Z, of an index.
  static func digits(_ index: Int, qubits: Int) -> [Int] {
    (0..<qubits).map { index >> (2 * (qubits - 1 - $0)) & 3 }
  }

  /// Returns the product of Pauli matrices that an index names.
  static func matrix(_ index: Int, qubits: Int) -> Matrix {
    digits(index, qubits: qubits).reduce(Matrix.identity(1)) { $0.kronecker(matrices[$1]) }
  }

  /// Returns the index of a word such as "XZ"; nil where it is no word of I, X, Y, Z.
  static func index(_ word: String) -> Int? {
    guard !word.isEmpty, word.utf8.count <= 12 else { return nil }
    var index = 0
    for letter in word {
      guard let digit = ["I", "X", "Y", "Z"].firstIndex(of: String(letter)) else { return nil }
      index = 4 * index + digit
    }
    return index
  }

  /// Returns the word of an index.
  static func word(_ index: Int, qubits: Int) -> String {
    digits(index, qubits: qubits).map { ["I", "X", "Y", "Z"][$0] }.joined()
  }

  /// A product of Pauli matrices has one entry a row: column r ^ flips, a power of i.
  ///
  /// Returns the mask of flipped bits and, for every row, the power of i.
  static func action(_ index: Int, qubits: Int) -> (flips: Int, powers: [Int]) {
    let digits = digits(index, qubits: qubits)
    var flips = 0
    for (qubit, digit) in digits.enumerated() where digit == 1 || digit == 2 {
      flips |= 1 << (qubits - 1 - qubit)
    }
    let powers = (0..<(1 << qubits)).map { row in
      digits.enumerated().reduce(0) { power, element in
        let bit = row >> (qubits - 1 - element.offset) & 1
        switch element.element {
        case 2: return power + (bit == 0 ? 3 : 1)  // row 0 of Y is -i, row 1 is i
        case 3: return power + 2 * bit
        default: return power
        }
      } & 3
    }
    return (flips, powers)
  }

  /// Returns the real coefficients Tr(P M) of a Hermitian matrix, by index.
  static func coefficients(_ matrix: Matrix, qubits: Int) -> [Double] {
    (0..<(1 << (2 * qubits))).map { index in
      let (flips, powers) = action(index, qubits: qubits)
      var sum = 0.0
      for row in powers.indices {
        let value = matrix[row ^ flips, row]
        switch powers[row] {
        case 0: sum += value.real
        case 1: sum -= value.imaginary
        case 2: sum -= value.real
        default: sum += value.imaginary
        }
      }
      return sum
    }
  }

  /// Returns the matrix with some coefficients: 2^-n times the sum of c_P P.
  static func matrix(_ coefficients: [Double], qubits: Int) -> Matrix {
    let size = 1 << qubits
    var matrix = Matrix(rows: size, columns: size)
    let units: [Complex<Double>] = [1, Complex(0, 1), -1, Complex(0, -1)]
    for (index, coefficient) in coefficients.enumerated() where coefficient != 0 {
      let (flips, powers) = action(index, qubits: qubits)
      for row in 0..<size {
        matrix[row, row ^ flips] += Complex(coefficient / Double(size)) * units[powers[row]]
      }
    }
    return matrix
  }
}
