extension GateDefinition {
  private static func fixed(
    _ name: String, _ qasm: String, _ latex: String, _ matrix: Matrix, inverse: String? = nil
  ) -> GateDefinition {
    GateDefinition(
      name: name, qubits: matrix.rows.trailingZeroBitCount, controls: 0, parameters: [],
      latex: latex, openQASM: qasm, matrix: { _ in matrix },
      inverse: { _ in (inverse ?? name, []) })
  }

  private static func rotation(
    _ name: String, _ qasm: String, qubits: Int = 1, _ latex: String,
    _ matrix: @escaping @Sendable (Double) -> Matrix
  ) -> GateDefinition {
    GateDefinition(
      name: name, qubits: qubits, controls: 0, parameters: ["theta"], latex: latex, openQASM: qasm,
      matrix: { matrix($0[0]) }, inverse: { (name, [-$0[0]]) })
  }

  private static func control(
    _ name: String, _ qasm: String, of base: GateDefinition, controls: Int = 1
  ) -> GateDefinition {
    GateDefinition(
      name: name, qubits: base.qubits + controls, controls: controls, parameters: base.parameters,
      latex: base.latex, openQASM: qasm, matrix: base.matrix,
      inverse: { angles in
        // A controlled gate's inverse is the controlled inverse, which has the same prefix.
        let inner = base.inverse(angles)
        return (String(name.dropLast(base.name.count)) + inner.name, inner.angles)
      })
  }

  static let fixed: [GateDefinition] = [
    fixed("I", "id", #"\begin{pmatrix}1&0\\0&1\end{pmatrix}"#, .identity(2)),
    fixed("X", "x", #"\begin{pmatrix}0&1\\1&0\end{pmatrix}"#, GateMatrix.x),
    fixed("Y", "y", #"\begin{pmatrix}0&-i\\i&0\end{pmatrix}"#, GateMatrix.y),
    fixed("Z", "z", #"\begin{pmatrix}1&0\\0&-1\end{pmatrix}"#, GateMatrix.z),
    fixed("H", "h", #"\frac1{\sqrt2}\begin{pmatrix}1&1\\1&-1\end{pmatrix}"#, GateMatrix.h),
    fixed(
      "S", "s", #"\begin{pmatrix}1&0\\0&i\end{pmatrix}"#, .diagonal([1, GateMatrix.i]),
      inverse: "SDG"),
    fixed(
      "SDG", "sdg", #"\begin{pmatrix}1&0\\0&-i\end{pmatrix}"#, .diagonal([1, -GateMatrix.i]),
      inverse: "S"),
    fixed(
      "T", "t", #"\begin{pmatrix}1&0\\0&e^{i\pi/4}\end{pmatrix}"#,
      .diagonal([1, GateMatrix.half * (1 + GateMatrix.i)]), inverse: "TDG"),
    fixed(
      "TDG", "tdg", #"\begin{pmatrix}1&0\\0&e^{-i\pi/4}\end{pmatrix}"#,
      .diagonal([1, GateMatrix.half * (1 - GateMatrix.i)]), inverse: "T"),
    fixed(
      "SX", "sx", #"\frac12\begin{pmatrix}1+i&1-i\\1-i&1+i\end{pmatrix}"#, GateMatrix.sx,
      inverse: "SXDG"),
    fixed(
      "SXDG", "sxdg", #"\frac12\begin{pmatrix}1-i&1+i\\1+i&1-i\end{pmatrix}"#,
      GateMatrix.sx.adjoint, inverse: "SX"),
  ]

  static let rotations: [GateDefinition] = [
    rotation("P", "p", #"\begin{pmatrix}1&0\\0&e^{i\theta}\end{pmatrix}"#, GateMatrix.p),
    rotation(
      "RX", "rx",
      #"\begin{pmatrix}\cos\frac\theta2&-i\sin\frac\theta2\\-i\sin\frac\theta2&\cos\frac\theta2\end{pmatrix}"#,
      GateMatrix.rx),
    rotation(
      "RY", "ry",
      #"\begin{pmatrix}\cos\frac\theta2&-\sin\frac\theta2\\\sin\frac\theta2&\cos\frac\theta2\end{pmatrix}"#,
      GateMatrix.ry),
    rotation(
      "RZ", "rz", #"\begin{pmatrix}e^{-i\theta/2}&0\\0&e^{i\theta/2}\end{pmatrix}"#, GateMatrix.rz),
    GateDefinition(
      name: "U", qubits: 1, controls: 0, parameters: ["theta", "phi", "lambda"],
      latex:
        #"\begin{pmatrix}\cos\frac\theta2&-e^{i\lambda}\sin\frac\theta2\\e^{i\phi}\sin\frac\theta2&e^{i(\phi+\lambda)}\cos\frac\theta2\end{pmatrix}"#,
      openQASM: "u", matrix: { GateMatrix.u($0[0], $0[1], $0[2]) },
      inverse: { ("U", [-$0[0], -$0[2], -$0[1]]) }),
  ]

  private static func base(_ name: String) -> GateDefinition {
    (fixed + rotations + pairs).first { $0.name == name } ?? fixed[0]
  }

  static let controlled: [GateDefinition] = [
    control("CNOT", "cx", of: base("X")).withInverse { ("CNOT", $0) },
    control("CY", "cy", of: base("Y")), control("CZ", "cz", of: base("Z")),
    control("CH", "ch", of: base("H")), control("CP", "cp", of: base("P")),
    control("CRX", "crx", of: base("RX")), control("CRY", "cry", of: base("RY")),
    control("CRZ", "crz", of: base("RZ")), control("CSWAP", "cswap", of: base("SWAP")),
    control("CCX", "ccx", of: base("X"), controls: 2),
  ]

  static let pairs: [GateDefinition] = [
    fixed(
      "SWAP", "swap", #"\begin{pmatrix}1&0&0&0\\0&0&1&0\\0&1&0&0\\0&0&0&1\end{pmatrix}"#,
      GateMatrix.swap),
    rotation("RXX", "rxx", qubits: 2, #"e^{-i\frac\theta2 X\otimes X}"#) {
      GateMatrix.pair(GateMatrix.x, $0)
    },
    rotation("RYY", "ryy", qubits: 2, #"e^{-i\frac\theta2 Y\otimes Y}"#) {
      GateMatrix.pair(GateMatrix.y, $0)
    },
    rotation("RZZ", "rzz", qubits: 2, #"e^{-i\frac\theta2 Z\otimes Z}"#) {
      GateMatrix.pair(GateMatrix.z, $0)
    },
  ]

  private func withInverse(
    _ inverse: @escaping @Sendable ([Double]) -> (name: String, angles: [Double])
  ) -> GateDefinition {
    GateDefinition(
      name: name, qubits: qubits, controls: controls, parameters: parameters, latex: latex,
      openQASM: openQASM, matrix: matrix, inverse: inverse)
  }
}
