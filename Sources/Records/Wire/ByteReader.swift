/// Reads values in the wire format; anything that does not fit throws `WireError`.
struct ByteReader {
  private let bytes: ArraySlice<UInt8>
  private var position: Int

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  var isAtEnd: Bool { position == bytes.endIndex }

  mutating func byte() throws(WireError) -> UInt8 {
    guard position < bytes.endIndex else { throw .truncated }
    defer { position += 1 }
    return bytes[position]
  }

  mutating func integer() throws(WireError) -> UInt32 {
    var value: UInt32 = 0
    for shift in 0..<4 { value |= UInt32(try byte()) << (8 * UInt32(shift)) }
    return value
  }

  mutating func integer() throws(WireError) -> UInt64 {
    var value: UInt64 = 0
    for shift in 0..<8 { value |= UInt64(try byte()) << (8 * UInt64(shift)) }
    return value
  }

  /// Reads the number of elements that follow, each at least `size` bytes long, so that a damaged
  /// count cannot ask for more memory than there are bytes.
  mutating func count(of size: Int = 1) throws(WireError) -> Int {
    let value = Int(try integer() as UInt32)
    guard value <= (bytes.endIndex - position) / size else { throw .truncated }
    return value
  }

  mutating func text() throws(WireError) -> String {
    let count = try count()
    defer { position += count }
    // Damaged UTF-8 is repaired, not refused: a cell may print any bytes.
    return String(decoding: bytes[position..<position + count], as: UTF8.self)
  }
}

/// Says why bytes are not a record.
public enum WireError: Error, Hashable, Sendable {
  /// A record ends before its last field.
  case truncated
  /// A record has bytes after its last field.
  case trailing
  /// A record's kind or a field's tag is not known.
  case unknownTag(UInt8)
  /// A record is longer than `RecordDecoder.limit`.
  case tooLong(Int)
  /// A tree is nested deeper than any picture is.
  case tooDeep
}
