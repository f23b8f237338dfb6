import PluginHost

/// Asks Lua itself whether a text is whole, without running it.
struct LuaCompleteness {
  let session: ReplSession

  /// Whether more lines cannot make the text compile, or it compiles as it stands.
  func isComplete(_ text: String) -> Bool {
    // `do return end` leaves before the first statement: the text is compiled, nothing of it runs.
    switch session.evaluate("do return end \(text)\n") {
    case .incomplete: return false
    case .values: return true
    // No statement; `1 +` may still be the beginning of an expression.
    case .failed: break
    }
    if case .incomplete = session.evaluate("do return end return \(text)\n") { return false }
    return true
  }

  /// Whether the text compiles as a whole chunk.
  func compiles(_ text: String) -> Bool {
    if case .values = session.evaluate("do return end \(text)\n") { true } else { false }
  }
}
