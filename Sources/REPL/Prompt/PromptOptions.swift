/// What `ibid repl` was asked for.
public struct PromptOptions: Sendable {
  /// Articles to open: files, folders, patterns, JSON Lines files.
  public var paths: [String]
  /// Lua to evaluate instead of prompting, each in turn.
  public var expressions: [String]
  /// Whether typed lines are kept for later sessions.
  public var keepsHistory: Bool

  /// Makes options.
  public init(paths: [String] = [], expressions: [String] = [], keepsHistory: Bool = true) {
    self.paths = paths
    self.expressions = expressions
    self.keepsHistory = keepsHistory
  }
}
