/// All statements and expressions of a block in the order of the source, outer ones first.
///
/// Recursion is bounded by the parser, which makes no deep trees.
public struct LuaTree {
  public private(set) var statements: [LuaStatement] = []
  public private(set) var expressions: [LuaExpressionNode] = []

  /// Lists the parts of a block.
  public init(_ block: LuaBlock) { self.block(block) }

  private mutating func block(_ block: LuaBlock) {
    for statement in block.statements { self.statement(statement) }
  }

  private mutating func all(_ nodes: [LuaExpressionNode]) {
    for node in nodes { expression(node) }
  }

  private mutating func statement(_ statement: LuaStatement) {
    statements.append(statement)
    switch statement.kind {
    case .local(_, let values), .return(let values): all(values)
    case .assignment(let targets, let values):
      all(targets)
      all(values)
    case .call(let call): expression(call)
    case .block(let inner): block(inner)
    case .whileLoop(let condition, let inner):
      expression(condition)
      block(inner)
    case .repeatLoop(let inner, let condition):
      block(inner)
      expression(condition)
    case .branches(let branches):
      for branch in branches {
        if let condition = branch.condition { expression(condition) }
        block(branch.block)
      }
    case .numericLoop(_, let values, let inner), .genericLoop(_, let values, let inner):
      all(values)
      block(inner)
    case .function(let target, let function):
      expression(target)
      block(function.body)
    case .localFunction(_, let function): block(function.body)
    case .break, .goto, .label: break
    }
  }

  private mutating func expression(_ node: LuaExpressionNode) {
    expressions.append(node)
    switch node.kind {
    case .nil, .boolean, .number, .dots, .string, .name: break
    case .field(let object, _, _): expression(object)
    case .index(let object, let key):
      expression(object)
      expression(key)
    case .call(let called, let arguments):
      expression(called)
      all(arguments)
    case .method(let object, _, _, let arguments):
      expression(object)
      all(arguments)
    case .function(let function): block(function.body)
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
