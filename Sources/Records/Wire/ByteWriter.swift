/// Writes values in the wire format: little-endian integers, texts as a 32-bit length and UTF-8.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func byte(_ value: UInt8) { bytes.append(value) }

  mutating func count(_ value: Int) { integer(UInt32(clamping: value)) }

  mutating func integer(_ value: UInt32) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func integer(_ value: UInt64) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func text(_ value: String) {
    var value = value
    value.withUTF8 {
      count($0.count)
      bytes.append(contentsOf: $0)
    }
  }
}
