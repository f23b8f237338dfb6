/// A statement of Lua with its place.
public struct LuaStatement: Hashable, Sendable {
  /// What a statement is, with its parts.
  public enum Kind: Hashable, Sendable {
    case local([LuaBinding], values: [LuaExpressionNode])
    case assignment([LuaExpressionNode], values: [LuaExpressionNode])
    case call(LuaExpressionNode)
    case block(LuaBlock)
    case whileLoop(LuaExpressionNode, LuaBlock)
    case repeatLoop(LuaBlock, until: LuaExpressionNode)
    /// The conditions with their blocks; the last may have no condition, after `else`.
    case branches([LuaBranch])
    case numericLoop(LuaBinding, [LuaExpressionNode], LuaBlock)
    case genericLoop([LuaBinding], [LuaExpressionNode], LuaBlock)
    /// `function a.b:c() … end`: what it is assigned to, and the function.
    case function(LuaExpressionNode, LuaFunction)
    case localFunction(LuaBinding, LuaFunction)
    case `return`([LuaExpressionNode])
    case `break`
    case goto(String)
    case label(String)
  }

  public var kind: Kind
  /// UTF-8 bytes from the start of the source.
  public var range: Range<Int>
}

/// A branch of `if`.
public struct LuaBranch: Hashable, Sendable {
  public var condition: LuaExpressionNode?
  public var block: LuaBlock
}

/// The statements between two words that open and close a scope.
public struct LuaBlock: Hashable, Sendable {
  public var statements: [LuaStatement]
  /// How many nodes the longest way down has.
  let depth: Int
}

/// Why a source is not Lua.
public struct LuaSyntaxError: Error, Hashable, Sendable {
  public var message: String
  public var range: Range<Int>
  /// Where a bracket or block was opened that has no end.
  public var opener: Range<Int>?
  public var hint: String?
}
