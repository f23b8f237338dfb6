import PluginHost

/// Asks Lua itself whether a text is whole, without running it.
struct LuaCompleteness {
  let session: ReplSession

  /// Whether more lines cannot make the text compile, or it compiles as it stands.
  func isComplete(_ text: String) -> Bool {
    // `do return end` leaves before the first statement: the text is compiled, nothing of it runs.
    // As an expression first: `article` alone is also the beginning of a statement.
    let asExpression = session.evaluate("do return end return \(text)\n")
    if case .values = asExpression { return true }
    switch session.evaluate("do return end \(text)\n") {
    case .incomplete: return false
    case .values: return true
    case .failed: if case .incomplete = asExpression { return false } else { return true }
    }
  }

  /// Whether the text compiles as a whole chunk.
  func compiles(_ text: String) -> Bool {
    if case .values = session.evaluate("do return end \(text)\n") { true } else { false }
  }
}
