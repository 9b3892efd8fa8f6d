internal import Markup

/// Cuts the bytes that arrive from a session into records.
///
/// Bytes come from a process that runs somebody else's code, so nothing about them is believed:
/// lengths, counts, tags and nesting are checked before anything is allocated.
public struct RecordDecoder: Sendable {
  /// The longest record that is accepted, in bytes.
  public static let limit = 64 << 20

  private var buffer: [UInt8] = []
  private var start = 0

  /// Creates a decoder at the start of a channel.
  public init() {}

  /// Takes in bytes that arrived.
  public mutating func append(_ bytes: some Sequence<UInt8>) {
    if start > 0 && start == buffer.count {
      buffer.removeAll(keepingCapacity: true)
      start = 0
    } else if start > 1 << 20 {
      buffer.removeFirst(start)
      start = 0
    }
    buffer.append(contentsOf: bytes)
  }

  /// Whether bytes of an unfinished record are waiting.
  public var hasRemainder: Bool { start < buffer.count }

  /// Returns the next whole record, nil until more bytes arrive.
  ///
  /// - Throws: `WireError` where the bytes are no record; the channel cannot be read further then.
  public mutating func next() throws(WireError) -> Record? {
    guard buffer.count - start >= 4 else { return nil }
    var head = ByteReader(buffer[start..<start + 4])
    let length = Int(try head.integer() as UInt32)
    guard length <= RecordDecoder.limit else { throw .tooLong(length) }
    guard buffer.count - start >= 4 + length else { return nil }
    var reader = ByteReader(buffer[start + 4..<start + 4 + length])
    let record = try reader.record()
    guard reader.isAtEnd else { throw .trailing }
    start += 4 + length
    return record
  }
}

extension ByteReader {
  fileprivate mutating func record() throws(WireError) -> Record {
    let kind = try byte()
    switch kind {
    case 1: return .start(version: try byte())
    case 2: return .cellBegin(Int(try integer() as UInt32))
    case 3: return .cellEnd(Int(try integer() as UInt32))
    case 4:
      let tag = try byte()
      guard let stream = Record.Stream(rawValue: tag) else { throw .unknownTag(tag) }
      return .output(stream, try text())
    case 5: return .display(try display())
    case 6: return .value(index: Int(try integer() as UInt32), text: try text())
    case 7: return .valueBegin(index: Int(try integer() as UInt32))
    case 8:
      return .progress(
        label: try text(), fraction: Double(bitPattern: try integer()), detail: try text())
    case 9: return .failure(try failure())
    case 10: return .snapshot(cell: Int(try integer() as UInt32))
    case 11: return .finish
    default: throw .unknownTag(kind)
    }
  }

  private mutating func failure() throws(WireError) -> Failure {
    let tag = try byte()
    guard let kind = Failure.Kind(rawValue: tag) else { throw .unknownTag(tag) }
    let code = Int(Int32(truncatingIfNeeded: try integer() as UInt32))
    var failure = Failure(
      kind: kind, code: code, id: try text(), summary: try text(), remedy: try text())
    for _ in 0..<(try count(of: 12)) {
      failure.frames.append(
        Failure.Frame(segment: Int(try integer() as UInt32), offset: try integer()))
    }
    return failure
  }

  private mutating func display() throws(WireError) -> Display {
    let tag = try byte()
    switch tag {
    case 1: return .text(try text())
    case 2:
      let svg = try element(depth: 0)
      let alternative = try text()
      let data = try byte() == 1 ? try table() : nil
      return .figure(Figure(svg: svg, alternative: alternative, data: data))
    case 3: return .table(try table())
    case 4:
      let passed = try byte() == 1
      return .check(
        Check(title: try text(), passed: passed, expected: try text(), actual: try text()))
    case 5: return .math(try text())
    default: throw .unknownTag(tag)
    }
  }

  private mutating func table() throws(WireError) -> Table {
    var columns: [Table.Column] = []
    for _ in 0..<(try count(of: 5)) {
      let isNumeric = try byte() == 1
      columns.append(Table.Column(try text(), isNumeric: isNumeric))
    }
    var rows: [[String]] = []
    for _ in 0..<(try count(of: 4)) {
      var row: [String] = []
      for _ in 0..<(try count(of: 4)) { row.append(try text()) }
      rows.append(row)
    }
    return Table(columns: columns, rows: rows)
  }

  private mutating func element(depth: Int) throws(WireError) -> Element {
    guard depth < 64 else { throw .tooDeep }
    var element = Element(try text())
    for _ in 0..<(try count(of: 8)) {
      element.attributes.append(Element.Attribute(name: try text(), value: try text()))
    }
    for _ in 0..<(try count(of: 5)) {
      let tag = try byte()
      switch tag {
      case 0: element.children.append(.text(try text()))
      case 1: element.children.append(.element(try self.element(depth: depth + 1)))
      default: throw .unknownTag(tag)
      }
    }
    return element
  }
}
