internal import ComplexModule
internal import RealModule
public import Records
public import Simulator

extension Matrix: LessonDisplayable {
  /// The matrix in brackets; one that is too large for a page as words.
  public func lessonDisplay() throws -> Display {
    guard rows <= 16 && columns <= 16 else { return .text("a \(rows) × \(columns) matrix") }
    let lines = (0..<rows).map { row in
      (0..<columns).map { Numbers.tex(self[row, $0]) }.joined(separator: " & ")
    }
    return .math(#"\begin{bmatrix}"# + lines.joined(separator: #" \\ "#) + #"\end{bmatrix}"#)
  }
}

extension DensityMatrix: LessonDisplayable {
  /// The matrix in brackets.
  public func lessonDisplay() throws -> Display { try matrix.lessonDisplay() }
}

extension StateVector: LessonDisplayable {
  /// The state as a sum of basis states; states of many terms as words.
  public func lessonDisplay() throws -> Display {
    let terms = amplitudes.enumerated().filter { $0.element.length > 5e-5 }
    guard terms.count <= 16 else { return .text("a state of \(qubits) qubits") }
    let texts = terms.map { index, amplitude -> String in
      let bits = String(index, radix: 2)
      let label = String(repeating: "0", count: qubits - bits.count) + bits
      return #"\left(\#(Numbers.tex(amplitude))\right)\ket{\#(label)}"#
    }
    return .math(texts.joined(separator: " + "))
  }
}
