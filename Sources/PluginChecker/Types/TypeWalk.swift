import ArticleModel
import LuaSource
import PluginHost

/// Follows the values of one file from where their types are known, and looks at how they are used.
///
/// Types come from the declaration of the API alone: the parameters of the plugin's functions, what members and calls
/// give, the elements of lists in loops. A variable that is assigned to again, and all else, is unknown, and nothing is
/// said of it. The parameters of a local function have types where all of its calls agree.
struct TypeWalk {
  let file: CheckedFile
  let scopes: LuaScopes
  /// The options that the manifest declares; `nil` where no manifest is known.
  let options: [String]?
  var findings: [CheckFinding] = []

  /// The types of variables.
  private var types: [Int: ValueType] = [:]
  /// The functions that local variables hold, for as long as they hold nothing else.
  private var functions: [Int: LuaFunction] = [:]
  /// What the calls of a local function hand over, and how many calls there are.
  private var calls: [Int: (arguments: [ValueType], count: Int)] = [:]

  /// Walks a file; `entries` are the types of parameters by the byte where a function begins.
  static func findings(
    in file: CheckedFile, scopes: LuaScopes, options: [String]?,
    entries: [(function: LuaFunction, parameters: [ValueType])]
  ) -> [CheckFinding] {
    var walk = TypeWalk(file: file, scopes: scopes, options: options)
    // Every round knows what the round before learnt of the calls of local functions.
    for round in 0..<6 {
      walk.findings = []
      let before = walk.types
      for entry in entries { walk.bind(entry.function, entry.parameters) }
      walk.learnFromCalls()
      walk.block(file.block)
      if round > 0, walk.types == before { break }
    }
    return walk.findings
  }

  private init(file: CheckedFile, scopes: LuaScopes, options: [String]?) {
    self.file = file
    self.scopes = scopes
    self.options = options
  }

  // MARK: Variables

  private mutating func bind(_ binding: LuaBinding, _ type: ValueType) {
    guard let variable = scopes.variableAt[binding.range.lowerBound] else { return }
    let isFixed = scopes.variables[variable].assignmentCount == 0
    types[variable] = isFixed ? type : .unknown
  }

  private mutating func bind(_ function: LuaFunction, _ parameters: [ValueType]) {
    for (binding, type) in zip(function.parameters, parameters) { bind(binding, type) }
  }

  private mutating func learnFromCalls() {
    for (variable, call) in calls {
      guard let function = functions[variable],
        scopes.variables[variable].readCount == call.count
      else { continue }
      bind(function, call.arguments)
    }
    calls = [:]
  }

  private mutating func hold(_ function: LuaFunction, in binding: LuaBinding) {
    guard let variable = scopes.variableAt[binding.range.lowerBound],
      scopes.variables[variable].assignmentCount == 0
    else { return }
    functions[variable] = function
  }

  private mutating func noteCall(_ called: LuaExpressionNode, _ arguments: [ValueType]) {
    guard let variable = scopes.variable(of: called) else { return }
    guard let known = calls[variable] else {
      calls[variable] = (arguments, 1)
      return
    }
    let joined = (0..<max(known.arguments.count, arguments.count)).map { index in
      index < known.arguments.count && index < arguments.count
        ? known.arguments[index].joined(arguments[index]) : ValueType.unknown
    }
    calls[variable] = (joined, known.count + 1)
  }

  // MARK: Statements

  private mutating func block(_ block: LuaBlock) {
    for statement in block.statements { self.statement(statement) }
  }

