import ArgumentParser
import BatchRunner
import PluginHost
import REPL

/// `ibid repl`: the prompt.
struct ReplCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl", abstract: "Explore articles at a Lua prompt.",
    discussion: """
      Opens the articles and reads lines of Lua: an expression shows its value, a statement runs. \
      'article' is the first article, 'articles' are all of them; :help explains the rest.

      Without a terminal it runs its input as a script and shows values in full; the exit status is 1 \
      where that raises.
      """)

  @Argument(
    help: "Files, folders, patterns, JSON Lines files or web archives with the articles to open.",
    completion: .file())
  var paths: [String] = []

  @Option(
    name: [.customShort("e"), .customLong("evaluate")], parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Evaluate Lua instead of prompting; may be repeated.", valueName: "lua"))
  var expressions: [String] = []

  @Flag(name: .customLong("no-history"), help: "Keep nothing of what is typed.")
  var hasNoHistory = false

  @Option(
    help: ArgumentHelp(
      "Run plugins on the article at once, as 'ibid run' did, and prompt there.",
      valueName: "plugin"))
  var replay: [String] = []

  @Option(
    name: .long, parsing: .singleValue,
    help: ArgumentHelp("Set an option of a replayed plugin.", valueName: "[plugin.]name=value"))
  var set: [String] = []

  @Option(
    help: ArgumentHelp(
      "What a replayed plugin may use for one article.", valueName: "cpu=2s,memory=256M"))
  var limit: String?

  @Option(
    help: ArgumentHelp(
      "Open only the article of this name, such as a document of a JSON Lines file.",
      valueName: "name"))
  var input: String?

  @Option(help: .hidden)
  var evaluator: Int32?

  func validate() throws {
    if replay.isEmpty, !set.isEmpty || limit != nil {
      throw ValidationError("--set and --limit need --replay PLUGIN")
    }
    if !replay.isEmpty, paths.isEmpty { throw ValidationError("--replay needs an article") }
  }

  func run() throws {
    if let evaluator { return try EvaluatorServer.main(prompt: evaluator) }
    let words = replay.flatMap { $0.split(separator: ",").map(String.init) }
    let resolved = try UnpackedPlugins.resolve(words)
    let status = try Prompt.run(
      PromptOptions(
        paths: paths, input: input, expressions: expressions,
        replay: replay.isEmpty
          ? nil
          : Replay(plugins: resolved.plugins, settings: resolved.settings + set, limits: limit),
        keepsHistory: !hasNoHistory))
    if status != 0 { throw ExitCode(status) }
  }
}
