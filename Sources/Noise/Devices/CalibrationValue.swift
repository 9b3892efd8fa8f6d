/// A value of a calibration file: JSON, with the NaN and Infinity that Python writes.
///
/// Numbers that are no numbers are let in here so that the reader of a field can name it.
enum CalibrationValue: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([CalibrationValue])
  case object([String: CalibrationValue])

  subscript(key: String) -> CalibrationValue? {
    guard case .object(let fields) = self, let value = fields[key], value != .null else {
      return nil
    }
    return value
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var list: [CalibrationValue]? { if case .list(let list) = self { list } else { nil } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var integer: Int? { number.flatMap { Int(exactly: $0) } }
}

/// Reads JSON text; nil where it is none.
///
/// `offset` tells the byte where reading ended.
struct CalibrationParser {
  private let bytes: [UInt8]
  private(set) var offset = 0
  private var depth = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func document() -> CalibrationValue? {
    guard let value = value() else { return nil }
    skipSpace()
    return offset == bytes.count ? value : nil
  }

  private mutating func value() -> CalibrationValue? {
    skipSpace()
    guard offset < bytes.count, depth < 100 else { return nil }
    depth += 1
    defer { depth -= 1 }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return object()
    case UInt8(ascii: "["): return list()
    case UInt8(ascii: "\""): return string().map { .text($0) }
    default: return word()
    }
  }

  private mutating func skipSpace() {
    while offset < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[offset]) { offset += 1 }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
    offset += 1
    return true
  }

  private mutating func object() -> CalibrationValue? {
    offset += 1
    var fields: [String: CalibrationValue] = [:]
    if take("}") { return .object(fields) }
    while true {
      skipSpace()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\""), let key = string(),
        take(":"), let value = value()
      else { return nil }
      fields[key] = value
      if take("}") { return .object(fields) }
      guard take(",") else { return nil }
    }
  }

  private mutating func list() -> CalibrationValue? {
    offset += 1
    var values: [CalibrationValue] = []
    if take("]") { return .list(values) }
    while true {
      guard let value = value() else { return nil }
      values.append(value)
      if take("]") { return .list(values) }
      guard take(",") else { return nil }
    }
  }

  private mutating func string() -> String? {
    offset += 1
    var text: [UInt8] = []
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      guard offset < bytes.count else { return nil }
      let escaped = bytes[offset]
      offset += 1
      switch escaped {
      case UInt8(ascii: "n"): text.append(0x0a)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0d)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0c)
      case UInt8(ascii: "u"):
        guard offset + 4 <= bytes.count,
          let code = UInt32(
            String(decoding: bytes[offset..<(offset + 4)], as: UTF8.self), radix: 16)
        else { return nil }
        offset += 4
        // Half of a surrogate pair alone stands for an unreadable character.
        text += Array(String(Unicode.Scalar(code).map(Character.init) ?? "\u{fffd}").utf8)
      default: text.append(escaped)
      }
    }
    return nil
  }

  private mutating func word() -> CalibrationValue? {
    let start = offset
    let ends: [UInt8] = [0x20, 0x09, 0x0a, 0x0d] + Array(",]}".utf8)
    while offset < bytes.count, !ends.contains(bytes[offset]) { offset += 1 }
    let word = String(decoding: bytes[start..<offset], as: UTF8.self)
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "NaN": return .number(.nan)
    case "Infinity": return .number(.infinity)
    case "-Infinity": return .number(-.infinity)
    default:
      // Double() also takes hexadecimal numbers and words, which JSON does not have.
      guard word.utf8.allSatisfy({ "+-.0123456789eE".utf8.contains($0) }) else { return nil }
      return Double(word).map { .number($0) }
    }
  }
}
