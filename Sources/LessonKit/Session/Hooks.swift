internal import Records
internal import SessionSupport

// The compiled segments call these; lessons do not.

/// Begins a cell.
@_spi(Segment) public func _ketbookBegin(_ cell: Int) {
  ketbook_channel_flush()
  Channel.send(.cellBegin(cell))
}

/// Ends a cell.
@_spi(Segment) public func _ketbookEnd(_ cell: Int) {
  ketbook_channel_flush()
  ketbook_channel_settle()
  Channel.send(.cellEnd(cell))
}

/// Shows the value of a cell's final expression.
@_spi(Segment) public func _ketbookValue<Value>(_ value: Value) {
  guard Value.self != Void.self else { return }
  show(value)
}

/// Announces an inline value, so that a failure while computing it names it.
@_spi(Segment) public func _ketbookInlineBegin(_ index: Int) {
  Channel.send(.valueBegin(index: index))
}

/// Sends the text of an inline value.
@_spi(Segment) public func _ketbookInline<Value>(_ index: Int, _ value: Value) {
  Channel.send(.value(index: index, text: InlineText.of(value)))
}
