import LuaSource
import PluginHost

extension TypeWalk {
  mutating func block(_ block: LuaBlock) {
    for statement in block.statements { self.statement(statement) }
  }

  mutating func statement(_ statement: LuaStatement) {
    switch statement.kind {
    case .local(let names, let values):
      let types = values.map { expression($0) }
      for (index, name) in names.enumerated() {
        bind(name, index < types.count ? types[index] : .unknown)
        if index < values.count, case .function(let function) = values[index].kind {
          hold(function, in: name)
        }
      }
    case .assignment(let targets, let values):
      for value in values { _ = expression(value) }
      for target in targets { assign(to: target) }
    case .call(let call): _ = expression(call)
    case .block(let inner): block(inner)
    case .whileLoop(let condition, let inner):
      _ = expression(condition)
      block(inner)
    case .repeatLoop(let inner, let condition):
      block(inner)
      _ = expression(condition)
    case .branches(let branches):
      for branch in branches {
        if let condition = branch.condition { _ = expression(condition) }
        block(branch.block)
      }
    case .numericLoop(_, let values, let inner):
      for value in values { _ = expression(value) }
      block(inner)
    case .genericLoop(let names, let values, let inner):
      let types = values.map { expression($0) }
      if names.count > 1, types.count == 1, let list = iterated(values[0]) {
        bind(names[1], list)
      }
      block(inner)
    case .function(let target, let function):
      assign(to: target)
      block(function.body)
    case .localFunction(let name, let function):
      hold(function, in: name)
      block(function.body)
    case .return(let values): for value in values { _ = expression(value) }
    case .break, .goto, .label: break
    }
  }

  /// The elements that `ipairs(list)` gives.
  mutating func iterated(_ value: LuaExpressionNode) -> ValueType? {
    guard case .call(let called, let arguments) = value.kind, case .name("ipairs") = called.kind,
      scopes.variable(of: called) == nil, arguments.count == 1
    else { return nil }
    var quiet = self
    return quiet.expression(arguments[0]).element
  }

  mutating func assign(to target: LuaExpressionNode) {
    switch target.kind {
    case .field(let object, let name, let range):
      if case .declared(let type) = expression(object), type.name != "collection",
        type.name != "string", API.type(named: type.name)?.isModule == false
      {
        report(
          .readOnly, range, "'\(name)' cannot be set: articles never change",
          hint: "keep the value in a table of your own")
      }
    case .index(let object, let key):
      _ = expression(object)
      _ = expression(key)
    default: break
    }
  }
}
