import LessonModel
import LessonRunner
import Records

/// A lesson with everything that a page can show: 12 cells, two plots, every kind of output.
enum SampleLesson {
  static let source = #"""
    ---
    title: Entanglement as memory
    description: We prepare a Bell state, trace out one half, and watch the entropy of the other.
    author: Ada Example
    seed: 7
    params: { points: 33 }
    ---

    ## Two qubits

    A qubit is a unit vector $\ket{\psi} = \alpha\ket{0} + \beta\ket{1}$ with
    $\lvert\alpha\rvert^2 + \lvert\beta\rvert^2 = 1$. The most entangled pair is, up to a choice of
    basis, the *Bell state* of @eq-bell, and @fig-entropy shows how to get there **gradually**.

    $$
    \ket{\Phi^+} = \frac{1}{\sqrt{2}}\left(\ket{00} + \ket{11}\right)
    $$ {#eq-bell}

    ```swift
    let bell = Circuit(qubits: 2) {
      H(0)        // superposition first
      CNOT(0, 1)  /* then /* nested */ correlation */
    }
    let state = try StateVector(running: bell)
    state.probabilities
    ```
    """#

  static let code: [String] = [
    "let bell = Circuit(qubits: 2) {\n  H(0)        // superposition first\n  CNOT(0, 1)  /* then /* nested */ correlation */\n}\nlet state = try StateVector(running: bell)\nstate.probabilities",
    "let rho = state.densityMatrix.traced(over: [1])\nfor row in 0..<2 { print(\"row \\(row):\", rho[row, 0].real, rho[row, 1].real) }\nprint(\"purity\", rho.purity)",
    "let angles = stride(from: 0, through: Double.pi, by: .pi / 32)\nlet sweep = angles.map { angle in (angle, entropy(of: Circuit(qubits: 2) { RY(0, angle); CNOT(0, 1) })) }\nChart(sweep) { LineMark(x: .value(\"angle (rad)\", $0.0), y: .value(\"entropy (bits)\", $0.1)) }",
    "let gates = Table(GateSet.all) { ($0.name, $0.qubits, $0.summary) }\ngates",
    "@available(*, deprecated)\nfunc helper<T: Numeric>(_ x: T) -> T where T: Sendable { x * 2 }\nlet text = \"\"\"\n  Two \\(helper(21)) and #\\\"raw\\\"#\n  \"\"\"\nlet big = 0xFF_FF + 1_000.5e-3",
    "check(\"The entropy of the Bell pair\", of: 1.0, expected: 1.0)",
    "check(\"Your circuit prepares |Ψ⁻⟩\", of: yours, expected: target)",
    "let shots = try state.sample(1000)\nlet counts = shots.counts\nprint(\"a very long line that cannot fit on a phone and must therefore scroll inside its own frame: \", counts)",
    "let wrong = try state.applying(CNOT(0, 5))",
    "let angle: Int = 0.5 * Double.pi\nprint(angle)",
    "print(\"never reached\")",
    "Figure(compare(bell, with: noisy))",
  ]

  static var lesson: Lesson {
    let cells = code.dropFirst().map { "\n\n```swift\n\($0)\n```" }.joined()
    var b = LessonBuilder(path: "Lessons/03-memory.md", source: source + cells + "\n")
    b.frontMatter.title = "Entanglement as memory"
    b.frontMatter.description =
      "We prepare a Bell state, trace out one half, and watch the entropy of the other."
    b.frontMatter.authors = ["Ada Example"]
    b.frontMatter.date = "November 2026"
    b.frontMatter.seed = 7
    b.frontMatter.parameters = [("points", .integer(33)), ("device", .text("ideal"))]
    SampleLesson.theory(&b)
    SampleLesson.experiments(&b)
    SampleLesson.faults(&b)
    return b.lesson
  }

  private static func theory(_ b: inout LessonBuilder) {
    b.heading(2, "two-qubits", "Two qubits")
    b.paragraph(
      b.t("A qubit is a unit vector "), b.m(#"\ket{\psi} = \alpha\ket{0} + \beta\ket{1}"#),
      b.t(" with "), b.m(#"\lvert\alpha\rvert^2 + \lvert\beta\rvert^2 = 1"#),
      b.t(". The most entangled pair is, up to a choice of basis, the "), b.em("Bell state"),
      b.t(" of "), b.ref("eq-bell"), b.t(", and "), b.ref("fig-entropy"),
      b.t(" shows how to get there "), b.strong("gradually"), b.t(". The code uses "),
      b.c("Circuit(qubits: 2)"), b.t("; see "), b.ref("tbl-gates"), b.t(" and "),
      b.ref("sec-faults"), b.t("."))
    b.math(#"\ket{\Phi^+} = \frac{1}{\sqrt{2}}\left(\ket{00} + \ket{11}\right)"#, label: "eq-bell")
    b.cell(code[0])
    b.add(
      .callout(
        .note, title: [],
        content: [
          Block(
            .paragraph([
              b.t("Qubit 0 is the most significant bit, so "), b.m(#"\ket{10}"#),
              b.t(" has index 2."),
            ]), range: b.range(of: ""))
        ]))
    b.heading(3, "half", "Half of a pair")
    b.paragraph(b.t("What one party sees is the reduced state, with the von Neumann entropy"))
    b.math(
      #"\begin{aligned} \rho_A &= \Tr_B \ketbra{\psi}{\psi} = \begin{pmatrix} \tfrac12 & 0 \\ 0 & \tfrac12 \end{pmatrix}, \\ S(\rho_A) &= -\mathrm{Tr}\,\rho_A \log_2 \rho_A \end{aligned}"#,
      label: "eq-entropy")
    b.cell(code[1])
    let value = b.value("maximum(sweep)")
    b.cell(code[2]) {
      $0.label = "fig-entropy"
      $0.figureCaption = [
        Inline(.text("Entanglement entropy "), range: SourceRange(line: 1, column: 1)),
        Inline(.math(#"S(\rho_A)"#), range: SourceRange(line: 1, column: 1)),
        Inline(.text(" of one half against the angle."), range: SourceRange(line: 1, column: 1)),
      ]
      $0.figureAlternative = "The curve rises from zero to one bit and falls again"
    }
    b.paragraph(
      b.t("The largest entropy in the sweep is "), value, b.t(" bits, as "), b.ref("eq-entropy"),
      b.t(" says."))
  }

  private static func experiments(_ b: inout LessonBuilder) {
    b.heading(2, "gates", "Gates and tables")
    let caption = b.t("The gates of this lesson.")
    b.cell(code[3]) {
      $0.label = "tbl-gates"
      $0.tableCaption = [caption]
      $0.codeFold = true
    }
    b.add(
      .table(
        PipeTable(
          alignments: [.left, .right, .center],
          header: [[b.t("state")], [b.t("entropy (bits)")], [b.t("entangled?")]],
          rows: [
            [[b.m(#"\ket{00}"#)], [b.t("0.00")], [b.t("no")]],
            [[b.m(#"\ket{\Phi^+}"#)], [b.t("1.00")], [b.t("yes")]],
          ], caption: [b.t("Two states and their entropy.")], label: "tbl-states")))
    b.cell(code[4])
    b.add(
      .list(
        List(
          start: nil, isTight: true,
          items: ["One qubit holds no entanglement.", "Two qubits hold at most one bit."].map {
            [Block(.paragraph([b.t($0)]), range: b.range(of: $0))]
          })))
    b.add(
      .quote([
        Block(
          .paragraph([b.t("Entanglement is the characteristic trait of quantum mechanics.")]),
          range: b.range(of: ""))
      ]))
    b.add(.listing(language: "sh", text: "ketbook render Lessons --param points=65\n"))
    b.heading(3, "exercise", "An exercise")
    b.cell(code[5]) { $0.echo = false }
    b.cell(code[6])
    b.add(
      .callout(
        .warning, title: [b.t("Mind the order")],
        content: [
          Block(
            .paragraph([b.t("The singlet has a minus sign; a global phase does not matter.")]),
            range: b.range(of: ""))
        ]))
    b.cell(code[7])
    b.cell(code[11]) { $0.label = "fig-noise" }
  }

  private static func faults(_ b: inout LessonBuilder) {
    b.heading(2, "sec-faults", "When something goes wrong")
    b.cell(code[8]) { $0.error = true }
    b.cell(code[9])
    b.cell(code[10])
    b.add(.thematicBreak)
    b.paragraph(
      b.t("Further reading: "),
      b.inline(
        .link(
          destination: "https://arxiv.org/abs/2603.26494", title: "",
          content: [b.t("Entanglement as Memory")]), at: ""),
      b.t("."))
  }
}
