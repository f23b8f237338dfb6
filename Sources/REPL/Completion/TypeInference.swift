import LuaSource
import PluginHost

/// Finds the type of an expression: by looking where nothing is called, else from the declaration.
struct TypeInference {
  let session: any LuaNames

  typealias Inferred = DeclaredType

  /// The type of an expression's text, or `nil`.
  func type(of text: String) -> Inferred? {
    if let type = declared(text) { return type }
    let source = Array(text.utf8)
    let tokens = LuaTokenizer.tokens(source)
    guard let expression = LuaExpression(tokens[...], source), expression.range.lowerBound == 0
    else {
      return nil
    }
    return type(of: expression, source)
  }

  /// A module, which is no value of its own kind but a table of Lua.
  private func declared(_ text: String) -> Inferred? {
    let name = text.hasPrefix("ibid.") ? String(text.dropFirst(5)) : text
    guard API.type(named: name)?.isModule == true else { return nil }
    return Inferred(declared: name)
  }

  /// The type of an expression that was read from `source`.
  func type(of expression: LuaExpression, _ source: [UInt8]) -> Inferred? {
    if expression.isPath {
      let text = String(decoding: source[expression.range], as: UTF8.self)
      if let type = declared(text) { return type }
      if let value = session.value(ofPath: text) { return TypeInference.type(of: value) }
    }
    return walk(expression.steps)
  }

  /// The type of a value that is there.
  static func type(of value: DisplayValue) -> Inferred {
    var type = Inferred(declared: value.typeName)
    if case .collection(let collection) = value { type.element = collection.elementType }
    return type
  }

  /// Follows the steps through the declaration.
  private func walk(_ steps: [LuaExpression.Step]) -> Inferred? {
    var type: Inferred?
    var member: APIMember?
    for step in steps {
      switch step {
      case .text: type = Inferred(declared: "string")
      case .name(let name):
        type = declared(name) ?? session.value(ofPath: name).map(TypeInference.type)
      case .field(let name), .method(let name):
        guard let owner = type else { return nil }
        if owner.name == "ibid", let module = declared("ibid.\(name)") {
          type = module
          continue
        }
        member = API.members(ofType: owner.memberType).first { $0.name == name }
        guard let found = member else { return nil }
        if found.kind == .field { type = Inferred(declared: found.signature) }
      case .call:
        guard let called = member, called.kind != .field else { return nil }
        let result = Signature(called.signature).result
        // `filter` keeps what the list holds.
        if called.name != "filter" { type = result.map(Inferred.init(declared:)) }
        member = nil
      case .index:
        guard let element = type?.element else { return nil }
        type = Inferred(declared: element)
      }
    }
    return type
  }
}
