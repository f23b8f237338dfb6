import LuaSource

/// The table that a plugin's file returns, as its source writes it.
struct PluginTable {
  private(set) var fields: [LuaField] = []
  /// The functions of the plugin by name, from the table or assigned to it later.
  private(set) var functions: [(name: String, function: LuaFunction)] = []

  /// Finds the table: a constructor after the last `return`, or in the local variable that it names.
  init(_ file: CheckedFile, _ scopes: LuaScopes) {
    guard case .return(let values) = file.block.statements.last?.kind, let value = values.first
    else { return }
    var variable: Int?
    switch value.kind {
    case .table(let fields): self.fields = fields
    case .name: variable = scopes.variable(of: value)
    default: return
    }
    if let variable {
      for statement in file.block.statements { look(at: statement, for: variable, scopes) }
    }
    for field in fields {
      if let name = field.name, case .function(let function) = field.value.kind {
        functions.append((name, function))
      }
    }
  }

  private mutating func look(at statement: LuaStatement, for variable: Int, _ scopes: LuaScopes) {
    switch statement.kind {
    case .local(let names, let values):
      for (name, value) in zip(names, values)
      where scopes.variableAt[name.range.lowerBound] == variable {
        if case .table(let fields) = value.kind { self.fields = fields }
      }
    case .assignment(let targets, let values):
      for (target, value) in zip(targets, values) {
        guard case .field(let object, let name, let range) = target.kind,
          scopes.variable(of: object) == variable
        else { continue }
        fields.append(LuaField(key: .name(name, at: range), value: value))
      }
    case .function(let target, let function):
      if case .field(let object, let name, _) = target.kind,
        scopes.variable(of: object) == variable
      {
        functions.append((name, function))
      }
    default: break
    }
  }

  /// The names of the options that the table declares; `nil` where the source does not say them.
  var optionNames: [String]? {
    guard let field = fields.last(where: { $0.name == "options" }) else {
      return fields.isEmpty ? nil : []
    }
    guard case .table(let options) = field.value.kind else { return nil }
    let names = options.compactMap(\.name)
    return names.count == options.count ? names : nil
  }

  /// The place of a dotted field, such as `options.top.type`, or of its outermost part that is there.
  func place(of path: String) -> Range<Int>? {
    var fields = self.fields
    var place: Range<Int>?
    for name in path.split(separator: ".") {
      guard let field = fields.last(where: { $0.name == String(name) }) else { return place }
      place = field.place
      guard case .table(let inner) = field.value.kind else { return place }
      fields = inner
    }
    return place
  }

  /// The place of an element of a list field, or of the field.
  func place(of element: String, in name: String) -> Range<Int>? {
    guard let field = fields.last(where: { $0.name == name }) else { return nil }
    guard case .table(let elements) = field.value.kind else { return field.place }
    return elements.first { $0.value.kind == .string(element) }?.value.range ?? field.place
  }
}
