/// A type as the declaration writes it: of the API or of Lua, and what its elements are where it is a list.
public struct DeclaredType: Hashable, Sendable {
  public var name: String
  /// The type of the elements of a `collection`, as it is declared.
  public var element: String?

  /// Reads `paragraph[]`, `string?`, `string[][]`.
  public init(declared: String) {
    var text = declared
    if text.hasSuffix("?") { text.removeLast() }
    if text.hasSuffix("[]") {
      name = "collection"
      element = String(text.dropLast(2))
    } else {
      name = text
    }
  }

  /// The type whose members it has.
  public var memberType: String { name == "string[]" ? "collection" : name }
}
