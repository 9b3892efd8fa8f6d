/// Bounds how deep YAML nests before a recursive parser sees it.
enum YAMLDepth {
  /// The first line, from 1, that may nest deeper than some bound.
  static func lineTooDeep(_ yaml: String, deepest: Int) -> Int? {
    var line = 1
    var brackets = 0
    var markers = 0
    var spaces = 0
    var isAtStart = true
    var previous: UInt8 = 10
    for byte in yaml.utf8 {
      switch byte {
      case 10:
        line += 1
        (markers, spaces, isAtStart) = (0, 0, true)
      case 91, 123: brackets += 1
      case 93, 125: brackets = max(brackets - 1, 0)
      case 32 where isAtStart:
        // Blocks nest by their indentation, or by markers such as `- ` on one line.
        spaces += 1
        if [45, 58, 63].contains(previous) { markers += 1 }
      case 45, 58, 63: if previous != 32 && previous != 10 { isAtStart = false }
      default: isAtStart = false
      }
      previous = byte
      if brackets + markers > deepest || spaces > 16 * deepest { return line }
    }
    return nil
  }
}
