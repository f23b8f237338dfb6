/// A piece of Lua source: a word, a number, a string, a comment or a sign.
struct LuaToken: Hashable {
  /// What a piece is.
  enum Kind: Hashable {
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

  var kind: Kind
  /// UTF-8 bytes from the start of the source.
  var range: Range<Int>
  /// Whether a string or a long comment has its end.
  var isFinished = true
}