  private mutating func statement(_ statement: LuaStatement) {
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
  private mutating func iterated(_ value: LuaExpressionNode) -> ValueType? {
    guard case .call(let called, let arguments) = value.kind, case .name("ipairs") = called.kind,
      scopes.variable(of: called) == nil, arguments.count == 1
    else { return nil }
    var quiet = self
    return quiet.expression(arguments[0]).element
  }

  private mutating func assign(to target: LuaExpressionNode) {
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

  // MARK: Expressions

  /// The type of an expression, after a look at all within it.
  private mutating func expression(_ node: LuaExpressionNode) -> ValueType {
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

  private func global(_ name: String) -> ValueType {
    if name == "ibid" { return .declared(DeclaredType(declared: "ibid")) }
    let isLibrary = SandboxNames.standard.members[name]?.isEmpty == false
    return isLibrary && name != "_G" ? .library(name) : .unknown
  }

  private mutating func call(
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

  private mutating func method(
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
  private mutating func pass(
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

  private mutating func check(
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

  // MARK: Members

  /// What a name after a dot means; `nil` where that is not known.
  private mutating func member(
    _ name: String, of type: ValueType, at range: Range<Int>, isCalled: Bool
  ) -> (value: ValueType, members: [APIMember])? {
    switch type {
    case .unknown: return nil
    case .options:
      checkOption(name, range)
      return nil
    case .library(let library):
      // Whether a function is there may be asked; calling what is not there fails.
      let names = SandboxNames.standard.members[library] ?? []
      if isCalled, !names.contains(name), !file.assignedFields.contains(name) {
        reportUnknown(
          name, range, "the sandbox has no '\(library).\(name)'", among: names.sorted(),
          otherwise: "'\(library)' has \(names.sorted().joined(separator: ", "))")
      }
      return nil
    case .declared(let declared):
      if declared.name == "string" || API.records.contains(where: { $0.name == declared.name }) {
        return field(name, ofRecord: declared.name)
      }
      if declared.name == "ibid", let module = Members.module(name) { return (module, []) }
      let members = Members.named(name, of: declared)
      guard !members.isEmpty else {
        // Values such as `ibid.null` are there without a declaration.
        if declared.name == "ibid", SandboxNames.standard.members["ibid"]?.contains(name) == true {
          return nil
        }
        // A list that a plugin made is a table of its own; an element's type shows that it is not.
        if declared.name != "collection" || declared.element != nil {
          reportMissing(name, of: declared, range)
        }
        return nil
      }
      if isCalled, members.allSatisfy({ $0.kind == .field }) {
        report(
          .wrongCall, range, "'\(name)' is a member and cannot be called",
          hint: "write .\(name) without parentheses")
      } else if members.allSatisfy({ $0.kind == .method }) {
        if isCalled {
          report(
            .wrongCall, range, "'\(name)' is a method",
            hint: "call it with a colon: \(members[0].qualifiedName)(…)")
        }
        return (.unknown, members)
      }
      let types = Set(
        members.map { $0.kind == .field ? ValueType(declared: $0.signature) : .unknown })
      return (types.count == 1 ? types.first! : .unknown, members)
    }
  }

  private func field(_ name: String, ofRecord record: String) -> (ValueType, [APIMember])? {
    let fields = API.records.first { $0.name == record }?.fields ?? []
    return fields.first { $0.name == name }.map { (ValueType(declared: $0.type), []) }
  }

  private mutating func checkOption(_ name: String, _ range: Range<Int>) {
    guard let names = options, !names.contains(name) else { return }
    reportUnknown(
      name, range, "the manifest declares no option '\(name)'", among: names,
      code: .undeclaredOption,
      otherwise: names.isEmpty
        ? "declare it: options = { \(name) = { type = \"string\", doc = \"…\" } }"
        : "its options are \(names.joined(separator: ", "))")
  }

  // MARK: Reports

  private mutating func reportMissing(_ name: String, of type: DeclaredType, _ range: Range<Int>) {
    let title =
      type.element.map { "a list (\($0)[])" }
      ?? (API.type(named: type.name)?.isModule == true
        ? "the module '\(type.name)'" : "\(type.name)")
    let element = ValueType(element: type.element)
    if case .declared(let inner) = element, !Members.named(name, of: inner).isEmpty {
      return report(
        .unknownMember, range, "\(title) has no member '\(name)'; its elements have",
        hint: "go through them with ipairs, or take one: [1].\(name)")
    }
    reportUnknown(name, range, "\(title) has no member '\(name)'", among: Members.names(of: type))
  }

  private mutating func reportUnknown(
    _ name: String, _ range: Range<Int>, _ message: String, among names: [String],
    code: CheckCode = .unknownMember, otherwise: String? = nil
  ) {
    report(
      code, range, message,
      hint: suggestion(for: name, among: names).map { "did you mean '\($0)'?" } ?? otherwise)
  }

  private mutating func report(
    _ code: CheckCode, _ range: Range<Int>, _ message: String, hint: String? = nil
  ) {
    findings.append(
      CheckFinding(
        path: file.path, range: range, level: .error, code: code, message: message, hint: hint))
  }
}
