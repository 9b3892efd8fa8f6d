internal import Digest

/// The bytes of one file of the store: a header line, the experiment, the outcome.
///
///     ketbook-experiment 1 qrnn.training 3 <SHA-256 of the two lines below>
///     {"model":…,"seed":7,"task":…}
///     {"losses":…}
enum StoredOutcome {
  /// Why a file cannot be used.
  enum Damage: Error, Equatable {
    case header
    case digest
    case otherExperiment
    case outcome(String)

    var reason: String {
      switch self {
      case .header: "its first line is not that of a stored experiment"
      case .digest: "its contents do not match their digest"
      case .otherExperiment: "it holds another experiment"
      case .outcome(let error): "its outcome cannot be read: \(error)"
      }
    }
  }

  /// Returns the key of an experiment: the digest of its kind, version and canonical JSON.
  static func key<E: Experiment>(_ type: E.Type, experiment: [UInt8]) -> String {
    SHA256.hexadecimal(Array("\(E.kind)\n\(E.version)\n".utf8) + experiment)
  }

  static func bytes<E: Experiment>(
    _ type: E.Type, experiment: [UInt8], outcome: [UInt8]
  ) -> [UInt8] {
    let body = experiment + [newline] + outcome + [newline]
    return Array("\(header(type)) \(SHA256.hexadecimal(body))\n".utf8) + body
  }

  static func outcome<E: Experiment>(
    _ type: E.Type, experiment: [UInt8], in bytes: [UInt8]
  ) throws(Damage) -> E.Outcome {
    guard let end = bytes.firstIndex(of: newline) else { throw .header }
    let body = bytes[(end + 1)...]
    let words = String(decoding: bytes[..<end], as: UTF8.self)
    guard words.hasPrefix(header(type) + " ") else { throw .header }
    guard words == "\(header(type)) \(SHA256.hexadecimal(Array(body)))" else { throw .digest }
    guard let middle = body.firstIndex(of: newline), Array(body[..<middle]) == experiment else {
      throw .otherExperiment
    }
    do {
      return try CanonicalJSON.value(E.Outcome.self, from: body[(middle + 1)...])
    } catch { throw .outcome("\(error)") }
  }

  private static let newline = UInt8(ascii: "\n")

  private static func header<E: Experiment>(_ type: E.Type) -> String {
    "ketbook-experiment 1 \(E.kind) \(E.version)"
  }
}
