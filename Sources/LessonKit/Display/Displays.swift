internal import Plotting
internal import Records

/// Chooses how a value is shown.
enum Displays {
  static func of(_ value: Any) -> Display {
    if let picture = value as? any FigureConvertible {
      do { return .figure(try picture.figure()) } catch {
        return .text("cannot be drawn: \(error)")
      }
    }
    if let displayable = value as? any LessonDisplayable {
      do { return try displayable.lessonDisplay() } catch {
        return .text("cannot be shown: \(error)")
      }
    }
    return .text(text(value))
  }

  /// The description of a value; strings stand in quotes inside collections only.
  static func text(_ value: Any) -> String {
    switch value {
    case let string as String: return string
    case let value as any CustomStringConvertible: return value.description
    case let value as any CustomDebugStringConvertible: return value.debugDescription
    default:
      // An optional shows what it holds, and `nil` where it holds nothing.
      let mirror = Mirror(reflecting: value)
      if mirror.displayStyle == .optional {
        return mirror.children.first.map { text($0.value) } ?? "nil"
      }
      return String(describing: value)
    }
  }

  /// A table whose columns are numeric where every cell is a number.
  static func table(columns: [String], rows: [[String]]) -> Table {
    Table(
      columns: columns.enumerated().map { index, heading in
        let cells = rows.compactMap { index < $0.count ? $0[index] : nil }
        return Table.Column(
          heading, isNumeric: !cells.isEmpty && cells.allSatisfy { Double($0) != nil })
      }, rows: rows)
  }
}
