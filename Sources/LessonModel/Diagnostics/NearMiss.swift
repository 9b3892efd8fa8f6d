/// Finds the known name that a mistyped one is closest to.
public enum NearMiss {
  /// Returns the closest of some names, nil where none is close.
  public static func of(_ name: String, in known: [String]) -> String? {
    let limit = max(1, min(3, name.count / 2))
    var best: (distance: Int, name: String)?
    for candidate in known where abs(candidate.count - name.count) <= limit {
      let distance = distance(name, candidate)
      guard distance <= limit else { continue }
      if let found = best, (found.distance, found.name) <= (distance, candidate) { continue }
      best = (distance, candidate)
    }
    return best?.name
  }

  /// The number of insertions, deletions, replacements and swaps that lead from one to the other.
  private static func distance(_ left: String, _ right: String) -> Int {
    let a = Array(left.lowercased().prefix(64))
    let b = Array(right.lowercased())
    var before = [Int](repeating: 0, count: b.count + 1)
    var row = Array(0...b.count)
    for i in 0..<a.count {
      var next = [i + 1]
      for j in 0..<b.count {
        let replaced = row[j] + (a[i] == b[j] ? 0 : 1)
        var cost = min(row[j + 1] + 1, next[j] + 1, replaced)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
        next.append(cost)
      }
      before = row
      row = next
    }
    return row[b.count]
  }
}
