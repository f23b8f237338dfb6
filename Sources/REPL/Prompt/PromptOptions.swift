/// What `ibid repl` was asked for.
public struct PromptOptions: Sendable {
  /// Articles to open: files, folders, patterns, JSON Lines files.
  public var paths: [String]
  /// Lua to evaluate instead of prompting, each in turn.
  public var expressions: [String]
  /// Plugins to run at once on the first article, as a batch ran them.
  public var replay: Replay?
  /// Whether typed lines are kept for later sessions.
  public var keepsHistory: Bool

  /// Makes options.
  public init(
    paths: [String] = [], expressions: [String] = [], replay: Replay? = nil,
    keepsHistory: Bool = true
  ) {
    self.paths = paths
    self.expressions = expressions
    self.replay = replay
    self.keepsHistory = keepsHistory
  }
}
