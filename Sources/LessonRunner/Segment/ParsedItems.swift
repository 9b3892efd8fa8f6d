internal import Foundation

/// Holds the top-level items of a generated file, as the compiler's parser sees them.
struct ParsedItems {
  struct Item {
    var kind: String
    /// The names that the item declares at the top level.
    var names: [String]
    /// Where the item starts, in bytes.
    var start: Int
    /// Where the item's last token starts, in bytes.
    var end: Int
    /// Whether the item is an expression whose value can be shown.
    var isExpression: Bool
  }

  let items: [Item]

  /// Reads the output of `swift-frontend -dump-parse -dump-ast-format json`.
  init?(json: [UInt8]) {
    guard
      let root = try? JSONSerialization.jsonObject(with: Data(json)) as? [String: Any],
      let list = root["items"] as? [[String: Any]]
    else { return nil }
    items = list.compactMap(ParsedItems.item)
  }

  private static func item(_ node: [String: Any]) -> Item? {
    guard let kind = node["_kind"] as? String, let range = node["range"] as? [String: Any],
      let start = range["start"] as? Int, let end = range["end"] as? Int
    else { return nil }
    var isExpression = false
    if kind == "top_level_code_decl", let body = node["body"] as? [String: Any],
      let elements = body["elements"] as? [[String: Any]], let last = elements.last
    {
      isExpression = isShowable(last)
    }
    return Item(
      kind: kind, names: name(of: node).map { [$0] } ?? [], start: start, end: end,
      isExpression: isExpression)
  }

  private static func name(of node: [String: Any]) -> String? {
    guard node["_kind"] as? String != "top_level_code_decl",
      let name = node["name"] as? [String: Any], let base = name["base_name"] as? [String: Any]
    else { return nil }
    return base["name"] as? String
  }

  /// Whether a statement is an expression that can be an argument: not an assignment.
  private static func isShowable(_ node: [String: Any]) -> Bool {
    guard let kind = node["_kind"] as? String, kind.hasSuffix("_expr") else { return false }
    if kind == "assign_expr" { return false }
    if let elements = node["elements"] as? [[String: Any]], kind == "sequence_expr" {
      // The parser has not folded operators yet, so an assignment is one element of the sequence.
      return !elements.contains { ($0["_kind"] as? String) == "assign_expr" }
    }
    if let inner = node["sub_expr"] as? [String: Any] { return isShowable(inner) }
    return true
  }
}
