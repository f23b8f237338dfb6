extension LuaParser {
  private static let blockEnds: Set<String> = ["end", "else", "elseif", "until"]

  mutating func block() throws(LuaSyntaxError) -> LuaBlock {
    try enter()
    defer { leave() }
    var statements: [LuaStatement] = []
    var depth = 0
    while current != nil, !LuaParser.blockEnds.contains(sign) {
      if accept(";") { continue }
      let start = here.lowerBound
      let isLast = sign == "return"
      let (kind, inner) = try statement()
      depth = max(depth, inner)
      statements.append(LuaStatement(kind: kind, range: start..<max(start, end)))
      if isLast {
        _ = accept(";")
        break
      }
    }
    return try block(statements, depth: depth)
  }

  /// A statement and how deep it goes.
  private mutating func statement() throws(LuaSyntaxError) -> (LuaStatement.Kind, Int) {
    let opener = here
    switch sign {
    case "if": return try branches()
    case "while":
      advance()
      let condition = try expression()
      try expect("do", after: "the condition of 'while'")
      let body = try block()
      try close("end", opener)
      return (.whileLoop(condition, body), max(condition.depth, body.depth))
    case "do":
      advance()
      let body = try block()
      try close("end", opener)
      return (.block(body), body.depth)
    case "for": return try loop()
    case "repeat":
      advance()
      let body = try block()
      try close("until", opener)
      let condition = try expression()
      return (.repeatLoop(body, until: condition), max(condition.depth, body.depth))
    case "function":
      advance()
      return try function(opener)
    case "local": return try local()
    case "return":
      advance()
      var values: [LuaExpressionNode] = []
      if current != nil, !LuaParser.blockEnds.contains(sign), sign != ";" { values = try list() }
      return (.return(values), values.depth)
    case "break":
      advance()
      return (.break, 0)
    case "goto":
      advance()
      return (.goto(try name("the name of a label").name), 0)
    case "::":
      advance()
      let label = try name("the name of a label")
      try expect("::", after: "the name of a label")
      return (.label(label.name), 0)
    default: return try assignmentOrCall()
    }
  }

  private mutating func branches() throws(LuaSyntaxError) -> (LuaStatement.Kind, Int) {
    let opener = here
    advance()
    var branches: [LuaBranch] = []
    var depth = 0
    repeat {
      let condition = try expression()
      try expect("then", after: "the condition of 'if'")
      let body = try block()
      branches.append(LuaBranch(condition: condition, block: body))
      depth = max(depth, condition.depth, body.depth)
    } while accept("elseif")
    if accept("else") {
      let body = try block()
      branches.append(LuaBranch(condition: nil, block: body))
      depth = max(depth, body.depth)
    }
    try close("end", opener)
    return (.branches(branches), depth)
  }

  private mutating func loop() throws(LuaSyntaxError) -> (LuaStatement.Kind, Int) {
    let opener = here
    advance()
    var names = [try name("the name of a variable")]
    let isNumeric = accept("=")
    if !isNumeric {
      while accept(",") { names.append(try name("the name of a variable")) }
      guard accept("in") else {
        throw unexpected("'=' or 'in' expected after the variables of 'for'")
      }
    }
    let values = try list()
    if isNumeric, !(2...3).contains(values.count) {
      throw LuaSyntaxError(
        message: "'for \(names[0].name) =' needs a first and a last number", range: names[0].range,
        hint: "for i = 1, 10 do … end, or for i, x in ipairs(list) do … end")
    }
    try expect("do", after: "the head of 'for'")
    let body = try block()
    try close("end", opener)
    return (
      isNumeric ? .numericLoop(names[0], values, body) : .genericLoop(names, values, body),
      max(values.depth, body.depth)
    )
  }

  /// `function a.b:c() … end`
  private mutating func function(_ opener: Range<Int>) throws(LuaSyntaxError) -> (
    LuaStatement.Kind, Int
  ) {
    let first = try name("the name of a function")
    var target = try node(.name(first.name), from: first.range.lowerBound)
    var hasSelf = false
    while sign == "." || sign == ":", !hasSelf {
      hasSelf = sign == ":"
      advance()
      let field = try name("the name of a function")
      target = try node(
        .field(target, name: field.name, at: field.range), from: first.range.lowerBound,
        over: target.depth)
    }
    let function = try functionBody(opener, hasSelf: hasSelf)
    return (.function(target, function), max(target.depth, function.body.depth))
  }

  private mutating func local() throws(LuaSyntaxError) -> (LuaStatement.Kind, Int) {
    advance()
    let opener = here
    if accept("function") {
      let name = try name("the name of a function")
      let function = try functionBody(opener, hasSelf: false)
      return (.localFunction(name, function), function.body.depth)
    }
    var names: [LuaBinding] = []
    repeat {
      names.append(try name("the name of a variable"))
      if accept("<") {
        let attribute = try name("'const' or 'close'")
        guard attribute.name == "const" || attribute.name == "close" else {
          throw LuaSyntaxError(
            message: "unknown attribute '\(attribute.name)'", range: attribute.range,
            hint: "variables can be <const> or <close>")
        }
        try expect(">", after: "an attribute")
      }
    } while accept(",")
    let values = accept("=") ? try list() : []
    return (.local(names, values: values), values.depth)
  }

  private mutating func assignmentOrCall() throws(LuaSyntaxError) -> (LuaStatement.Kind, Int) {
    let first = try suffixed()
    if sign == "=" || sign == "," {
      var targets = [first]
      while accept(",") { targets.append(try suffixed()) }
      guard accept("=") else { throw unexpected("'=' expected after what is assigned to") }
      for target in targets where !target.isAssignable {
        throw LuaSyntaxError(message: "nothing can be assigned to this", range: target.range)
      }
      let values = try list()
      return (.assignment(targets, values: values), max(targets.depth, values.depth))
    }
    guard first.isCall else {
      if current == nil || current?.kind == .name || current?.kind == .keyword {
        throw LuaSyntaxError(
          message: "a value alone is no statement", range: first.range,
          hint: "give it a name (local x = …), call it, or return it")
      }
      throw unexpected()
    }
    return (.call(first), first.depth)
  }
}

extension LuaExpressionNode {
  var isCall: Bool {
    switch kind {
    case .call, .method: true
    default: false
    }
  }

  var isAssignable: Bool {
    switch kind {
    case .name, .field, .index: true
    default: false
    }
  }
}

extension [LuaExpressionNode] {
  /// How many nodes the longest way down has.
  var depth: Int { self.map(\.depth).max() ?? 0 }
}
