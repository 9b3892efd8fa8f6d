/// Draws a circuit: wires from left to right, qubit 0 at the top, wrapped where it is long.
public struct CircuitDiagram: Sendable {
  /// Holds one operation as it is drawn.
  public struct Element: Sendable, Hashable {
    /// Says what is drawn on the target wires.
    public enum Shape: Sendable, Hashable {
      /// A box with a name, across all targets.
      case gate
      /// A circle with a cross: the target of a controlled X.
      case not
      /// A dot: the target of a controlled Z, which is the same as its controls.
      case dot
      /// Two crosses joined by a line.
      case swap
      /// A meter.
      case measurement
      /// A box with a dashed edge: a channel, which is no gate but noise.
      case channel
      /// A dashed line across wires, which operations do not pass.
      case barrier
    }

    /// What is drawn.
    public var shape: Shape
    /// The operation's name, for example "RY".
    public var name: String
    /// The operation's parameter as it is written below the name, nil where there is none.
    public var parameter: String?
    /// The wires that the shape stands on.
    public var targets: [Int]
    /// The wires that control it, with a filled dot for 1 and a ring for 0.
    public var controls: [Control]

    /// Creates an operation.
    public init(
      _ shape: Shape, _ name: String, parameter: String? = nil, targets: [Int],
      controls: [Control] = []
    ) {
      self.shape = shape
      self.name = name
      self.parameter = parameter
      self.targets = targets
      self.controls = controls
    }
  }

  /// Holds a control of an operation.
  public struct Control: Sendable, Hashable {
    /// The wire.
    public var qubit: Int
    /// The state of the wire that lets the operation act, 0 or 1.
    public var state: Int

    /// Creates a control.
    public init(_ qubit: Int, state: Int = 1) {
      self.qubit = qubit
      self.state = state
    }
  }

  /// The number of wires.
  public let qubits: Int
  /// The operations in order.
  public let elements: [Element]
  /// The names of the wires.
  public let labels: [String]
  var width = 480.0

  /// The greatest number of operations that are drawn; the picture and its text say what is left out.
  public static let limit = 400

  /// Creates a diagram from operations, in the order in which they act.
  public init(qubits: Int, elements: [Element], labels: [String]? = nil) {
    self.qubits = qubits
    self.elements = elements
    self.labels = labels ?? (0..<max(0, qubits)).map { "q\($0)" }
  }

  /// Returns the diagram wrapped at another width in CSS pixels.
  public func frame(width: Double) -> CircuitDiagram {
    var copy = self
    if width.isFinite { copy.width = min(max(160, width), 4000) }
    return copy
  }
}

extension CircuitDiagram.Element {
  /// The wires from first to last that the drawing covers.
  var wires: ClosedRange<Int> {
    let all = targets + controls.map(\.qubit)
    return (all.min() ?? 0)...(all.max() ?? 0)
  }

  /// The width of the drawing in CSS pixels.
  var width: Double {
    switch shape {
    case .not, .dot, .swap: return 26
    case .barrier: return 12
    case .measurement:
      return 32 + (parameter.map { TextMetrics.width($0, size: TextMetrics.small) + 4 } ?? 0)
    case .gate, .channel:
      let parameter = parameter.map { TextMetrics.width($0, size: TextMetrics.small) } ?? 0
      return max(30, max(TextMetrics.width(name), parameter) + 12)
    }
  }
}
