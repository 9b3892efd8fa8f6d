public import ComplexModule
internal import Markup
public import RealModule
public import Records
internal import Simulator

/// Draws a density matrix, or any small complex matrix, as signed heat maps with numbers.
///
/// The real part stands left and the imaginary part, where there is one, right; rows and columns
/// are basis states with qubit 0 as the most significant bit.
public struct DensityMatrixPlot: FigureConvertible, Sendable {
  /// The matrix, row by row.
  public let rows: [[Complex<Double>]]
  /// The names of the basis states.
  public let labels: [String]

  /// Creates the plot of a square matrix of up to 64 rows.
  ///
  /// - Throws: `PhysicsError` where the matrix is empty, not square, too large or not finite, or the
  ///   count of labels is another.
  public init(_ rows: [[Complex<Double>]], labels: [String]? = nil) throws {
    let labels = labels ?? BasisLabels.kets(rows.count)
    guard (1...64).contains(rows.count), rows.allSatisfy({ $0.count == rows.count }) else {
      throw PhysicsError(
        id: "plotting.not-square",
        summary: "A matrix plot needs a square of up to 64 rows, and this has \(rows.count).",
        remedy: "Trace out qubits first, or plot fewer of them.")
    }
    guard labels.count == rows.count, Set(labels).count == rows.count else {
      throw PhysicsError(
        id: "plotting.labels-do-not-fit",
        summary: "There are \(Set(labels).count) different labels for \(rows.count) states.",
        remedy: "Give one label for each basis state, all different.")
    }
    guard rows.allSatisfy({ $0.allSatisfy(\.isFinite) }) else {
      throw PhysicsError(
        id: "plotting.matrix-not-finite", summary: "The matrix holds numbers that are not finite.",
        remedy: "Look at how the state was computed.")
    }
    self.rows = rows
    self.labels = labels
  }

  /// Returns the heat maps with their text alternative and the entries that are not zero.
  public func figure() throws -> Figure {
    let isComplex = rows.contains { $0.contains { $0.imaginary.magnitude > 1e-12 } }
    let most = rows.flatMap { $0 }.map { max($0.real.magnitude, $0.imaginary.magnitude) }.max() ?? 0
    let limit = most > 0 ? most : 1
    let parts: [(String, (Complex<Double>) -> Double)] =
      isComplex ? [("real part", \.real), ("imaginary part", \.imaginary)] : [("", \.real)]
    let chart = Chart {
      for (name, part) in parts {
        for (row, entries) in rows.enumerated() {
          for (column, entry) in entries.enumerated() {
            let cell = RectangleMark(
              x: .value("column", labels[column]), y: .value("row", labels[row])
            ).foregroundStyle(by: .value("entry", part(entry)))
            if isComplex { cell.facet(by: .value("part", name)) } else { cell }
          }
        }
      }
    }
    let side = rows.count <= 4 ? 46.0 : 30
    let width = min(620, (isComplex ? 2 : 1) * max(110, side * Double(rows.count)) + 120)
    var figure = try chart.chartForegroundStyleScale(domain: -limit...limit)
      .chartXAxisLabel("").chartYAxisLabel("").frame(width: width).figure()
    figure.alternative = alternative
    figure.svg = figure.svg.described(by: alternative)
    figure.data = table
    return figure
  }

  private var trace: Complex<Double> {
    rows.indices.reduce(Complex(0)) { $0 + rows[$1][$1] }
  }

  private var alternative: String {
    let format = NumberFormat.significant
    let diagonal = rows.indices.sorted { (-rows[$0][$0].real, $0) < (-rows[$1][$1].real, $1) }
      .prefix(3).filter { rows[$0][$0].length > 1e-9 }
      .map { "\(labels[$0]) \(format(rows[$0][$0].real, 3))" }
    var off: (value: Complex<Double>, row: Int, column: Int)?
    for row in rows.indices {
      for column in rows.indices where column > row {
        if rows[row][column].length > (off?.value.length ?? 1e-9) {
          off = (rows[row][column], row, column)
        }
      }
    }
    let purity = rows.flatMap { $0 }.reduce(0) { $0 + $1.lengthSquared }
    let coherence = off.map {
      "Largest off-diagonal entry: \(DensityMatrixPlot.text($0.value)) at \(labels[$0.row]), \(labels[$0.column])."
    }
    return [
      "Matrix of \(rows.count) by \(rows.count) entries, trace \(DensityMatrixPlot.text(trace)), sum of squared magnitudes \(format(purity, 4)).",
      "Largest on the diagonal: \(SeriesSummary.list(diagonal)).",
      coherence ?? "All off-diagonal entries are zero.",
    ].joined(separator: " ")
  }

  static func text(_ value: Complex<Double>) -> String {
    func part(_ x: Double) -> String { NumberFormat.trimmed(NumberFormat.fixed(x, decimals: 4)) }
    if value.imaginary.magnitude < 5e-5 { return part(value.real) }
    if value.real.magnitude < 5e-5 { return part(value.imaginary) + "i" }
    let sign = value.imaginary < 0 ? "\u{2212}" : "+"
    return "\(part(value.real)) \(sign) \(part(value.imaginary.magnitude))i"
  }

  private var table: Table {
    let rows = rows.indices.map { row in
      [labels[row]] + self.rows[row].map(DensityMatrixPlot.text)
    }
    guard rows.count <= 8 else {
      // Large matrices are mostly zero: the entries that are not, largest first.
      let entries = self.rows.enumerated().flatMap { row, entries in
        entries.enumerated().map { (row: row, column: $0.offset, value: $0.element) }
      }.filter { $0.value.length > 1e-9 }.sorted {
        (-$0.value.length, $0.row, $0.column) < (-$1.value.length, $1.row, $1.column)
      }
      return Table(
        columns: [.init("row"), .init("column"), .init("entry", isNumeric: true)],
        rows: entries.prefix(DataTable.limit).map {
          [labels[$0.row], labels[$0.column], DensityMatrixPlot.text($0.value)]
        })
    }
    return Table(
      columns: [.init("row")] + labels.map { .init($0, isNumeric: true) }, rows: rows)
  }
}

extension Element {
  /// The picture with another text for readers who cannot see it.
  func described(by text: String) -> Element {
    var copy = self
    copy.attributes = attributes.map {
      $0.name == "aria-label" ? Attribute(name: $0.name, value: text) : $0
    }
    return copy
  }
}
