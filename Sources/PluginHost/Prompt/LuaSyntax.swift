import CLuaBridge

/// What Lua's compiler says of a text, without running it and without a session.
public enum LuaSyntax: Hashable, Sendable {
  /// It compiles.
  case whole
  /// It is the beginning of a chunk: more lines are needed.
  case unfinished
  /// More text cannot mend it.
  case wrong

  /// Compiles a text as a chunk.
  public init(of text: String) {
    // The line's end makes a string without its end an error at once, as no more lines can mend it.
    let syntax = Array((text + "\n").utf8).withCharacters { ibid_lua_syntax($0, $1) }
    self =
      switch syntax {
      case IBID_SYNTAX_WHOLE: .whole
      case IBID_SYNTAX_UNFINISHED: .unfinished
      default: .wrong
      }
  }
}
