/// Which variable every name of a file means.
public struct LuaScopes {
  /// A local variable.
  public struct Variable: Hashable, Sendable {
    public var name: String
    /// Where it is declared.
    public var range: Range<Int>
    /// How often it is read, and assigned to after its declaration.
    public var readCount = 0
    public var assignmentCount = 0
  }

  /// A global name that is read or assigned to.
  public struct Global: Hashable, Sendable {
    public var name: String
    public var range: Range<Int>
    public var isAssigned: Bool
  }

  public private(set) var variables: [Variable] = []
  public private(set) var globals: [Global] = []
  /// The variable of a name, by the byte where the name begins; globals have none.
  public private(set) var variableAt: [Int: Int] = [:]
  /// The variables that can be seen, inner ones last.
  private var visible: [(name: String, variable: Int)] = []

  /// Resolves the names of a file.
  public init(_ file: LuaBlock) { block(file) }

  /// The variable that a name means at its place; `nil` where it is global.
  public func variable(of expression: LuaExpressionNode) -> Int? {
    guard case .name = expression.kind else { return nil }
    return variableAt[expression.range.lowerBound]
  }

  private mutating func declare(_ binding: LuaBinding) {
    variableAt[binding.range.lowerBound] = variables.count
    visible.append((binding.name, variables.count))
    variables.append(Variable(name: binding.name, range: binding.range))
  }

  private mutating func use(_ name: String, _ range: Range<Int>, isAssigned: Bool) {
    guard let variable = visible.last(where: { $0.name == name })?.variable else {
      globals.append(Global(name: name, range: range, isAssigned: isAssigned))
      return
    }
    variableAt[range.lowerBound] = variable
    if isAssigned {
      variables[variable].assignmentCount += 1
    } else {
      variables[variable].readCount += 1
    }
  }

  private mutating func block(_ block: LuaBlock) {
    let outer = visible.count
    for statement in block.statements { self.statement(statement) }
    visible.removeLast(visible.count - outer)
  }

  private mutating func statement(_ statement: LuaStatement) {
    switch statement.kind {
    case .local(let names, let values):
      values.forEach { expression($0) }
      names.forEach { declare($0) }
    case .assignment(let targets, let values):
      values.forEach { expression($0) }
      targets.forEach { target($0) }
    case .call(let call): expression(call)
    case .block(let inner): block(inner)
    case .whileLoop(let condition, let inner):
      expression(condition)
      block(inner)
    case .repeatLoop(let inner, let condition):
      // The condition sees the variables of the block.
      let outer = visible.count
      for statement in inner.statements { self.statement(statement) }
      expression(condition)
      visible.removeLast(visible.count - outer)
    case .branches(let branches):
      for branch in branches {
        if let condition = branch.condition { expression(condition) }
        block(branch.block)
      }
    case .numericLoop(let name, let values, let inner): loop([name], values, inner)
    case .genericLoop(let names, let values, let inner): loop(names, values, inner)
    case .function(let target, let function):
      self.target(target)
      self.function(function, selfAt: target.range)
    case .localFunction(let name, let function):
      declare(name)
      self.function(function, selfAt: name.range)
    case .return(let values): values.forEach { expression($0) }
    case .break, .goto, .label: break
    }
  }

  private mutating func loop(
    _ names: [LuaBinding], _ values: [LuaExpressionNode], _ inner: LuaBlock
  ) {
    values.forEach { expression($0) }
    let outer = visible.count
    names.forEach { declare($0) }
    block(inner)
    visible.removeLast(visible.count - outer)
  }

  private mutating func function(_ function: LuaFunction, selfAt place: Range<Int>) {
    let outer = visible.count
    if function.hasSelf {
      // `self` stands nowhere in the source.
      visible.append(("self", variables.count))
      variables.append(Variable(name: "self", range: place))
    }
    function.parameters.forEach { declare($0) }
    block(function.body)
    visible.removeLast(visible.count - outer)
  }

  private mutating func target(_ target: LuaExpressionNode) {
    switch target.kind {
    case .name(let name): use(name, target.range, isAssigned: true)
    default: expression(target)
    }
  }

  private mutating func expression(_ node: LuaExpressionNode) {
    switch node.kind {
    case .nil, .boolean, .number, .dots, .string: break
    case .name(let name): use(name, node.range, isAssigned: false)
    case .field(let object, _, _): expression(object)
    case .index(let object, let key):
      expression(object)
      expression(key)
    case .call(let called, let arguments):
      expression(called)
      arguments.forEach { expression($0) }
    case .method(let object, _, _, let arguments):
      expression(object)
      arguments.forEach { expression($0) }
    case .function(let function): self.function(function, selfAt: node.range)
    case .table(let fields):
      for field in fields {
        if case .expression(let key) = field.key { expression(key) }
        expression(field.value)
      }
    case .binary(_, let left, let right):
      expression(left)
      expression(right)
    case .unary(_, let operand), .parenthesised(let operand): expression(operand)
    }
  }
}
