extension LuaParser {
  /// The strengths of operators to their left and right, as in Lua's own parser.
  private static let priorities: [String: (left: Int, right: Int)] = [
    "or": (1, 1), "and": (2, 2), "<": (3, 3), ">": (3, 3), "<=": (3, 3), ">=": (3, 3),
    "~=": (3, 3), "==": (3, 3), "|": (4, 4), "~": (5, 5), "&": (6, 6), "<<": (7, 7), ">>": (7, 7),
    "..": (9, 8), "+": (10, 10), "-": (10, 10), "*": (11, 11), "/": (11, 11), "//": (11, 11),
    "%": (11, 11), "^": (14, 13),
  ]
  private static let unaryPriority = 12
  private static let unaries: Set<String> = ["not", "-", "#", "~"]

  mutating func list() throws(LuaSyntaxError) -> [LuaExpressionNode] {
    var values = [try expression()]
    while accept(",") { values.append(try expression()) }
    return values
  }

  /// An expression of operators that bind stronger than `limit`.
  mutating func expression(above limit: Int = 0) throws(LuaSyntaxError) -> LuaExpressionNode {
    try enter()
    defer { leave() }
    let start = here.lowerBound
    var left: LuaExpressionNode
    if LuaParser.unaries.contains(sign) {
      let sign = sign
      advance()
      let operand = try expression(above: LuaParser.unaryPriority)
      left = try node(.unary(sign, operand), from: start, over: operand.depth)
    } else {
      left = try simple()
    }
    while let priority = LuaParser.priorities[sign], priority.left > limit {
      let sign = sign
      advance()
      let right = try expression(above: priority.right)
      left = try node(.binary(sign, left, right), from: start, over: left.depth, right.depth)
    }
    return left
  }

  private mutating func simple() throws(LuaSyntaxError) -> LuaExpressionNode {
    let start = here.lowerBound
    let opener = here
    switch sign {
    case "nil":
      advance()
      return try node(.nil, from: start)
    case "true", "false":
      let value = sign == "true"
      advance()
      return try node(.boolean(value), from: start)
    case "...":
      advance()
      return try node(.dots, from: start)
    case "{": return try table()
    case "function":
      advance()
      let function = try functionBody(opener, hasSelf: false)
      return try node(.function(function), from: start, over: function.body.depth)
    default: break
    }
    switch current?.kind {
    case .number:
      advance()
      return try node(.number, from: start)
    case .string: return try string()
    default: return try suffixed()
    }
  }

  private mutating func string() throws(LuaSyntaxError) -> LuaExpressionNode {
    guard let token = current, token.kind == .string, token.isFinished else { throw unexpected() }
    advance()
    return try node(.string(value(of: token)), from: token.range.lowerBound)
  }

  /// The value of a string without escapes.
  private func value(of token: LuaToken) -> String? {
    var bytes = source[token.range]
    if bytes.first == 0x5B {
      let level = bytes.dropFirst().prefix { $0 == 0x3D }.count
      bytes = bytes.dropFirst(level + 2).dropLast(level + 2)
      // A line end directly after the bracket does not count.
      if bytes.first == 0x0D { bytes = bytes.dropFirst() }
      if bytes.first == 0x0A { bytes = bytes.dropFirst() }
    } else {
      bytes = bytes.dropFirst().dropLast()
      if bytes.contains(0x5C) { return nil }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func table() throws(LuaSyntaxError) -> LuaExpressionNode {
    let opener = here
    advance()
    try enter()
    defer { leave() }
    var fields: [LuaField] = []
    var depth = 0
    while current != nil, sign != "}" {
      let field = try field()
      fields.append(field)
      depth = max(depth, field.value.depth)
      if case .expression(let key) = field.key { depth = max(depth, key.depth) }
      if !accept(","), !accept(";") { break }
    }
    let startsField = current.map { [.name, .string, .number].contains($0.kind) } ?? false
    if startsField, !fields.isEmpty {
      var error = unexpected("',' expected between the fields of a table")
      error.opener = opener
      throw error
    }
    try close("}", opener)
    return try node(.table(fields), from: opener.lowerBound, over: depth)
  }

  private mutating func field() throws(LuaSyntaxError) -> LuaField {
    let opener = here
    if accept("[") {
      let key = try expression()
      try close("]", opener)
      try expect("=", after: "the key of a field")
      return LuaField(key: .expression(key), value: try expression())
    }
    if current?.kind == .name, nextSign == "=" {
      let key = try name("the name of a field")
      advance()
      return LuaField(key: .name(key.name, at: key.range), value: try expression())
    }
    return LuaField(key: .none, value: try expression())
  }

  /// The parameters and the body, up to `end`.
  mutating func functionBody(
    _ opener: Range<Int>, hasSelf: Bool
  ) throws(LuaSyntaxError) -> LuaFunction {
    let bracket = here
    try expect("(", after: "'function'")
    var parameters: [LuaBinding] = []
    var hasDots = false
    if sign != ")" {
      repeat {
        hasDots = accept("...")
        if !hasDots { parameters.append(try name("the name of a parameter")) }
      } while !hasDots && accept(",")
    }
    try close(")", bracket)
    let body = try block()
    try close("end", opener)
    return LuaFunction(parameters: parameters, hasDots: hasDots, hasSelf: hasSelf, body: body)
  }

  /// A name or a parenthesis with what is reached and called from there.
  mutating func suffixed() throws(LuaSyntaxError) -> LuaExpressionNode {
    let start = here.lowerBound
    var value: LuaExpressionNode
    if sign == "(" {
      let opener = here
      advance()
      let inner = try expression()
      try close(")", opener)
      value = try node(.parenthesised(inner), from: start, over: inner.depth)
    } else if let token = current, token.kind == .name {
      advance()
      value = try node(.name(text(token)), from: start)
    } else {
      throw unexpected(
        current.map { $0.kind == .keyword || $0.kind == .sign } == true ? nil : "a value expected")
    }
    while true {
      let opener = here
      switch sign {
      case ".":
        advance()
        let field = try name("the name of a field")
        value = try node(
          .field(value, name: field.name, at: field.range), from: start, over: value.depth)
      case "[":
        advance()
        let key = try expression()
        try close("]", opener)
        value = try node(.index(value, key: key), from: start, over: value.depth, key.depth)
      case ":":
        advance()
        let method = try name("the name of a method")
        guard let arguments = try arguments() else {
          throw unexpected("a method is called: '(' expected after '\(method.name)'")
        }
        value = try node(
          .method(value, name: method.name, at: method.range, arguments: arguments), from: start,
          over: value.depth, arguments.depth)
      default:
        guard let arguments = try arguments() else { return value }
        value = try node(
          .call(value, arguments: arguments), from: start, over: value.depth, arguments.depth)
      }
    }
  }

  /// `(…)`, a string or a table after what is called; `nil` where nothing is called.
  private mutating func arguments() throws(LuaSyntaxError) -> [LuaExpressionNode]? {
    let opener = here
    if current?.kind == .string { return [try string()] }
    if sign == "{" { return [try table()] }
    guard accept("(") else { return nil }
    if accept(")") { return [] }
    let values = try list()
    try close(")", opener)
    return values
  }
}
