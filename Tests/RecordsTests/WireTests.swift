import Markup
import Records
import Testing

@Suite struct WireTests {
  static let figure = Figure(
    svg: Element(
      "svg", [("viewBox", "0 0 1 1")],
      [.element(Element("text", [("x", "0")], [.text("a < b & π")])), .text("tail")]),
    alternative: "One line.",
    data: Table(
      columns: [Table.Column("angle (rad)", isNumeric: true), Table.Column("name")],
      rows: [["0", "a"], ["1"]]))

  static let records: [Record] = [
    .start(version: Record.version), .cellBegin(0), .cellEnd(70_000),
    .output(.standardOutput, "one\ntwo ✓"), .output(.standardError, ""),
    .display(.text("5")), .display(.figure(figure)), .display(.math(#"\frac12"#)),
    .display(.table(Table(columns: [], rows: []))),
    .display(.check(Check(title: "t", passed: true, expected: "1", actual: "1"))),
    .value(index: 3, text: "0.5"), .valueBegin(index: 3),
    .progress(label: "training", fraction: 0.25, detail: "seed 3"),
    .failure(
      Failure(
        kind: .signal, code: -4, id: "a.b", summary: "s", remedy: "r",
        frames: [Failure.Frame(segment: 1, offset: 0xdead_beef_0000)])),
    .snapshot(cell: 2), .finish,
  ]

  @Test func everyRecordComesBackAsItWasSent() throws {
    var decoder = RecordDecoder()
    decoder.append(Self.records.flatMap(\.encoded))
    var back: [Record] = []
    while let record = try decoder.next() { back.append(record) }
    #expect(back == Self.records)
    #expect(!decoder.hasRemainder)
  }

  @Test func bytesMayArriveOneByOne() throws {
    var decoder = RecordDecoder()
    var back: [Record] = []
    for byte in Self.records.flatMap(\.encoded) {
      decoder.append([byte])
      while let record = try decoder.next() { back.append(record) }
    }
    #expect(back == Self.records)
  }

  @Test func damagedBytesAreRefusedAndNeverTrusted() {
    var generator = SplitMix(state: 7)
    var refused = 0
    for record in Self.records {
      let bytes = record.encoded
      for _ in 0..<200 {
        var damaged = bytes
        for _ in 0...(generator.next() % 3) {
          damaged[Int(generator.next() % UInt64(damaged.count))] = UInt8(
            truncatingIfNeeded: generator.next())
        }
        var decoder = RecordDecoder()
        decoder.append(damaged)
        do { while try decoder.next() != nil {} } catch { refused += 1 }
      }
    }
    #expect(refused > 500)
  }

  @Test func aCountLargerThanTheRecordIsRefusedBeforeMemoryIsAsked() {
    // A table that claims four billion columns in a record of ten bytes.
    var decoder = RecordDecoder()
    decoder.append([6, 0, 0, 0, 5, 3, 255, 255, 255, 255])
    #expect(throws: WireError.truncated) { try decoder.next() }
  }

  @Test func aRecordLongerThanTheLimitIsRefused() {
    var decoder = RecordDecoder()
    decoder.append([255, 255, 255, 255])
    #expect(throws: WireError.tooLong(0xffff_ffff)) { try decoder.next() }
  }

  @Test func aTreeDeeperThanAnyPictureIsRefused() throws {
    var element = Element("g")
    for _ in 0..<100 { element = Element("g", [], [.element(element)]) }
    var decoder = RecordDecoder()
    decoder.append(Record.display(.figure(Figure(svg: element, alternative: ""))).encoded)
    #expect(throws: WireError.tooDeep) { try decoder.next() }
  }
}

private struct SplitMix {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
