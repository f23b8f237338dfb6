import PluginHost

/// What a check knows of a value without running anything.
enum ValueType: Hashable {
  case unknown
  /// A type or module of the API, a list of such, or a string.
  case declared(DeclaredType)
  /// A library of Lua: `string`, `table`.
  case library(String)
  /// The values of the plugin's options.
  case options

  /// Reads the type of a member or parameter; what says nothing is unknown.
  init(declared text: String) {
    let type = DeclaredType(declared: text)
    switch type.name {
    // `table` by itself is Lua's; lists of the article's tables name it as their element.
    case "any", "table", "unit", "integer", "number", "boolean": self = .unknown
    default:
      self = type.name.hasPrefix("fun(") || type.name.hasPrefix("(") ? .unknown : .declared(type)
    }
  }

  /// The type of an element.
  init(element text: String?) {
    switch text {
    case nil, "any": self = .unknown
    case "table": self = .declared(DeclaredType(declared: "table"))
    case .some(let text): self = ValueType(declared: text)
    }
  }

  static let string = ValueType.declared(DeclaredType(declared: "string"))

  /// The elements of a list; unknown where it is none.
  var element: ValueType {
    if case .declared(let type) = self, type.name == "collection" {
      ValueType(element: type.element)
    } else {
      .unknown
    }
  }

  /// What both ways of an expression come to.
  func joined(_ other: ValueType) -> ValueType { self == other ? self : .unknown }
}

/// The members of a type of the API as a check looks them up.
enum Members {
  /// The kinds of nodes: a value of type `node` may be any of them.
  private static let kinds = API.types.filter { $0.base == "node" }

  /// The members of a name that a value of a declared type may have.
  static func named(_ name: String, of type: DeclaredType) -> [APIMember] {
    let own = API.members(ofType: type.memberType).filter { $0.name == name }
    guard own.isEmpty, type.name == "node" else { return own }
    return kinds.flatMap { kind in kind.members.filter { $0.name == name } }
  }

  /// The names that a value of a declared type may have.
  static func names(of type: DeclaredType) -> [String] {
    let own = API.members(ofType: type.memberType).map(\.name)
    return type.name == "node" ? own + kinds.flatMap { $0.members.map(\.name) } : own
  }

  /// The module below `ibid` with a name.
  static func module(_ name: String) -> ValueType? {
    guard let type = API.type(named: name), type.isModule, name != "ibid" else { return nil }
    return .declared(DeclaredType(declared: name))
  }
}
