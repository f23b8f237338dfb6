import ArgumentParser
import BatchRunner
import REPL

/// `ibid worker`: answers requests on standard input with records on standard output.
struct WorkerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker", abstract: "Answer JSON Lines on standard input with records, in order.",
    discussion: """
      Each line asks for an article: {"path": …}, or {"id": …, "text": …} with markdown or html for text. \
      It is answered by one record for each plugin, whatever the line holds, in the order of the lines. \
      Exit status: 0 when all was answered, 1 when not, 2 when nothing could run. ibid run, Spark's pipe and a shell loop drive it alike.
      """)

  @Option(name: .long, help: "A plugin to run; repeat it or use commas for several.")
  var plugin: [String] = []

  @OptionGroup var options: PluginOptions

  @Option(
    help: ArgumentHelp(
      "How many lines have to come; the exit status is 1 where others did.", valueName: "count"))
  var expect: Int?

  @Flag(help: "Write a line with counts after the last answer.")
  var closingLine = false

  @Option(help: "How files that plugins write are passed on: inline, as values in their records.")
  var files: PassedFiles?

  /// How files that plugins write leave a worker.
  enum PassedFiles: String, ExpressibleByArgument, CaseIterable { case inline }

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

  func validate() throws {
    if let expect, expect < 0 { throw ValidationError("--expect needs a number from 0") }
    if files != nil, options.output != nil {
      throw ValidationError("--files inline needs no folder: leave out --output")
    }
  }

  func run() throws {
    var configuration = try options.configuration(plugin)
    configuration.sendsFiles = files == .inline
    configuration.logForm = logFormat
    configuration.isProfiled = profile
    try Worker.main(
      configuration, stage: stage, supervisor: supervisor, sendsArticles: articles,
      prompt: prompt ? TerminalPrompt() : nil,
      closing: WorkerClosing(expectedLineCount: expect, hasLine: closingLine))
  }
}
