internal import Simulator

/// Places for the results of `Workers.forEach`: every index is filled by one thread only.
final class Slots<Value>: @unchecked Sendable {
  private let places: UnsafeMutableBufferPointer<Result<Value, any Error>?>

  init(count: Int) {
    places = .allocate(capacity: count)
    places.initialize(repeating: nil)
  }

  deinit {
    places.deinitialize()
    places.deallocate()
  }

  func fill(_ index: Int, _ body: () throws -> Value) {
    places[index] = Result { try body() }
  }

  /// Returns the values in order; throws the error of the first index that failed.
  func values() throws -> [Value] {
    try places.compactMap { try $0?.get() }
  }
}
