import ArgumentParser
import BatchRunner
import REPL

/// `ibid worker`: answers requests on standard input with records on standard output.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Answer JSON Lines on standard input with records, in order.",
    discussion: """
      Each line asks for an article: {"path": …}, or {"id": …, "text": …} with markdown or html for text. \
      It is answered by one record for each plugin. ibid run, Spark's pipe and a shell loop drive it alike.
      """)

  @Option(name: .long, help: "A plugin to run; repeat it or use commas for several.")
  var plugin: [String] = []

  @OptionGroup var options: PluginOptions

  @Option(help: .hidden)
  var stage: String?

  @Option(help: "How what plugins print is written: as text, or as a JSON object a line.")
  var logFormat: Log.Form = .text

  @Flag(help: .hidden)
  var articles = false

  @Option(help: .hidden)
  var supervisor: Int32?

  @Flag(help: .hidden)
  var prompt = false

  @Flag(help: .hidden)
  var profile = false

  func run() throws {
    var configuration = try options.configuration(plugin)
    configuration.logForm = logFormat
    configuration.isProfiled = profile
    try Worker.main(
      configuration, stage: stage, supervisor: supervisor, sendsArticles: articles,
      prompt: prompt ? TerminalPrompt() : nil)
  }
}
