import ArgumentParser
import BatchRunner
import Glibc
import PluginHost

/// `ibid run`: plugins over articles.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run plugins on articles.",
    discussion: """
      Prints one record for each article and plugin, in the order of the articles, whatever happens to them, \
      and at the end the total of each plugin that merges its results.
      """)

  enum Form: String, ExpressibleByArgument, CaseIterable {
    case table, jsonl, json, csv
  }

  @Argument(help: "Names or paths of plugins, with commas between them.")
  var plugins: String

  @Argument(help: "Files, folders, patterns, JSON Lines files, or - for standard input.")
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file with more paths, one a line; - for standard input.", valueName: "file"))
  var filesFrom: String?

  @OptionGroup var options: PluginOptions

  @Option(help: "How to print records; by default a table on a terminal, else jsonl.")
  var format: Form?

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: "How many worker processes run at once; by default one a core.")
  var jobs: Int = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

  @Option(help: "The seconds by the clock after which a plugin that gives no answer is ended.")
  var deadline: Double?

  @OptionGroup var cache: CacheOptions

  @Option(help: ArgumentHelp("Write counts and times of the run as JSON.", valueName: "file"))
  var stats: String?

  @Flag(name: .shortAndLong, help: "No progress and no summary.")
  var quiet = false

  func validate() throws {
    if paths.isEmpty, filesFrom == nil {
      throw ValidationError("missing expected argument '<paths> ...'")
    }
    if jobs < 1 { throw ValidationError("-j needs a number from 1") }
    if let deadline, !(deadline > 0) {
      throw ValidationError("--deadline needs a number of seconds above 0")
    }
  }

  func run() throws {
    let interrupts = Interrupts()
    let stream = OutputStream.standard(interrupts)
    var configuration = try options.configuration([plugins])
    configuration.canPrompt = jobs == 1 && isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0
    let supervisor = try Supervisor(
      configuration,
      inputs: InputSequence(paths: paths, list: filesFrom, fields: configuration.fields),
      output: form(stream),
      workerLimit: jobs, deadline: deadline.map { .seconds($0) }, cacheFolder: cache.path,
      retry: cache.retry, interrupts: interrupts,
      progress: quiet || isatty(STDERR_FILENO) == 0 ? nil : Progress(), warn: Terminal.say)
    let summary = try supervisor.run()
    if summary.inputCount == 0, summary.cause == nil, cache.retry != .onlyFailed {
      throw RunError.noArticles(paths)
    }
    let isWatched = isatty(STDERR_FILENO) != 0
    if !quiet, summary.exitStatus != 0 || isWatched {
      let report = RunReport(
        summary, configuration,
        showsCosts: isWatched && summary.milliseconds > 1000)
      for line in report.lines { Terminal.say(line) }
    }
    if let stats { try summary.write(to: stats) }
    if summary.exitStatus != 0 { throw ExitCode(summary.exitStatus) }
  }

  private func form(_ stream: OutputStream) throws -> any RecordOutput {
    switch format ?? (isatty(STDOUT_FILENO) != 0 ? .table : .jsonl) {
    case .table:
      return TableOutput(
        stream, width: Terminal.width, style: Style(isColoured: Terminal.isColoured(STDOUT_FILENO)))
    case .jsonl: return JSONLinesOutput(stream)
    case .json: return JSONOutput(stream)
    case .csv: return try CSVOutput(stream)
    }
  }
}
