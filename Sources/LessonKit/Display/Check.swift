internal import Records

/// Checks an exercise and shows what was expected beside what was found.
///
/// A failed check is an answer to explain, not a failure of the lesson.
///
///     check("the entropy of a Bell state", expected: 1.0, actual: entropy, tolerance: 1e-9)
///
/// - Parameters:
///   - title: what is checked, in words.
///   - tolerance: the largest difference that still passes.
/// - Returns: whether the check passed.
@discardableResult
public func check(_ title: String, expected: Double, actual: Double, tolerance: Double = 1e-9)
  -> Bool
{
  let passed = (expected - actual).magnitude <= tolerance
  Channel.send(
    .display(
      .check(
        Check(title: title, passed: passed, expected: "\(expected)", actual: "\(actual)"))))
  return passed
}

/// Checks that two values are equal and shows both.
@discardableResult
public func check<Value: Equatable>(_ title: String, expected: Value, actual: Value) -> Bool {
  let passed = expected == actual
  Channel.send(
    .display(
      .check(
        Check(
          title: title, passed: passed, expected: Displays.text(expected),
          actual: Displays.text(actual)))))
  return passed
}

/// Checks a condition and shows whether it holds.
@discardableResult
public func check(_ title: String, _ condition: Bool) -> Bool {
  check(title, expected: true, actual: condition)
}

/// Reports how far a long computation is, for the terminal; a page never contains it.
///
/// - Parameter fraction: the part that is done, 0 to 1.
public func progress(_ label: String, _ fraction: Double, detail: String = "") {
  Channel.send(.progress(label: label, fraction: min(max(fraction, 0), 1), detail: detail))
}
