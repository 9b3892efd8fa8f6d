/// Says what is wrong with a formula, and where in its TeX.
struct MathFault: Error, Hashable {
  /// The diagnostic's id.
  var id: String
  /// The UTF-8 offset into the TeX, and how many bytes are meant.
  var offset: Int
  var length: Int
  var summary: String
  var suggestion: String?
}
