/// A command of the prompt; its raw value is its name after the colon.
enum PromptCommand: String, CaseIterable {
  case open, articles, run, reload, watch, raw, source, time, trace, limits, save, help, quit

  /// What follows the name, as a person reads it.
  var usage: String {
    switch self {
    case .open: "PATH|PATTERN…"
    case .run: "PLUGIN [name=value…]"
    case .raw, .time: "EXPRESSION"
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
    case .open: "Opens articles, or turns to an open one; the first becomes 'article'."
    case .articles: "Lists the open articles."
    case .run: "Runs a plugin on 'article' and keeps its result as '_'."
    case .reload: "Loads the plugin that ran last anew and runs it with the same options."
    case .watch: "Runs the plugin that ran last again whenever its files change."
    case .save: "Writes what the session defined as a plugin that gives the last value."
    case .raw: "Shows all of a value, a string as it is."
    case .source: "Shows the lines of the source that a node was read from."
    case .time: "Evaluates and tells the time that it took."
    case .trace: "Shows the last error in full."
    case .limits: "Shows or sets what a plugin that ':run' runs may use."
    case .help: "Explains the prompt, or a name like '?NAME'."
    case .quit: "Leaves, as Ctrl-D does."
    }
  }

  /// Whether the rest of the line is Lua.
  var takesExpression: Bool { self == .raw || self == .time || self == .source }
}
