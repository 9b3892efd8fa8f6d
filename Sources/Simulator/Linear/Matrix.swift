public import ComplexModule
public import RealModule

/// Holds a dense complex matrix, row by row.
///
///     let x = Matrix(rows: [[0, 1], [1, 0]])
///     x * x == .identity(2)
public struct Matrix: Hashable, Sendable {
  /// The number of rows.
  public let rows: Int
  /// The number of columns.
  public let columns: Int
  /// The elements, row by row: element (r, c) stands at `r * columns + c`.
  public internal(set) var elements: [Complex<Double>]

  /// Creates a matrix of zeros.
  public init(rows: Int, columns: Int) {
    self.rows = max(rows, 0)
    self.columns = max(columns, 0)
    elements = Array(repeating: 0, count: self.rows * self.columns)
  }

  /// Creates a matrix from its rows; rows shorter than the longest are filled with zeros.
  public init(rows: [[Complex<Double>]]) {
    self.init(rows: rows.count, columns: rows.map(\.count).max() ?? 0)
    for (r, row) in rows.enumerated() {
      for (c, value) in row.enumerated() { self[r, c] = value }
    }
  }

  /// Returns the identity of a dimension.
  public static func identity(_ dimension: Int) -> Matrix {
    var matrix = Matrix(rows: dimension, columns: dimension)
    for index in 0..<matrix.rows { matrix[index, index] = 1 }
    return matrix
  }

  /// Returns the square matrix with some numbers on its diagonal.
  public static func diagonal(_ values: [Complex<Double>]) -> Matrix {
    var matrix = Matrix(rows: values.count, columns: values.count)
    for (index, value) in values.enumerated() { matrix[index, index] = value }
    return matrix
  }

  /// The element in a row and a column, both from 0.
  public subscript(row: Int, column: Int) -> Complex<Double> {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// Whether the matrix has as many rows as columns.
  public var isSquare: Bool { rows == columns }

  /// The conjugate transpose.
  public var adjoint: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for r in 0..<rows { for c in 0..<columns { result[c, r] = self[r, c].conjugate } }
    return result
  }

  /// The sum of the diagonal.
  public var trace: Complex<Double> {
    (0..<min(rows, columns)).reduce(0) { $0 + self[$1, $1] }
  }

  /// Multiplies two matrices; the left one's columns must be as many as the right one's rows.
  public static func * (left: Matrix, right: Matrix) -> Matrix {
    precondition(left.columns == right.rows, "a product needs as many columns as rows")
    var result = Matrix(rows: left.rows, columns: right.columns)
    for r in 0..<left.rows {
      for k in 0..<left.columns {
        let factor = left[r, k]
        if factor == 0 { continue }
        for c in 0..<right.columns { result[r, c] += factor * right[k, c] }
      }
    }
    return result
  }

  /// Multiplies every element by a number.
  public static func * (factor: Complex<Double>, matrix: Matrix) -> Matrix {
    var result = matrix
    for index in result.elements.indices { result.elements[index] *= factor }
    return result
  }

  /// Adds two matrices of the same shape.
  public static func + (left: Matrix, right: Matrix) -> Matrix {
    precondition(left.rows == right.rows && left.columns == right.columns, "a sum needs one shape")
    var result = left
    for index in result.elements.indices { result.elements[index] += right.elements[index] }
    return result
  }

  /// Subtracts a matrix of the same shape.
  public static func - (left: Matrix, right: Matrix) -> Matrix { left + (-1) * right }

  /// Returns the Kronecker product, this matrix's index being the more significant one.
  public func kronecker(_ other: Matrix) -> Matrix {
    var result = Matrix(rows: rows * other.rows, columns: columns * other.columns)
    for r in 0..<rows {
      for c in 0..<columns {
        for s in 0..<other.rows {
          for d in 0..<other.columns {
            result[r * other.rows + s, c * other.columns + d] = self[r, c] * other[s, d]
          }
        }
      }
    }
    return result
  }

  /// Returns the largest absolute difference of two elements; infinite for other shapes.
  public func distance(to other: Matrix) -> Double {
    guard rows == other.rows && columns == other.columns else { return .infinity }
    return zip(elements, other.elements).reduce(0) { max($0, ($1.0 - $1.1).length) }
  }

  /// Returns whether the matrix is unitary within a tolerance.
  public func isUnitary(tolerance: Double = 1e-10) -> Bool {
    isSquare && (adjoint * self).distance(to: .identity(rows)) <= tolerance
  }

  /// Returns whether the matrix is Hermitian within a tolerance.
  public func isHermitian(tolerance: Double = 1e-10) -> Bool {
    isSquare && distance(to: adjoint) <= tolerance
  }
}
