/// A name that may follow what was typed.
public struct Completion: Hashable, Sendable {
  /// The name.
  public var name: String
  /// Its type in the API, or the type of its value.
  public var type: String
  /// One sentence from the declaration, or nothing.
  public var doc: String
  /// Whether it is called.
  public var isFunction: Bool
  /// Whether it follows a colon.
  public var isMethod: Bool

  /// What may follow a value that stands behind a path: the members of its type, or the keys of a table.
  ///
  /// None for a string, whose functions are those of the module `string`.
  public static func members(of value: DisplayValue, path: String) -> [Completion] {
    switch value {
    case .handle(let handle): members(ofType: handle.type)
    case .collection: members(ofType: "collection")
    case .table(let table): keys(of: table, module: path)
    default: []
    }
  }

  static func members(ofType type: String) -> [Completion] {
    API.members(ofType: type).map { member in
      Completion(
        name: member.name, type: member.signature, doc: member.doc,
        isFunction: member.kind != .field,
        isMethod: member.kind == .method)
    }
  }

  /// The string keys of a table; with the declaration's sentences where the table is a module of
  /// the API.
  static func keys(of table: DisplayTable, module: String) -> [Completion] {
    let declared = API.type(named: module.split(separator: ".").last.map(String.init) ?? "")
    return table.entries.compactMap { entry in
      guard case .string(let key) = entry.key, ObjectPath.isPath(key.text),
        !key.text.utf8.contains(UInt8(ascii: "."))
      else { return nil }
      let member = declared?.members.first { $0.name == key.text }
      let isFunction = if case .function = entry.value { true } else { false }
      return Completion(
        name: key.text, type: member?.signature ?? entry.value.typeName, doc: member?.doc ?? "",
        isFunction: isFunction, isMethod: false)
    }
  }
}

extension DisplayValue {
  /// The name of the value's type: of Lua, or of the API.
  public var typeName: String {
    switch self {
    case .nil: "nil"
    case .bool: "boolean"
    case .integer, .number: "number"
    case .string: "string"
    case .table: "table"
    case .handle(let handle): handle.type
    case .collection: "collection"
    case .function: "function"
    case .other(let type, _): type
    }
  }
}
