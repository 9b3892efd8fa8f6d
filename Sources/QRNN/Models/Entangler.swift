internal import Simulator

/// The gates that follow the rotations of every token: a small circuit of their own.
///
/// Gates act in the order of `gates`. Qubit 0 is the most significant bit.
///
///     let entangler = Entangler.cnot(1, 0)      // control 1, target 0: the study's choice
///     let chain = Entangler.chain(2, 1, 0)      // CNOT 2 -> 1, then CNOT 1 -> 0
public struct Entangler: Codable, Hashable, Sendable {
  /// One gate of an entangler.
  public enum Gate: Codable, Hashable, Sendable {
    /// Flips the target where the control is 1.
    case cnot(control: Int, target: Int)
    /// Multiplies by -1 where both qubits are 1.
    case cz(Int, Int)
    /// Exchanges two qubits.
    case swap(Int, Int)
    /// Applies any unitary, row-major, its first qubit the most significant bit.
    case unitary(name: String, qubits: [Int], real: [Double], imaginary: [Double])

    /// The qubits the gate acts on, control first.
    public var qubits: [Int] {
      switch self {
      case .cnot(let control, let target): [control, target]
      case .cz(let first, let second), .swap(let first, let second): [first, second]
      case .unitary(_, let qubits, _, _): qubits
      }
    }
  }

  /// The gates, the first acting first.
  public let gates: [Gate]

  /// Creates an entangler from its gates.
  public init(gates: [Gate]) { self.gates = gates }

  /// No gate: the qubits never meet.
  public static let none = Entangler(gates: [])

  /// Returns a single CNOT.
  public static func cnot(_ control: Int, _ target: Int) -> Entangler {
    Entangler(gates: [.cnot(control: control, target: target)])
  }

  /// CNOT 0 -> 1, then CNOT 1 -> 0.
  public static let both = Entangler(gates: [
    .cnot(control: 0, target: 1), .cnot(control: 1, target: 0),
  ])

  /// Returns a single controlled-Z.
  public static func cz(_ first: Int, _ second: Int) -> Entangler {
    Entangler(gates: [.cz(first, second)])
  }

  /// Returns CNOTs along a path of qubits: first to second, second to third, and so on.
  public static func chain(_ qubits: Int...) -> Entangler { chain(qubits) }

  /// Returns CNOTs along a path of qubits: first to second, second to third, and so on.
  public static func chain(_ qubits: [Int]) -> Entangler {
    Entangler(gates: zip(qubits, qubits.dropFirst()).map { .cnot(control: $0, target: $1) })
  }

  /// The gates in words, `none` where there are none.
  public var name: String {
    guard !gates.isEmpty else { return "none" }
    return gates.map { gate in
      switch gate {
      case .cnot(let control, let target): "CNOT \(control)->\(target)"
      case .cz(let first, let second): "CZ \(first),\(second)"
      case .swap(let first, let second): "SWAP \(first),\(second)"
      case .unitary(let name, let qubits, _, _):
        "\(name) \(qubits.map(String.init).joined(separator: ","))"
      }
    }.joined(separator: ", ")
  }
}
