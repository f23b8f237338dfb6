/// An expression of Lua with its place.
public struct LuaExpressionNode: Hashable, Sendable {
  /// What an expression is, with its parts.
  public indirect enum Kind: Hashable, Sendable {
    case `nil`, boolean(Bool), number, dots
    /// A string; its value is `nil` where it has escapes that this parser does not resolve.
    case string(String?)
    case name(String)
    /// `object.name`, with the place of the name.
    case field(LuaExpressionNode, name: String, at: Range<Int>)
    /// `object[key]`
    case index(LuaExpressionNode, key: LuaExpressionNode)
    case call(LuaExpressionNode, arguments: [LuaExpressionNode])
    /// `object:name(…)`, with the place of the name.
    case method(LuaExpressionNode, name: String, at: Range<Int>, arguments: [LuaExpressionNode])
    case function(LuaFunction)
    case table([LuaField])
    case binary(String, LuaExpressionNode, LuaExpressionNode)
    case unary(String, LuaExpressionNode)
    case parenthesised(LuaExpressionNode)
  }

  public var kind: Kind
  /// UTF-8 bytes from the start of the source.
  public var range: Range<Int>
  /// How many nodes the longest way down has, this one included.
  let depth: Int
}

/// The parameters and the body of a function.
public struct LuaFunction: Hashable, Sendable {
  public var parameters: [LuaBinding]
  public var hasDots: Bool
  /// Whether it was written with a colon, so that it has a `self` that is not among the parameters.
  public var hasSelf: Bool
  public var body: LuaBlock
}

/// A name that a statement or a function declares.
public struct LuaBinding: Hashable, Sendable {
  public var name: String
  public var range: Range<Int>
}

/// A field of a table constructor.
public struct LuaField: Hashable, Sendable {
  /// What stands before the value.
  public enum Key: Hashable, Sendable {
    /// Nothing: the next element.
    case none
    /// `name =`, with the place of the name.
    case name(String, at: Range<Int>)
    /// `[expression] =`
    case expression(LuaExpressionNode)
  }

  public var key: Key
  public var value: LuaExpressionNode

  /// Makes a field.
  public init(key: Key, value: LuaExpressionNode) {
    self.key = key
    self.value = value
  }

  /// The name under which the field is reached: `name =` or `["name"] =`.
  public var name: String? {
    switch key {
    case .name(let name, _): name
    case .expression(let expression):
      if case .string(let text) = expression.kind { text } else { nil }
    case .none: nil
    }
  }

  /// The place of the key, or of the value where there is none.
  public var place: Range<Int> {
    switch key {
    case .name(_, let range): range
    case .expression(let expression): expression.range
    case .none: value.range
    }
  }
}
