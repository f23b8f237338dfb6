import ArticleModel

/// A result as named cells: the form that a row of a table or of CSV needs.
///
/// A map gives a cell for each of its keys, a map within it `outer.inner`; a list is one cell, as is everything
/// below `depth`. A result that is no map is one cell with the name `result`.
struct FlatResult {
  /// A name and a value that is a scalar, a list, or a map that was not opened.
  var cells: [(name: String, value: JSONValue)] = []

  /// How many keys a map within the result may have and still be spread over columns: one with more is data
  /// with words or names as keys.
  private static let spreadLimit = 32

  init(_ result: JSONValue, depth: Int = 4) {
    guard case .object(let members) = result else {
      cells = [("result", result)]
      return
    }
    add(members, prefix: "", depth: depth)
  }

  private mutating func add(_ members: [JSONMember], prefix: String, depth: Int) {
    for member in members {
      let name = prefix + member.key
      if case .object(let inner) = member.value, depth > 1, !inner.isEmpty,
        inner.count <= FlatResult.spreadLimit, member.value["ibid"] == nil
      {
        add(inner, prefix: name + ".", depth: depth - 1)
      } else {
        cells.append((name, member.value))
      }
    }
  }
}
