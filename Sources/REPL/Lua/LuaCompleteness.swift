import PluginHost

/// Asks Lua itself whether a text is whole, without running it.
enum LuaCompleteness {
  /// Whether more lines cannot make the text compile, or it compiles as it stands.
  static func isComplete(_ text: String) -> Bool {
    // As an expression first: `article` alone is also the beginning of a statement.
    let asExpression = LuaSyntax(of: "return \(text)")
    if asExpression == .whole { return true }
    switch LuaSyntax(of: text) {
    case .unfinished: return false
    case .whole: return true
    case .wrong: return asExpression != .unfinished
    }
  }

  /// Whether the text compiles as a whole chunk.
  static func compiles(_ text: String) -> Bool { LuaSyntax(of: text) == .whole }
}
