internal import Markup

extension Record {
  /// The record as it is written to the channel: a 32-bit length, the kind, the fields.
  public var encoded: [UInt8] {
    var writer = ByteWriter()
    switch self {
    case .start(let version):
      writer.byte(1)
      writer.byte(version)
    case .cellBegin(let index):
      writer.byte(2)
      writer.count(index)
    case .cellEnd(let index):
      writer.byte(3)
      writer.count(index)
    case .output(let stream, let text):
      writer.byte(4)
      writer.byte(stream.rawValue)
      writer.text(text)
    case .display(let display):
      writer.byte(5)
      writer.display(display)
    case .value(let index, let text):
      writer.byte(6)
      writer.count(index)
      writer.text(text)
    case .valueBegin(let index):
      writer.byte(7)
      writer.count(index)
    case .progress(let label, let fraction, let detail):
      writer.byte(8)
      writer.text(label)
      writer.integer(fraction.bitPattern)
      writer.text(detail)
    case .failure(let failure):
      writer.byte(9)
      writer.failure(failure)
    case .snapshot(let cell):
      writer.byte(10)
      writer.count(cell)
    case .finish:
      writer.byte(11)
    }
    var framed = ByteWriter()
    framed.count(writer.bytes.count)
    return framed.bytes + writer.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func failure(_ failure: Failure) {
    byte(failure.kind.rawValue)
    integer(UInt32(truncatingIfNeeded: failure.code))
    text(failure.id)
    text(failure.summary)
    text(failure.remedy)
    count(failure.frames.count)
    for frame in failure.frames {
      count(frame.segment)
      integer(frame.offset)
    }
  }

  fileprivate mutating func display(_ display: Display) {
    switch display {
    case .text(let value):
      byte(1)
      text(value)
    case .figure(let figure):
      byte(2)
      element(figure.svg)
      text(figure.alternative)
      byte(figure.data == nil ? 0 : 1)
      if let data = figure.data { table(data) }
    case .table(let value):
      byte(3)
      table(value)
    case .check(let check):
      byte(4)
      byte(check.passed ? 1 : 0)
      for part in [check.title, check.expected, check.actual] { text(part) }
    case .math(let tex):
      byte(5)
      text(tex)
    }
  }

  private mutating func table(_ table: Table) {
    count(table.columns.count)
    for column in table.columns {
      byte(column.isNumeric ? 1 : 0)
      text(column.heading)
    }
    count(table.rows.count)
    for row in table.rows {
      count(row.count)
      for cell in row { text(cell) }
    }
  }

  private mutating func element(_ element: Element) {
    text(element.name)
    count(element.attributes.count)
    for attribute in element.attributes {
      text(attribute.name)
      text(attribute.value)
    }
    count(element.children.count)
    for child in element.children {
      switch child {
      case .text(let value):
        byte(0)
        text(value)
      case .element(let inner):
        byte(1)
        self.element(inner)
      }
    }
  }
}
