internal import Foundation
internal import Simulator

/// Encodes values as JSON with one form for each value: sorted keys, no spaces, exact numbers.
enum CanonicalJSON {
  static func bytes(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value))
    } catch {
      throw PhysicsError(
        id: "experiments.not-encodable", summary: "A value cannot be written as JSON: \(error).",
        remedy: "Keep infinite numbers and NaN out of experiments and outcomes.")
    }
  }

  static func value<Value: Decodable>(
    _ type: Value.Type, from bytes: some Sequence<UInt8>
  ) throws -> Value {
    try JSONDecoder().decode(type, from: Data(bytes))
  }
}
