/// What `ibid repl` was asked for.
public struct PromptOptions: Sendable {
  /// Articles to open: files, folders, patterns, JSON Lines files.
  public var paths: [String]
  /// The only article that is wanted of those in the paths, by its name; `nil` for all.
  public var input: String?
  /// Lua to evaluate instead of prompting, each in turn.
  public var expressions: [String]
  /// Plugins to run at once on the first article, as a batch ran them.
  public var replay: Replay?
  /// Whether typed lines are kept for later sessions.
  public var keepsHistory: Bool

  /// Makes options.
  public init(
    paths: [String] = [], input: String? = nil, expressions: [String] = [], replay: Replay? = nil,
    keepsHistory: Bool = true
  ) {
    self.paths = paths
    self.input = input
    self.expressions = expressions
    self.replay = replay
    self.keepsHistory = keepsHistory
  }
}
