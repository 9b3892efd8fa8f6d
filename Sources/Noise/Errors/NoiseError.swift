internal import Simulator

/// The errors of this module, each made in one place.
enum NoiseError {
  static func probability(_ value: Double, field: String) -> PhysicsError {
    PhysicsError(
      id: "noise.not-a-probability", summary: "\(field) is \(value), which is no probability.",
      remedy: "Give a number in 0...1.")
  }

  static func time(_ value: Double, field: String) -> PhysicsError {
    PhysicsError(
      id: "noise.not-a-time", summary: "\(field) is \(value) seconds.",
      remedy: "Give a positive number of seconds; a duration may be 0.")
  }

  static func number(_ value: Double, field: String) -> PhysicsError {
    PhysicsError(
      id: "noise.not-finite", summary: "\(field) is \(value).", remedy: "Give a finite number.")
  }

  static func coherence(t1: Double, t2: Double, field: String) -> PhysicsError {
    PhysicsError(
      id: "noise.t2-above-twice-t1",
      summary: "\(field): T2 is \(t2) s, more than twice T1, which is \(t1) s.",
      remedy: "No channel has such times: T2 is at most 2 T1.")
  }

  static func shots(_ count: Int) -> PhysicsError {
    PhysicsError(
      id: "noise.no-shots", summary: "The number of shots is \(count).",
      remedy: "Measure with at least 1 shot, and at most 1,000,000,000.")
  }

  static func qubits(_ count: Int, most: Int, what: String) -> PhysicsError {
    PhysicsError(
      id: "noise.qubit-count", summary: "\(what) cannot have \(count) qubits.",
      remedy: "It can have 1 to \(most).")
  }

  static func memory(_ bytes: Int) -> PhysicsError {
    PhysicsError(
      id: "noise.out-of-memory", summary: "There is no memory for \(bytes) bytes.",
      remedy: "Take fewer qubits, or shorter sequences.")
  }
}

/// Checks of numbers that more than one type takes.
enum Check {
  static func probability(_ value: Double, _ field: @autoclosure () -> String) throws {
    guard value >= 0, value <= 1 else { throw NoiseError.probability(value, field: field()) }
  }

  static func duration(_ value: Double, _ field: @autoclosure () -> String) throws {
    guard value >= 0, value.isFinite else { throw NoiseError.time(value, field: field()) }
  }

  static func finite(_ value: Double, _ field: @autoclosure () -> String) throws {
    guard value.isFinite else { throw NoiseError.number(value, field: field()) }
  }

  /// T1 and T2 must be positive, T2 at most 2 T1; infinity is a qubit that never decays.
  static func coherence(t1: Double, t2: Double, _ field: @autoclosure () -> String) throws {
    guard t1 > 0 else { throw NoiseError.time(t1, field: "T1 of \(field())") }
    guard t2 > 0 else { throw NoiseError.time(t2, field: "T2 of \(field())") }
    guard t2 <= 2 * t1 else { throw NoiseError.coherence(t1: t1, t2: t2, field: field()) }
  }

  static func shots(_ count: Int) throws {
    guard (1...1_000_000_000).contains(count) else { throw NoiseError.shots(count) }
  }
}
