extension String {
  /// The corners of path data that holds only moves, lines and closings.
  var coordinates: [(x: Double, y: Double)] {
    var result: [(x: Double, y: Double)] = []
    var (x, y, start) = (0.0, 0.0, (x: 0.0, y: 0.0))
    for part in matches(of: /([MmlhvzacHVL])([^MmlhvzacHVL]*)/) {
      let numbers = part.output.2.matches(of: /-?(\d+\.?\d*|\.\d+)/).compactMap {
        Double($0.output.0.hasPrefix("-.") ? "-0" + $0.output.0.dropFirst() : String($0.output.0))
      }
      var index = 0
      func next() -> Double {
        defer { index += 1 }
        return index < numbers.count ? numbers[index] : 0
      }
      repeat {
        switch part.output.1 {
        case "M": (x, y) = (next(), next())
        case "m", "l": (x, y) = (x + next(), y + next())
        case "h": x += next()
        case "v": y += next()
        case "z": (x, y) = start
        default: index = numbers.count
        }
        if part.output.1.lowercased() == "m" { start = (x, y) }
        result.append((x, y))
      } while index < numbers.count
    }
    return result
  }
}
