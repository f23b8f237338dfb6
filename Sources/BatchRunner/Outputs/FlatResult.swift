import ArticleModel

/// A result as named cells: the form that a row of a table or of CSV needs.
///
/// A map gives a cell for each of its keys, a map within it `outer.inner`; a list is one cell, as is everything
/// below `depth`. A result that is no map is one cell with the name `result`.
struct FlatResult {
  var cells: [Cell] = []

  /// A part of a result.
  struct Cell {
    /// The keys that lead to it, which tell `{"a.b": …}` from `{"a": {"b": …}}`: dots within a key have a backslash
    /// in front.
    var path: String
    /// The keys as people read them, with dots between.
    var name: String
    /// A scalar, a list, or a map that was not opened.
    var value: JSONValue
  }

  /// How many keys a map within the result may have and still be spread over columns: one with more is data
  /// with words or names as keys.
  private static let spreadLimit = 32

  init(_ result: JSONValue, depth: Int = 4) {
    guard case .object(let members) = result else {
      add("result", result)
      return
    }
    add(members, path: "", name: "", depth: depth)
  }

  /// Adds a cell that no key of the result leads to.
  mutating func add(_ name: String, _ value: JSONValue) {
    cells.append(Cell(path: "\\" + name, name: name, value: value))
  }

  private mutating func add(
    _ members: [JSONMember], path outerPath: String, name outerName: String, depth: Int
  ) {
    for member in members {
      let path = outerPath + FlatResult.escaped(member.key)
      let name = outerName + member.key
      if case .object(let inner) = member.value, depth > 1, !inner.isEmpty,
        inner.count <= FlatResult.spreadLimit, member.value["ibid"] == nil
      {
        add(inner, path: path + ".", name: name + ".", depth: depth - 1)
      } else {
        cells.append(Cell(path: path, name: name, value: member.value))
      }
    }
  }

  private static func escaped(_ key: String) -> String {
    guard key.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "\\") }) else {
      return key
    }
    return key.replacing("\\", with: "\\\\").replacing(".", with: "\\.")
  }
}
