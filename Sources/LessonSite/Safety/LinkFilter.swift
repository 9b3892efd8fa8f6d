/// Decides which destinations of links and images may reach a page.
enum LinkFilter {
  /// Holds the schemes that a link may have; destinations without a scheme are relative, and fine.
  private static let schemes: Set<String> = ["http", "https", "mailto", "tel", "doi"]

  /// Whether a link may lead to the destination; `javascript:` and its kin may not.
  static func allows(_ destination: String) -> Bool {
    guard let scheme = scheme(of: destination) else { return true }
    return schemes.contains(scheme)
  }

  /// The destination's scheme in lower case, read as a browser reads it: white space and control
  /// characters in front or inside do not hide it.
  static func scheme(of destination: String) -> String? {
    var name = ""
    for scalar in destination.unicodeScalars {
      if scalar.value <= 0x20 || scalar.value == 0x7F { continue }
      if scalar == ":" { return name.isEmpty ? nil : name.lowercased() }
      guard scalar.isASCII,
        scalar.properties.isAlphabetic || "0123456789+-.".contains(Character(scalar))
      else { return nil }
      name.unicodeScalars.append(scalar)
    }
    return nil
  }

  /// The destination as an attribute: what a URL cannot hold is percent-encoded.
  static func escaped(_ destination: String) -> String {
    var output = ""
    let digits = Array("0123456789ABCDEF")
    for byte in destination.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        output.unicodeScalars.append(Unicode.Scalar(byte))
      case _ where "-_.+!*'(),%#@?=;:/&$~".utf8.contains(byte):
        output.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        output += "%"
        output.append(digits[Int(byte >> 4)])
        output.append(digits[Int(byte & 15)])
      }
    }
    return output
  }
}
