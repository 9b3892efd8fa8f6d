internal import Simulator

extension DeviceCalibration {
  /// Returns the chain of coupled qubits with the least error, qubit 0 of a model first.
  ///
  /// The error of a chain is the sum of its gate errors, of two pulses on every qubit and of its
  /// readout errors. Qubits and gates that are out of order, or have T2 above 2 T1, are passed over.
  /// Of equals, the chain with the lower numbers wins.
  ///
  /// - Throws: `noise.qubit-count` outside 1 to 6 qubits, `noise.no-chain` where the device has none.
  public func bestChain(of count: Int) throws -> [Int] {
    guard (1...6).contains(count) else {
      throw NoiseError.qubits(count, most: 6, what: "A chain to choose")
    }
    let usable = Dictionary(
      uniqueKeysWithValues: qubits.filter(\.isUsable).map { ($0.number, cost($0)) })
    var neighbours: [Int: [Int: Double]] = [:]
    for coupling in couplings where coupling.isUsable {
      let (first, second) = (coupling.qubits[0], coupling.qubits[1])
      guard usable[first] != nil, usable[second] != nil else { continue }
      for (from, to) in [(first, second), (second, first)] {
        let error = self.coupling(from, to)?.error ?? coupling.error
        neighbours[from, default: [:]][to] = error
      }
    }
    var best: (cost: Double, chain: [Int])?
    func extend(_ chain: [Int], _ cost: Double) {
      if let best, cost >= best.cost { return }
      guard chain.count < count else {
        best = (cost, chain)
        return
      }
      for (next, error) in (neighbours[chain[chain.count - 1]] ?? [:]).sorted(by: {
        $0.key < $1.key
      })
      where !chain.contains(next) {
        extend(chain + [next], cost + error + (usable[next] ?? 1))
      }
    }
    for (start, cost) in usable.sorted(by: { $0.key < $1.key }) { extend([start], cost) }
    guard let best else {
      throw PhysicsError(
        id: "noise.no-chain", summary: "\(name) has no chain of \(count) qubits that all work.",
        remedy: "Ask for fewer qubits or another device.")
    }
    return best.chain
  }

  private func cost(_ qubit: Qubit) -> Double {
    2 * qubit.pulseError + (qubit.readout.oneGivenZero + qubit.readout.zeroGivenOne) / 2
  }

  /// Returns the calibration of some of its qubits, in the device's numbers.
  ///
  /// - Throws: `noise.calibration` where a qubit is not there.
  public func restricted(to numbers: [Int]) throws -> DeviceCalibration {
    for number in numbers where qubit(number) == nil {
      throw NoiseError.calibration("\(name): there is no qubit \(number).")
    }
    let kept = Set(numbers)
    return try DeviceCalibration(
      name: name, processor: processor, date: date, source: source,
      qubits: qubits.filter { kept.contains($0.number) },
      couplings: couplings.filter { $0.qubits.allSatisfy(kept.contains) }, omissions: [])
  }
}
