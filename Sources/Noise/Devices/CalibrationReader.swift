internal import Simulator

/// Finds the figures of qubits and gates in a parsed snapshot.
struct CalibrationReader {
  let device: String
  /// gate_error and gate_length of every gate, by name and qubits.
  let gates: [String: CalibrationValue]

  static let units: [String: Double] = ["s": 1, "ms": 1e-3, "us": 1e-6, "µs": 1e-6, "ns": 1e-9]

  static func gates(
    _ properties: CalibrationValue, _ device: String
  ) throws -> [String: CalibrationValue] {
    guard let listed = properties["gates"]?.list else {
      throw NoiseError.calibration("\(device): the field gates is missing.")
    }
    var gates: [String: CalibrationValue] = [:]
    for gate in listed {
      guard let name = gate["gate"]?.text, let qubits = gate["qubits"]?.list,
        let parameters = gate["parameters"]
      else { throw NoiseError.calibration("\(device): a gate without gate, qubits or parameters.") }
      gates[key(name, qubits.map { $0.integer ?? -1 })] = parameters
    }
    return gates
  }

  /// The family and revision, where the configuration tells them.
  static func processor(_ configuration: CalibrationValue) -> String {
    guard let type = configuration["processor_type"], let family = type["family"]?.text else {
      return "unknown"
    }
    guard let revision = type["revision"] else { return family }
    let number = revision.number.map { value in
      Int(exactly: value).map(String.init) ?? String(value)
    }
    return "\(family) r\(number ?? revision.text ?? "?")"
  }

  func qubit(_ number: Int, _ fields: CalibrationValue) throws -> DeviceCalibration.Qubit {
    let place = "\(device), qubit \(number)"
    let t1 = try time("T1", in: fields, place)
    let t2 = try time("T2", in: fields, place)
    let readout = try readout(fields, place)
    guard
      let pulse = ["sx", "u2"].first(where: { gates[CalibrationReader.key($0, [number])] != nil })
    else { throw NoiseError.calibration("\(place): there is neither a gate sx nor u2.") }
    let (error, length) = try gate(pulse, [number])
    let qubit = DeviceCalibration.Qubit(
      number: number, t1: t1, t2: t2, readout: readout, pulseError: error, pulseLength: length)
    guard t1 > 0, t2 > 0 else {
      throw NoiseError.time(min(t1, t2), field: "\(place): \(t1 > 0 ? "T2" : "T1")")
    }
    return qubit
  }

  private func readout(_ fields: CalibrationValue, _ place: String) throws -> ReadoutError {
    let both = ["prob_meas1_prep0", "prob_meas0_prep1"].filter { item($0, in: fields) != nil }
    let names = both.count == 2 ? both : ["readout_error", "readout_error"]
    if both.count == 1, item("readout_error", in: fields) == nil {
      let missing = both == ["prob_meas1_prep0"] ? "prob_meas0_prep1" : "prob_meas1_prep0"
      throw NoiseError.calibration("\(place): the field \(missing) is missing.")
    }
    let values = try names.map { name in
      let value = try number(name, in: fields, place).value
      try Check.probability(value, "\(place): \(name)")
      return value
    }
    return try ReadoutError(oneGivenZero: values[0], zeroGivenOne: values[1])
  }

  /// The pairs of the coupling map; none where there is no map.
  func couplingMap(_ configuration: CalibrationValue, qubits: Int) throws -> [[Int]] {
    guard let map = configuration["coupling_map"] else {
      guard qubits == 1 else {
        throw NoiseError.calibration("\(device): the field coupling_map is missing.")
      }
      return []
    }
    return try (map.list ?? []).map { entry in
      let pair = (entry.list ?? []).compactMap(\.integer)
      guard pair.count == 2, pair.allSatisfy({ (0..<qubits).contains($0) }) else {
        throw NoiseError.calibration("\(device): the coupling_map has a pair \(pair).")
      }
      return pair
    }
  }

  func coupling(_ pair: [Int]) throws -> DeviceCalibration.Coupling {
    guard
      let name = ["cx", "cz", "ecr"].first(where: { gates[CalibrationReader.key($0, pair)] != nil })
    else {
      throw NoiseError.calibration("\(device), pair \(pair): there is no gate cx, cz or ecr.")
    }
    let (error, length) = try gate(name, pair)
    return DeviceCalibration.Coupling(qubits: pair, gate: name, error: error, length: length)
  }

  private func gate(_ name: String, _ qubits: [Int]) throws -> (error: Double, length: Double) {
    let place = "\(device), \(name) \(qubits)"
    guard let parameters = gates[CalibrationReader.key(name, qubits)] else {
      throw NoiseError.calibration("\(place): the gate is missing.")
    }
    let error = try number("gate_error", in: parameters, place).value
    try Check.probability(error, "\(place): gate_error")
    let length = try time("gate_length", in: parameters, place)
    try Check.duration(length, "\(place): gate_length")
    return (error, length)
  }

  private static func key(_ name: String, _ qubits: [Int]) -> String {
    "\(name) \(qubits.map(String.init).joined(separator: ","))"
  }

  private func item(_ name: String, in fields: CalibrationValue) -> CalibrationValue? {
    fields.list?.first { $0["name"]?.text == name }
  }

  private func number(
    _ name: String, in fields: CalibrationValue, _ place: String
  ) throws -> (value: Double, unit: String) {
    guard let item = item(name, in: fields), let value = item["value"] else {
      throw NoiseError.calibration("\(place): the field \(name) is missing.")
    }
    guard let number = value.number else {
      throw NoiseError.calibration("\(place): the field \(name) is no number.")
    }
    guard number.isFinite else {
      throw NoiseError.calibration("\(place): the field \(name) is \(number), not finite.")
    }
    return (number, item["unit"]?.text ?? "")
  }

  private func time(
    _ name: String, in fields: CalibrationValue, _ place: String
  ) throws -> Double {
    let (value, unit) = try number(name, in: fields, place)
    guard let factor = CalibrationReader.units[unit] else {
      throw NoiseError.calibration("\(place): the field \(name) has the unit \"\(unit)\".")
    }
    return value * factor
  }
}
