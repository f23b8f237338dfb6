/// A command of the prompt; its raw value is its name after the colon.
enum PromptCommand: String, CaseIterable {
  case open, articles, run, reload, watch, raw, source, time, trace, limits, save, help, quit

  /// What follows the name, as a person reads it.
  var usage: String {
    switch self {
    case .open: "PATH|PATTERN…"
    case .run: "PLUGIN [name=value…]"
    case .raw: "[EXPRESSION]"
    case .time: "EXPRESSION"
    case .source: "NODE"
    case .limits: "[cpu=10s,memory=1G]"
    case .help: "[NAME]"
    case .watch: "[off]"
    case .save: "FILE"
    case .articles, .reload, .trace, .quit: ""
    }
  }

  /// One sentence.
  var doc: String {
    switch self {
    case .open: "Opens articles; the first becomes 'article'."
    case .articles: "Lists the open articles."
    case .run: "Runs a plugin on 'article'; its result is '_'."
    case .reload: "Runs the last plugin again, as its files are now."
    case .watch: "Runs it again whenever its files change."
    case .save: "Writes the session as a plugin."
    case .raw: "Shows all of the last value, or of another."
    case .source: "Shows the source lines of a node."
    case .time: "Evaluates and tells the time that it took."
    case .trace: "Shows the last error in full."
    case .limits: "Shows or sets what ':run' may use."
    case .help: "Explains the prompt, or a name like '?NAME'."
    case .quit: "Leaves, as Ctrl-D does."
    }
  }

  /// Whether the rest of the line is Lua.
  var takesExpression: Bool { self == .raw || self == .time || self == .source }
}
