/// A piece of Lua source: a word, a number, a string, a comment or a sign.
public struct LuaToken: Hashable, Sendable {
  /// What a piece is.
  public enum Kind: Hashable, Sendable {
    case keyword
    case name
    case number
    /// A string in quotation marks or long brackets.
    case string
    case comment
    /// An operator, a bracket or a separator.
    case sign
    /// A byte that begins no Lua token.
    case unknown
  }

  public var kind: Kind
  /// UTF-8 bytes from the start of the source.
  public var range: Range<Int>
  /// Whether a string or a long comment has its end.
  public var isFinished = true
}
