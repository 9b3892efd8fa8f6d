public import Records
internal import Simulator

/// Draws the correlation tensor of two qubits as a signed heat map with numbers.
///
/// The entry in row i and column j is T_ij, for example ⟨σ_i σ_j⟩ − a_i b_j, with X, Y, Z in this
/// order. The colour scale always reaches from −1 to 1, so that pictures can be compared.
public struct CorrelationTensorPlot: FigureConvertible, Sendable {
  /// The tensor, row by row.
  public let tensor: [[Double]]
  /// The name of the qubit of the rows.
  public let rowQubit: String
  /// The name of the qubit of the columns.
  public let columnQubit: String

  /// Creates the plot of a tensor of three rows and three columns.
  ///
  /// - Throws: `PhysicsError` where the tensor has another shape or is not finite.
  public init(_ tensor: [[Double]], rows: String = "qubit 0", columns: String = "qubit 1") throws {
    guard tensor.count == 3, tensor.allSatisfy({ $0.count == 3 && $0.allSatisfy(\.isFinite) })
    else {
      throw PhysicsError(
        id: "plotting.not-a-correlation-tensor",
        summary: "A correlation tensor has three rows of three finite numbers.",
        remedy: "Give T_ij for i and j over X, Y and Z.")
    }
    self.tensor = tensor
    (rowQubit, columnQubit) = (rows, columns)
  }

  private static let axes = ["X", "Y", "Z"]

  /// Returns the heat map with its text alternative and its numbers.
  public func figure() throws -> Figure {
    let axes = CorrelationTensorPlot.axes
    let chart = Chart {
      for (row, numbers) in tensor.enumerated() {
        for (column, number) in numbers.enumerated() {
          RectangleMark(x: .value(columnQubit, axes[column]), y: .value(rowQubit, axes[row]))
            .foregroundStyle(by: .value("correlation", number))
        }
      }
    }
    var figure = try chart.chartForegroundStyleScale(domain: -1...1).frame(width: 290).figure()
    figure.alternative = alternative
    figure.svg = figure.svg.described(by: alternative)
    figure.data = Table(
      columns: [.init("\(rowQubit) \\ \(columnQubit)")] + axes.map { .init($0, isNumeric: true) },
      rows: tensor.indices.map { row in
        [axes[row]] + tensor[row].map { NumberFormat.fixed($0, decimals: 4) }
      })
    return figure
  }

  private var alternative: String {
    let axes = CorrelationTensorPlot.axes
    let entries = tensor.enumerated().flatMap { row, numbers in
      numbers.enumerated().map { (name: axes[row] + axes[$0.offset], value: $0.element) }
    }
    let norm = entries.reduce(0) { $0 + $1.value * $1.value }.squareRoot()
    let strong = entries.filter { $0.value.magnitude > 0.005 }
      .sorted { ($1.value.magnitude, $0.name) < ($0.value.magnitude, $1.name) }.prefix(3)
      .map { "\($0.name) \(NumberFormat.fixed($0.value, decimals: 2))" }
    let head = "Correlation tensor of \(rowQubit) (rows) and \(columnQubit) (columns)"
    if strong.isEmpty { return "\(head): all entries are below 0.005 in magnitude." }
    return
      "\(head), norm \(NumberFormat.fixed(norm, decimals: 2)). Strongest: \(SeriesSummary.list(strong))."
  }
}
