import LuaSource
import PluginHost

extension TypeWalk {
  /// The type of an expression, after a look at all within it.
  mutating func expression(_ node: LuaExpressionNode) -> ValueType {
    switch node.kind {
    case .nil, .boolean, .number, .dots: return .unknown
    case .string: return .string
    case .name(let name):
      if let variable = scopes.variable(of: node) { return types[variable] ?? .unknown }
      return global(name)
    case .field(let object, let name, let range):
      let type = expression(object)
      return member(name, of: type, at: range, isCalled: false)?.value ?? .unknown
    case .index(let object, let key):
      let type = expression(object)
      _ = expression(key)
      if case .string(let name?) = key.kind {
        return member(name, of: type, at: key.range, isCalled: false)?.value ?? .unknown
      }
      return type.element
    case .call(let called, let arguments): return call(called, arguments)
    case .method(let object, let name, let range, let arguments):
      let type = expression(object)
      return method(name, of: type, at: range, arguments)
    case .function(let function):
      block(function.body)
      return .unknown
    case .table(let fields):
      for field in fields {
        if case .expression(let key) = field.key { _ = expression(key) }
        _ = expression(field.value)
      }
      return .unknown
    case .binary(let sign, let left, let right):
      let types = (expression(left), expression(right))
      switch sign {
      case "and": return types.1
      case "or": return types.0.joined(types.1)
      case "..": return .string
      default: return .unknown
      }
    case .unary(_, let operand):
      _ = expression(operand)
      return .unknown
    case .parenthesised(let inner): return expression(inner)
    }
  }

  func global(_ name: String) -> ValueType {
    if name == "ibid" { return .declared(DeclaredType(declared: "ibid")) }
    let isLibrary = SandboxNames.standard.members[name]?.isEmpty == false
    return isLibrary && name != "_G" ? .library(name) : .unknown
  }
}
