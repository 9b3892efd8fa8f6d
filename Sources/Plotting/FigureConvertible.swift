public import Records

/// Describes a value that can be shown as a picture: a chart, a circuit, a Bloch sphere.
///
/// A cell whose value conforms shows the figure; its text alternative and its data table are
/// computed from the same numbers as the picture.
public protocol FigureConvertible {
  /// Returns the picture with its text alternative and its data.
  ///
  /// - Throws: `PhysicsError` with an id `plotting.…` where the value cannot be drawn.
  func figure() throws -> Figure
}
