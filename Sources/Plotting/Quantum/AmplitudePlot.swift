public import ComplexModule
internal import Kernels
internal import Markup
public import RealModule
public import Records
internal import Simulator

/// Draws the amplitudes of a pure state: magnitudes as bars, phases as colours and in words.
///
/// A bar's height is |a|, its colour the phase of a; phases are written above bars where there is
/// room. Of more than 64 states the 64 most probable are shown.
public struct AmplitudePlot: FigureConvertible, Sendable {
  /// The amplitudes in the order of the computational basis, qubit 0 the most significant bit.
  public let amplitudes: [Complex<Double>]
  private let labels: [String]

  /// Creates the plot of a state's amplitudes.
  ///
  /// - Throws: `PhysicsError` where there are none, or one is not finite.
  public init(_ amplitudes: [Complex<Double>]) throws {
    guard !amplitudes.isEmpty, amplitudes.allSatisfy(\.isFinite) else {
      throw PhysicsError(
        id: "plotting.bad-amplitudes",
        summary: amplitudes.isEmpty ? "There are no amplitudes." : "An amplitude is not finite.",
        remedy: "Give the amplitudes of a state, two to the number of qubits.")
    }
    self.amplitudes = amplitudes
    labels = BasisLabels.kets(amplitudes.count)
  }

  private var shown: [Int] {
    guard amplitudes.count > 64 else { return Array(amplitudes.indices) }
    return amplitudes.indices.sorted {
      (-amplitudes[$0].lengthSquared, $0) < (-amplitudes[$1].lengthSquared, $1)
    }.prefix(64).sorted()
  }

  /// The phase in radians from −π to π, nil where the amplitude is zero.
  private func phase(_ amplitude: Complex<Double>) -> Double? {
    amplitude.length < 1e-9 ? nil : ketbook_atan2(amplitude.imaginary, amplitude.real)
  }

  /// Returns the bars with their text alternative and the amplitudes as numbers.
  public func figure() throws -> Figure {
    let isWritten = shown.count <= 16
    let chart = Chart {
      for index in shown {
        let phase = phase(amplitudes[index])
        let bar = BarMark(
          x: .value("state", labels[index]), y: .value("magnitude", amplitudes[index].length)
        ).foregroundStyle(.phase(phase ?? 0))
        if let phase, isWritten {
          bar.annotation { AmplitudePlot.name(ofPhase: phase) }
        } else {
          bar
        }
      }
    }
    var plot = chart.chartYAxisLabel("magnitude").frame(height: 240)
    plot.showsPhases = true
    plot.y.domain = 0...1
    var figure = try plot.figure()
    figure.alternative = alternative
    figure.svg = figure.svg.described(by: alternative)
    figure.data = table
    return figure
  }

  /// A phase as a fraction of pi where it is a simple one, else as a number.
  static func name(ofPhase phase: Double) -> String {
    for denominator in [1, 2, 3, 4, 6, 8] {
      let numerator = phase / .pi * Double(denominator)
      if (numerator - numerator.rounded()).magnitude < 1e-6 {
        return Ticks.piLabel(Int(numerator.rounded()), over: denominator)
      }
    }
    return NumberFormat.fixed(phase, decimals: 2)
  }

  private var alternative: String {
    let largest = amplitudes.indices.sorted {
      (-amplitudes[$0].lengthSquared, $0) < (-amplitudes[$1].lengthSquared, $1)
    }.prefix(4).filter { amplitudes[$0].length > 1e-9 }
    let names = largest.map { index in
      let magnitude = NumberFormat.significant(amplitudes[index].length, digits: 3)
      let phase = phase(amplitudes[index]).map(AmplitudePlot.name) ?? "none"
      return "\(labels[index]) \(magnitude) with phase \(phase)"
    }
    let count = amplitudes.count { $0.length > 1e-9 }
    let head = "Amplitudes of \(amplitudes.count) basis states, \(count) of them not zero"
    let cut = shown.count < amplitudes.count ? " The \(shown.count) most probable are shown." : ""
    return "\(head). Largest: \(SeriesSummary.list(names)). Phases are in radians.\(cut)"
  }

  private var table: Table {
    let columns = ["real part", "imaginary part", "probability", "phase (rad)"]
    let rows = shown.map { index -> [String] in
      let a = amplitudes[index]
      let numbers = [a.real, a.imaginary, a.lengthSquared].map {
        NumberFormat.fixed($0, decimals: 4)
      }
      return [labels[index]] + numbers + [
        phase(a).map { NumberFormat.fixed($0, decimals: 4) } ?? ""
      ]
    }
    return Table(columns: [.init("state")] + columns.map { .init($0, isNumeric: true) }, rows: rows)
  }
}
