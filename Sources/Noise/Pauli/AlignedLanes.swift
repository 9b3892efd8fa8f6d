internal import Simulator

/// Doubles in groups of eight, aligned for the kernels.
package final class AlignedLanes: @unchecked Sendable {
  package let count: Int
  package let pointer: UnsafeMutablePointer<Double>

  /// Creates `count` groups of zeros.
  package init(count: Int) throws {
    let (bytes, overflow) = max(count, 1).multipliedReportingOverflow(by: 64)
    guard !overflow, bytes < 1 << 34 else { throw NoiseError.memory(bytes) }
    self.count = max(count, 1)
    pointer = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: 64)
      .bindMemory(to: Double.self, capacity: self.count * 8)
    pointer.initialize(repeating: 0, count: self.count * 8)
  }

  /// Creates lanes with some values, the rest zeros.
  package convenience init(_ values: [Double]) throws {
    try self.init(count: (values.count + 7) / 8)
    for (index, value) in values.enumerated() { pointer[index] = value }
  }

  deinit { pointer.deallocate() }
}
