/// Describes what stands inside a chart: a mark, or marks that a modifier or a loop put together.
public protocol ChartContent {
  /// The marks in drawing order.
  var marks: [Mark] { get }
}

/// Holds marks that a modifier changed or a loop gathered.
public struct MarkGroup: ChartContent, Sendable {
  /// The marks in drawing order.
  public let marks: [Mark]
}

/// Builds a chart's content from marks, loops and conditions.
@resultBuilder
public enum ChartContentBuilder {
  /// Takes one mark or group.
  public static func buildExpression(_ content: some ChartContent) -> MarkGroup {
    MarkGroup(marks: content.marks)
  }
  /// Joins what stands one after another.
  public static func buildBlock(_ groups: MarkGroup...) -> MarkGroup { join(groups) }
  /// Joins the turns of a loop.
  public static func buildArray(_ groups: [MarkGroup]) -> MarkGroup { join(groups) }
  /// Takes the content of an `if` without `else`.
  public static func buildOptional(_ group: MarkGroup?) -> MarkGroup {
    group ?? MarkGroup(marks: [])
  }
  /// Takes the first branch of an `if`.
  public static func buildEither(first group: MarkGroup) -> MarkGroup { group }
  /// Takes another branch of an `if`.
  public static func buildEither(second group: MarkGroup) -> MarkGroup { group }
  /// Takes content behind an availability check.
  public static func buildLimitedAvailability(_ group: MarkGroup) -> MarkGroup { group }

  private static func join(_ groups: [MarkGroup]) -> MarkGroup {
    MarkGroup(marks: groups.flatMap(\.marks))
  }
}

/// Repeats content for every element of a sequence.
///
///     Chart {
///       ForEach(points) { PointMark(x: .value("step", $0.step), y: .value("loss", $0.loss)) }
///       RuleMark(y: .value("chance", 0.69))
///     }
public struct ForEach: ChartContent, Sendable {
  /// The marks in drawing order.
  public let marks: [Mark]

  /// Creates the content of every element, in order.
  public init<Data: Sequence, Content: ChartContent>(
    _ data: Data, @ChartContentBuilder content: (Data.Element) throws -> Content
  ) rethrows {
    marks = try data.flatMap { try content($0).marks }
  }
}
