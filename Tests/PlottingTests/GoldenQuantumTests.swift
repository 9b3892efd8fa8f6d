import ComplexModule
import Plotting
import TestSupport
import Testing

@Suite struct GoldenQuantumTests {
  @Test func blochSpheresShowVectorsPointsAndPaths() throws {
    let path = (0...24).map { step -> SIMD3<Double> in
      let t = Double(step) / 4
      let r = 1 - Double(step) / 60
      return [r * Samples.sine(t + 1.5708) * 0.8, r * Samples.sine(t) * 0.8, r * 0.6]
    }
    let sphere = BlochSphere().vector([0.6, 0, 0.8], "after H")
      .path(path, "context a").points(
        [[0, -0.9, -0.2], [0.5, 0.5, -0.6], [-0.6, 0.1, -0.7]], "others")
    try expectGolden(sphere, "blochSphere")
    try expectGolden(BlochSphere().vector([0, 0.8, 0.6], "|ψ⟩"), "blochVector")
  }

  @Test func densityMatricesShowBothParts() throws {
    let half = Complex(0.5)
    let i = Complex<Double>(0, 0.5)
    let zero = Complex<Double>(0)
    let matrix = [
      [half, zero, zero, -i], [zero, zero, zero, zero], [zero, zero, zero, zero],
      [i, zero, zero, half],
    ]
    try expectGolden(try DensityMatrixPlot(matrix), "densityMatrix")
  }

  @Test func correlationTensorsShowSigns() throws {
    let tensor = [[1, 0.02, 0], [0, -0.97, 0.1], [0.3, 0, 0.6]]
    try expectGolden(try CorrelationTensorPlot(tensor), "correlationTensor")
  }

  @Test func amplitudesShowPhases() throws {
    let r = 0.125.squareRoot()
    let phases: [(Double, Double)] = [
      (1, 0), (0, 1), (-1, 0), (0, -1), (0.6, 0.8), (-0.6, 0.8),
      (0.5.squareRoot(), 0.5.squareRoot()), (0.6, -0.8),
    ]
    let amplitudes = phases.map { Complex($0.0 * r, $0.1 * r) }
    try expectGolden(try AmplitudePlot(amplitudes), "amplitudes")
  }

  @Test func circuitsShowGatesControlsNoiseAndMeasurements() throws {
    let diagram = CircuitDiagram(
      qubits: 3,
      elements: [
        .init(.gate, "H", targets: [0]),
        .init(.gate, "RY", parameter: "π/4", targets: [1]),
        .init(.not, "X", targets: [1], controls: [.init(0)]),
        .init(.dot, "Z", targets: [2], controls: [.init(0)]),
        .init(.barrier, "barrier", targets: [0, 1, 2]),
        .init(.channel, "depolarize", parameter: "0.008", targets: [0, 1]),
        .init(.gate, "RZ", parameter: "−1.27", targets: [2], controls: [.init(0, state: 0)]),
        .init(.swap, "SWAP", targets: [0, 2]),
        .init(.gate, "U", targets: [1, 2]),
        .init(.gate, "V", targets: [2, 0]),
        .init(.channel, "relax", parameter: "300 ns", targets: [0]),
        .init(.measurement, "measure", parameter: "c0", targets: [0]),
        .init(.measurement, "measure", targets: [1]),
      ])
    try expectGolden(diagram, "circuit")
  }

  @Test func longCircuitsWrap() throws {
    let elements = (0..<24).flatMap { step -> [CircuitDiagram.Element] in
      [
        .init(.gate, "RZ", parameter: "\(step)π/16", targets: [0]),
        .init(.gate, "RY", parameter: "0.\(step + 10)", targets: [1]),
        .init(.not, "X", targets: [step % 2], controls: [.init(1 - step % 2)]),
      ]
    }
    try expectGolden(CircuitDiagram(qubits: 2, elements: elements), "wrappedCircuit")
  }
}
