/// How an editor behaves, apart from what its client decides.
public struct EditorConfiguration: Sendable {
  /// The look of each role; `.monochrome` for `NO_COLOR`.
  public var theme: Theme = .standard
  /// The command of each key.
  public var keyBindings: KeyBindings = .standard
  /// What Tab inserts where only white space stands before the cursor.
  public var indent = "  "
  /// The distance of tab stops in columns, for tabs in pasted text.
  public var tabWidth = 4
  /// Whether the newest history entry that begins with the text is suggested.
  public var suggestsHistory = true
  /// The terminal's kind, as in `TERM`; `dumb`, or nil, means plain line input.
  public var terminalType: String?

  public init(terminalType: String?) {
    self.terminalType = terminalType
  }

  /// The configuration that the environment asks for: `TERM`, and `NO_COLOR` where it is not empty.
  ///
  /// - Parameter variable: looks up an environment variable.
  public init(environment variable: (String) -> String?) {
    self.init(terminalType: variable("TERM"))
    if let value = variable("NO_COLOR"), !value.isEmpty { theme = .monochrome }
  }
}
