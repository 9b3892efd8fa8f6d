import LessonModel
import LessonRunner
import LessonSite
import Records

extension SampleLesson {
  /// What running the sample gave.
  static var outcome: LessonOutcome {
    let lesson = lesson
    func text(_ value: String) -> [CellOutcome.Output] { [.display(.text(value))] }
    let good = CellOutcome.Status.succeeded
    let rows = [
      ["H", "1", "Hadamard"], ["RY", "1", "rotation about Y by an angle in radians"],
      ["CNOT", "2", "flips the second where the first is 1"],
    ]
    let gates = Table(
      columns: [.init("gate"), .init("qubits", isNumeric: true), .init("what it does")], rows: rows)
    return LessonOutcome(
      cells: [
        CellOutcome(status: good, outputs: text("[0.5, 0.0, 0.0, 0.5]")),
        CellOutcome(
          status: good,
          outputs: [
            .standardOutput("row 0: 0.5 0.0\nrow 1: 0.0 0.5\n"),
            .standardError("warning: the state was \u{1B}[33mnormalised\u{1B}[0m\n"),
            .standardOutput("purity 0.5\n"),
          ]),
        CellOutcome(status: good, outputs: [.display(.figure(entropy))]),
        CellOutcome(status: good, outputs: [.display(.table(gates))]),
        CellOutcome(status: good),
        CellOutcome(
          status: good,
          outputs: [
            .display(
              .check(
                Check(
                  title: "The entropy of the Bell pair", passed: true, expected: "1.0 bits",
                  actual: "1.0 bits")))
          ]),
        CellOutcome(
          status: good,
          outputs: [
            .display(
              .check(
                Check(
                  title: "Your circuit prepares |Ψ⁻⟩", passed: false,
                  expected: "0.7071 |01⟩ − 0.7071 |10⟩", actual: "0.7071 |01⟩ + 0.7071 |10⟩")))
          ]),
        CellOutcome(
          status: good,
          outputs: [
            .standardOutput(
              "a very long line that cannot fit on a phone and must therefore scroll inside its own frame: [\"00\": 503, \"11\": 497]\n"
            ),
            .display(.math(#"\ket{\psi} = \tfrac{1}{\sqrt2}\ket{00} + \tfrac{1}{\sqrt2}\ket{11}"#)),
          ]),
        CellOutcome(status: good, outputs: [.display(.figure(noise))]),
        CellOutcome(
          status: .failedAsExpected,
          failure: [
            Diagnostic(
              id: "uncaught-error", path: lesson.path, range: place(lesson, "CNOT(0, 5)"),
              summary: "qubit 5 is outside a register of 2 qubits",
              suggestion: "Use a qubit from 0 to 1.")
          ]),
        CellOutcome(
          status: .failed,
          failure: [
            Diagnostic(
              id: "compile-error", path: lesson.path, range: place(lesson, "0.5 * Double.pi"),
              summary: "cannot convert value of type 'Double' to specified type 'Int'",
              explanation:
                "A Double is not turned into an Int by itself, since digits would be lost.",
              notes: [.init("the type was given here", range: place(lesson, "angle: Int"))],
              suggestion: "Write `let angle = 0.5 * Double.pi`.")
          ]),
        CellOutcome(status: .notRun),
      ],
      values: ["1.000"], diagnostics: [], seconds: 0.3,
      compiler: "Swift version 6.3.1 (swift-6.3.1-RELEASE)")
  }

  private static func place(_ lesson: Lesson, _ text: String) -> SourceRange {
    LessonBuilder(source: lesson.source).range(of: text)
  }

  private static let entropy: Figure = {
    let points = (0...32).map { step -> (Double, Double) in
      let x = Double(step) / 32
      return (x, 4 * x * (1 - x))
    }
    return SampleFigures.lines(
      x: "angle (π rad)", y: "entropy (bits)", series: [("entropy", points)],
      alternative:
        "Line chart of entropy (bits) against angle. It rises from 0 to 1 at 0.5 and falls to 0.")
  }()

  private static let noise: Figure = {
    let points = (0...16).map { Double($0) / 16 }
    return SampleFigures.lines(
      x: "time (T1)", y: "fidelity",
      series: [
        ("bell", points.map { ($0, 1 - 0.5 * $0) }), ("product", points.map { ($0, 1 - 0.2 * $0) }),
      ], alternative: "Line chart of fidelity against time for two states. Both fall.")
  }()

  static let site = SiteContext(
    courseTitle: "Entanglement as Memory: the course", index: "index.html",
    previous: PageLink(file: "02-noise.html", title: "Noise"),
    next: PageLink(file: "04-training.html", title: "Training a quantum recurrent network"),
    licence: "CC BY 4.0", version: "0.1.0")
}
