/// Prints one JSON object on one line, its keys in the order given.
enum JSONLine {
  static func print(_ fields: [(String, any CustomStringConvertible)]) {
    let parts = fields.map { key, value in
      let isText = value is String
      let number = (value as? Double).map { $0.isFinite ? $0.description : "null" }
      return "\"\(key)\": \(isText ? "\"\(value)\"" : number ?? value.description)"
    }
    Swift.print("{\(parts.joined(separator: ", "))}")
  }
}
