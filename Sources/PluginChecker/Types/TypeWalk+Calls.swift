import LuaSource
import PluginHost

extension TypeWalk {
  mutating func call(
    _ called: LuaExpressionNode, _ arguments: [LuaExpressionNode]
  ) -> ValueType {
    guard case .field(let object, let name, let range) = called.kind else {
      _ = expression(called)
      let types = arguments.map { expression($0) }
      noteCall(called, types)
      return .unknown
    }
    let type = expression(object)
    let found = member(name, of: type, at: range, isCalled: true)
    return pass(arguments, to: found?.members ?? [], of: type)
  }

  mutating func method(
    _ name: String, of type: ValueType, at range: Range<Int>, _ arguments: [LuaExpressionNode]
  ) -> ValueType {
    guard case .declared(let declared) = type else {
      for argument in arguments { _ = expression(argument) }
      return .unknown
    }
    if declared.name == "string" {
      let names = SandboxNames.standard.members["string"] ?? []
      if !names.contains(name) {
        reportUnknown(name, range, "strings have no method '\(name)'", among: names.sorted())
      }
      for argument in arguments { _ = expression(argument) }
      return ["lower", "upper", "rep", "reverse", "sub", "format"].contains(name)
        ? .string : .unknown
    }
    let members = Members.named(name, of: declared)
    if members.isEmpty {
      reportMissing(name, of: declared, range)
    } else if members.allSatisfy({ $0.kind == .field }) {
      report(
        .wrongCall, range, "'\(name)' is a member and cannot be called",
        hint: "write .\(name) without parentheses")
    } else if members.allSatisfy({ $0.kind == .function }) {
      report(
        .wrongCall, range, "'\(name)' is a function of a module",
        hint: "write \(members[0].qualifiedName)(…) with a dot")
    }
    return pass(arguments, to: members, of: type)
  }

  /// Looks at the arguments of a call and gives what it returns.
  mutating func pass(
    _ arguments: [LuaExpressionNode], to members: [APIMember], of type: ValueType
  ) -> ValueType {
    let callable = members.filter { $0.kind != .field }
    guard callable.count == 1 else {
      for argument in arguments { _ = expression(argument) }
      return .unknown
    }
    let signature = Signature(callable[0].signature)
    for (index, argument) in arguments.enumerated() {
      if index < signature.parameters.count {
        check(argument, against: signature.parameters[index].type, of: type)
      }
      _ = expression(argument)
    }
    // `filter` keeps what the list holds.
    if callable[0].owner == "collection", callable[0].name == "filter" { return type }
    return signature.result.map { ValueType(declared: $0) } ?? .unknown
  }

  mutating func check(
    _ argument: LuaExpressionNode, against declared: String, of owner: ValueType
  ) {
    switch argument.kind {
    case .function(let function) where declared.hasPrefix("fun("):
      let parameters = Signature(String(declared.dropFirst(3))).parameters.map { parameter in
        parameter.type == "any" ? owner.element : ValueType(declared: parameter.type)
      }
      bind(function, parameters)
    case .string(let unit?) where declared == "unit" && !API.units.contains(unit):
      reportUnknown(
        unit, argument.range, "nothing is counted as '\(unit)'", among: API.units,
        code: .unknownUnit, otherwise: "units are \(API.units.joined(separator: ", "))")
    case .table(let fields):
      let name = DeclaredType(declared: declared).name
      guard let record = API.records.first(where: { $0.name == name }) else { return }
      let names = record.fields.map(\.name)
      for field in fields {
        guard let key = field.name, !names.contains(key) else { continue }
        reportUnknown(
          key, field.place, "a \(name) has no field '\(key)'", among: names, code: .unknownField,
          otherwise: "its fields are \(names.joined(separator: ", "))")
      }
    default: break
    }
  }
}
