internal import ComplexModule
internal import RealModule

extension Matrix {
  /// Returns the eigenvalues, ascending, and the eigenvectors of a Hermitian matrix.
  ///
  /// Cyclic Jacobi rotations; the order of operations is fixed, so the bits are the same everywhere.
  /// - Source: Golub and Van Loan, "Matrix Computations", 4th edition, section 8.5.
  /// - Returns: the eigenvalues and a unitary matrix with the eigenvectors as its columns.
  /// - Throws: `simulator.not-hermitian` where the matrix is not square or not Hermitian.
  public func eigendecomposition() throws -> (values: [Double], vectors: Matrix) {
    guard isSquare, elements.allSatisfy(\.isFinite), isHermitian(tolerance: 1e-8) else {
      throw PhysicsError(
        id: "simulator.not-hermitian",
        summary: "A \(rows) × \(columns) matrix is not Hermitian.",
        remedy: "Eigenvalues are computed for density matrices and observables only.")
    }
    var a = self
    var v = Matrix.identity(rows)
    let scale = elements.reduce(0) { max($0, $1.length) }
    for _ in 0..<100 {
      var off = 0.0
      for p in 0..<rows { for q in 0..<p { off = max(off, a[p, q].length) } }
      if off <= 1e-17 * scale { break }
      for p in 0..<max(rows - 1, 0) {
        for q in (p + 1)..<rows { a.rotate(p, q, &v) }
      }
    }
    let order = (0..<rows).sorted { (a[$0, $0].real, $0) < (a[$1, $1].real, $1) }
    var vectors = Matrix(rows: rows, columns: rows)
    for (column, source) in order.enumerated() {
      for r in 0..<rows { vectors[r, column] = v[r, source] }
    }
    return (order.map { a[$0, $0].real }, vectors)
  }

  /// Makes the elements (p, q) and (q, p) zero by a unitary rotation of two axes.
  private mutating func rotate(_ p: Int, _ q: Int, _ v: inout Matrix) {
    let length = self[p, q].length
    guard length > 0 else { return }
    let phase = self[p, q] / Complex(length)
    let theta = (self[q, q].real - self[p, p].real) / (2 * length)
    let t = (theta >= 0 ? 1.0 : -1.0) / (theta.magnitude + (theta * theta + 1).squareRoot())
    let c = 1 / (t * t + 1).squareRoot()
    let s = Complex(t * c) * phase
    let cosine = Complex(c)
    for k in 0..<rows {
      let (x, y) = (self[k, p], self[k, q])
      self[k, p] = cosine * x - s.conjugate * y
      self[k, q] = s * x + cosine * y
      let (z, w) = (v[k, p], v[k, q])
      v[k, p] = cosine * z - s.conjugate * w
      v[k, q] = s * z + cosine * w
    }
    for k in 0..<rows {
      let (x, y) = (self[p, k], self[q, k])
      self[p, k] = cosine * x - s * y
      self[q, k] = s.conjugate * x + cosine * y
    }
  }
}
