internal import Glibc
internal import Simulator

extension DeviceCalibration {
  /// What to do about a qubit or gate that a snapshot leaves incomplete.
  public enum Incomplete: Sendable {
    /// Throw, naming the field.
    case refuse
    /// Leave it out and say so in `omissions`.
    case omit
  }

  /// Reads a snapshot: the files `conf_*.json` and `props_*.json` of qiskit-ibm-runtime.
  ///
  /// - Throws: `noise.calibration-file` where a file cannot be read, and the errors of the other
  ///   initializer.
  public init(
    configurationFile: String, propertiesFile: String, incomplete: Incomplete = .refuse
  ) throws {
    try self.init(
      configuration: DeviceCalibration.contents(configurationFile),
      properties: DeviceCalibration.contents(propertiesFile), incomplete: incomplete)
  }

  /// Reads a snapshot from the texts of its two files.
  ///
  /// Needed: of every qubit T1, T2 and its readout error (`prob_meas1_prep0` and
  /// `prob_meas0_prep1`, or `readout_error` for both); `gate_error` and `gate_length` of sx (or of
  /// u2, on devices that have no sx) and of cx, cz or ecr for every pair of the coupling map.
  ///
  /// - Throws: `noise.calibration` for a field that is missing, has no known unit or is not finite,
  ///   named with its qubit or gate; `noise.not-a-probability` and `noise.not-a-time`.
  public init(
    configuration: String, properties: String, incomplete: Incomplete = .refuse
  ) throws {
    let conf = try DeviceCalibration.parsed(configuration, "configuration")
    let props = try DeviceCalibration.parsed(properties, "properties")
    guard let name = props["backend_name"]?.text ?? conf["backend_name"]?.text else {
      throw NoiseError.calibration("The field backend_name is missing.")
    }
    guard let listed = props["qubits"]?.list, !listed.isEmpty else {
      throw NoiseError.calibration("\(name): the field qubits is missing or empty.")
    }
    if let count = conf["n_qubits"]?.integer, count != listed.count {
      throw NoiseError.calibration(
        "\(name): n_qubits is \(count) but the properties list \(listed.count) qubits.")
    }
    let reader = CalibrationReader(device: name, gates: try CalibrationReader.gates(props, name))
    var qubits: [Qubit] = []
    var couplings: [Coupling] = []
    var omissions: [String] = []
    func unlessIncomplete(_ body: () throws -> Void) throws {
      do { try body() } catch let error as PhysicsError {
        guard case .omit = incomplete else { throw error }
        omissions.append(error.summary)
      }
    }
    for (number, fields) in listed.enumerated() {
      try unlessIncomplete { qubits.append(try reader.qubit(number, fields)) }
    }
    let numbers = Set(qubits.map(\.number))
    for pair in try reader.couplingMap(conf, qubits: listed.count)
    where pair.allSatisfy(numbers.contains) {
      try unlessIncomplete { couplings.append(try reader.coupling(pair)) }
    }
    try self.init(
      name: name, processor: CalibrationReader.processor(conf),
      date: props["last_update_date"]?.text ?? "unknown",
      source: "qiskit-ibm-runtime, fake backend \(name)", qubits: qubits, couplings: couplings,
      omissions: omissions)
  }

  private static func parsed(_ text: String, _ which: String) throws -> CalibrationValue {
    var parser = CalibrationParser(text)
    guard let value = parser.document() else {
      throw NoiseError.calibration("The \(which) is no JSON: see byte \(parser.offset).")
    }
    guard case .object = value else {
      throw NoiseError.calibration("The \(which) is no JSON object.")
    }
    return value
  }

  private static func contents(_ path: String) throws -> String {
    func failure(_ code: Int32) -> PhysicsError {
      PhysicsError(
        id: "noise.calibration-file",
        summary: "\(path) cannot be read: \(String(cString: strerror(code))).",
        remedy: "Give the path of a conf_*.json or props_*.json file.")
    }
    guard let file = fopen(path, "rb") else { throw failure(errno) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      bytes += chunk[..<count]
      if count < chunk.count { break }
    }
    guard ferror(file) == 0 else { throw failure(errno) }
    return String(decoding: bytes, as: UTF8.self)
  }
}
