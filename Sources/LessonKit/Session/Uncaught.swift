internal import Records
internal import SessionSupport
internal import Simulator

/// Sends the account of an error that no cell caught, and ends the process.
@_cdecl("ketbook_uncaught_error")
func uncaught(_ raw: UnsafeRawPointer) {
  // On Linux an error existential is one pointer to its box, which is what the runtime passes.
  let error = unsafeBitCast(raw, to: (any Error).self)
  var frames = [ketbook_frame](repeating: ketbook_frame(), count: 48)
  let count = Int(ketbook_thrown_frames(raw, &frames, Int32(frames.count)))
  var failure = Failure(
    kind: .error, summary: "\(error)",
    frames: frames.prefix(count).map {
      Failure.Frame(segment: Int($0.segment), offset: $0.offset)
    })
  if let physics = error as? PhysicsError {
    failure.id = physics.id
    failure.summary = physics.summary
    failure.remedy = physics.remedy
  } else {
    failure.id = "\(type(of: error))"
  }
  Channel.send(.failure(failure))
  ketbook_end(1)
}
