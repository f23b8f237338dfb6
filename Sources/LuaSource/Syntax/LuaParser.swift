/// Reads Lua 5.4 source into a tree with the place of every node.
///
/// By recursive descent over the tokens, after the grammar of the reference manual (section 9). Trees are never deeper
/// than `maximumDepth`, so that whoever walks one needs no more stack than that.
public struct LuaParser {
  /// How many nodes may stand one in the other; Lua itself stops at 200 levels of blocks and brackets.
  static let maximumDepth = 600
  /// How deep blocks and brackets may be nested, as in Lua.
  private static let maximumLevel = 190

  let source: [UInt8]
  private let tokens: [LuaToken]
  private var place = 0
  private var level = 0

  private init(_ source: [UInt8]) {
    self.source = source
    var tokens = LuaTokenizer.tokens(source)
    tokens.removeAll { $0.kind == .comment && $0.isFinished }
    // `#!` on the first line is for the shell.
    if source.first == 0x23 {
      let end = source.firstIndex(of: 0x0A) ?? source.count
      tokens.removeAll { $0.range.lowerBound < end }
    }
    self.tokens = tokens
  }

  /// The block of a whole file.
  public static func parse(_ source: [UInt8]) throws(LuaSyntaxError) -> LuaBlock {
    var parser = LuaParser(source)
    let block = try parser.block()
    guard parser.place == parser.tokens.count else { throw parser.unexpected() }
    return block
  }

  // MARK: Tokens

  var current: LuaToken? { place < tokens.count ? tokens[place] : nil }

  func text(_ token: LuaToken?) -> String {
    token.map { String(decoding: source[$0.range], as: UTF8.self) } ?? ""
  }

  /// The word or sign at hand; empty for names, numbers and strings.
  var sign: String {
    guard let current, current.kind == .keyword || current.kind == .sign else { return "" }
    return text(current)
  }

  var nextSign: String {
    guard place + 1 < tokens.count else { return "" }
    let next = tokens[place + 1]
    return next.kind == .keyword || next.kind == .sign ? text(next) : ""
  }

  /// The place of the token at hand; after the last token where there is none.
  var here: Range<Int> { current?.range ?? end..<end }

  /// The end of the token before.
  var end: Int { place > 0 ? tokens[place - 1].range.upperBound : 0 }

  mutating func advance() { place += 1 }

  mutating func accept(_ wanted: String) -> Bool {
    guard sign == wanted else { return false }
    place += 1
    return true
  }

  mutating func expect(_ wanted: String, after what: String) throws(LuaSyntaxError) {
    guard accept(wanted) else { throw unexpected("'\(wanted)' expected after \(what)") }
  }

  /// Takes the end of what was opened at `opener`.
  mutating func close(_ closer: String, _ opener: Range<Int>) throws(LuaSyntaxError) {
    guard !accept(closer) else { return }
    let word = String(decoding: source[opener], as: UTF8.self)
    var error = unexpected("'\(closer)' expected to close '\(word)'")
    error.opener = opener
    throw error
  }

  mutating func name(_ what: String) throws(LuaSyntaxError) -> LuaBinding {
    guard let token = current, token.kind == .name else { throw unexpected("\(what) expected") }
    advance()
    return LuaBinding(name: text(token), range: token.range)
  }

  // MARK: Depth

  mutating func enter() throws(LuaSyntaxError) {
    level += 1
    if level > LuaParser.maximumLevel { throw tooDeep() }
  }

  mutating func leave() { level -= 1 }

  private func tooDeep() -> LuaSyntaxError {
    LuaSyntaxError(message: "too many levels of blocks and brackets", range: here)
  }

  /// Makes a node, unless the tree would become too deep.
  func node(
    _ kind: LuaExpressionNode.Kind, from start: Int, over depths: Int...
  ) throws(LuaSyntaxError) -> LuaExpressionNode {
    let depth = (depths.max() ?? 0) + 1
    if depth > LuaParser.maximumDepth { throw tooDeep() }
    return LuaExpressionNode(kind: kind, range: start..<max(start, end), depth: depth)
  }

  func block(_ statements: [LuaStatement], depth: Int) throws(LuaSyntaxError) -> LuaBlock {
    if depth >= LuaParser.maximumDepth { throw tooDeep() }
    return LuaBlock(statements: statements, depth: depth + 1)
  }

  // MARK: Errors

  func unexpected(_ message: String? = nil) -> LuaSyntaxError {
    guard let token = current else {
      return LuaSyntaxError(
        message: message.map { "\($0), but the file ends" } ?? "the file ends too early",
        range: here)
    }
    switch token.kind {
    case .string where !token.isFinished:
      return LuaSyntaxError(
        message: "this string has no end",
        range: token.range.lowerBound..<token.range.lowerBound + 1)
    case .comment: return LuaSyntaxError(message: "this comment has no end", range: token.range)
    case .unknown:
      return LuaSyntaxError(
        message: "\(shown(token)) cannot stand in Lua outside of strings", range: token.range)
    default: break
    }
    return LuaSyntaxError(
      message: message.map { "\($0), got \(shown(token))" } ?? "\(shown(token)) cannot stand here",
      range: token.range, hint: LuaParser.habit(text(token), isSurplus: message == nil))
  }

  private func shown(_ token: LuaToken) -> String {
    let text = text(token)
    return "'\(text.utf8.count > 40 ? text.prefix(30) + "…" : text[...])'"
  }

  /// What people write from habit of other languages.
  private static func habit(_ text: String, isSurplus: Bool) -> String? {
    switch text {
    case "!": "'not' negates"
    case "=": "'==' compares; '=' only assigns"
    case "&": "'and' joins conditions"
    case "|": "'or' joins conditions"
    case "+", "-": "Lua has no '+=' and '++': write x = x + 1"
    case "elseif", "else",
      "end" where isSurplus:
      "is an 'end' too many above, or a 'then' missing?"
    case ",", "}",
      ")" where isSurplus:
      "is an 'end' missing above?"
    case "{": "blocks begin with 'then' or 'do' and end with 'end'"
    default: nil
    }
  }
}
