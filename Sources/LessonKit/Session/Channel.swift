internal import Records
internal import SessionSupport

/// Sends records to the runner; outside a session there is nobody to send to.
enum Channel {
  static func send(_ record: Record) {
    guard ketbook_session_running() != 0 else { return }
    let bytes = record.encoded
    ketbook_channel_record(bytes, bytes.count)
  }
}
