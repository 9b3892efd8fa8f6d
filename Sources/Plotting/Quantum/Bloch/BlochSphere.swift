/// Draws states of one qubit in the Bloch sphere: vectors, points and paths.
///
///     BlochSphere()
///       .vector([0, 0, 1], "start")
///       .path(states, "context a")
///
/// A vector is (⟨X⟩, ⟨Y⟩, ⟨Z⟩); |0⟩ is at the top. Mixed states lie inside the sphere.
public struct BlochSphere: Sendable {
  enum Shape: Sendable, Hashable { case vector, point, path }

  /// Holds one thing that is shown in the sphere.
  struct Item: Sendable {
    var shape: Shape
    var label: String
    var points: [SIMD3<Double>]
  }

  var items: [Item] = []
  var azimuth = 0.55
  var elevation = 0.32
  var size = 300.0

  /// Creates an empty sphere.
  public init() {}

  /// Returns the sphere with an arrow from its centre.
  public func vector(_ vector: SIMD3<Double>, _ label: String = "") -> BlochSphere {
    adding(Item(shape: .vector, label: label, points: [vector]))
  }

  /// Returns the sphere with a point.
  public func point(_ vector: SIMD3<Double>, _ label: String = "") -> BlochSphere {
    adding(Item(shape: .point, label: label, points: [vector]))
  }

  /// Returns the sphere with points of one kind.
  public func points(_ vectors: some Sequence<SIMD3<Double>>, _ label: String = "") -> BlochSphere {
    adding(Item(shape: .point, label: label, points: Array(vectors)))
  }

  /// Returns the sphere with a line through states in their order, a ring at its start.
  public func path(_ vectors: some Sequence<SIMD3<Double>>, _ label: String = "") -> BlochSphere {
    adding(Item(shape: .path, label: label, points: Array(vectors)))
  }

  /// Returns the sphere seen from another side, angles in radians.
  ///
  /// - Parameters:
  ///   - azimuth: the angle of the viewer from the x axis towards the y axis.
  ///   - elevation: the angle of the viewer above the equator.
  public func viewed(azimuth: Double, elevation: Double) -> BlochSphere {
    var copy = self
    (copy.azimuth, copy.elevation) = (azimuth, elevation)
    return copy
  }

  private func adding(_ item: Item) -> BlochSphere {
    var copy = self
    copy.items.append(item)
    return copy
  }
}
