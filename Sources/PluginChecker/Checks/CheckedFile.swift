import LuaSource

/// A file of a plugin with its tree.
struct CheckedFile {
  let path: String
  let source: [UInt8]
  let block: LuaBlock
  /// Names of fields that the file assigns to or gives in tables.
  private(set) var assignedFields: Set<String> = []
  /// Names that stand after a dot, or as a string, anywhere but as the key of a table.
  private(set) var readNames: Set<String> = []
  /// Calls of `require` with a plain name, in their order.
  private(set) var required: [(name: String, range: Range<Int>)] = []
  /// Calls of `ibid.read_file` with a plain name, and of `ibid.write_file`.
  private(set) var fileCalls: [(function: String, name: String?, range: Range<Int>)] = []

  init(path: String, source: [UInt8]) throws(LuaSyntaxError) {
    self.path = path
    self.source = source
    block = try LuaParser.parse(source)
    let tree = LuaTree(block)
    for node in tree.expressions {
      switch node.kind {
      case .field(_, let name, _): readNames.insert(name)
      case .string(let text?): readNames.insert(text)
      case .call(let called, let arguments): noteCall(called, arguments, node.range)
      default: break
      }
    }
    for statement in tree.statements {
      switch statement.kind {
      case .assignment(let targets, _): targets.forEach { noteTarget($0) }
      case .function(let target, _): noteTarget(target)
      default: break
      }
    }
  }

  private mutating func noteTarget(_ target: LuaExpressionNode) {
    if case .field(_, let name, _) = target.kind { assignedFields.insert(name) }
  }

  private mutating func noteCall(
    _ called: LuaExpressionNode, _ arguments: [LuaExpressionNode], _ range: Range<Int>
  ) {
    var name: String?
    if let first = arguments.first, case .string(let text) = first.kind { name = text }
    switch called.kind {
    case .name("require"):
      if let name { required.append((name, arguments[0].range)) }
    case .field(let module, let function, let place)
    where function == "read_file" || function == "write_file":
      if case .name("ibid") = module.kind {
        fileCalls.append((function, name, arguments.first?.range ?? place))
      }
    default: break
    }
  }
}
