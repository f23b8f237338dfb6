import ArgumentParser
import BatchRunner
import Glibc

/// `ibid run`: plugins over articles.
struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run", abstract: "Run plugins on articles.",
    discussion: """
      Prints one record for each article and plugin, in the order of the articles, whatever happens to them, \
      and at the end the total of each plugin that merges its results.

      Records are kept: another run does only what is new, and goes on where one was interrupted.
      """)

  @Argument(
    help: "Names or paths of plugins, with commas between them.",
    completion: .custom(PluginNames.complete))
  var plugins: String

  @Argument(
    help: "Files, folders, patterns, JSON Lines files, web archives, or - for standard input.",
    completion: .file())
  var paths: [String] = []

  @Option(
    help: ArgumentHelp(
      "A file with more paths, one a line; - for standard input.", valueName: "file"))
  var filesFrom: String?

  @OptionGroup var options: PluginOptions

  @OptionGroup var target: ResultsOptions

  @Option(
    help: ArgumentHelp(
      "Take only this stretch of the inputs, for job arrays: FILE.jsonl of --results becomes FILE.03-of-16.jsonl.",
      valueName: "3/16"))
  var shard: String?

  @OptionGroup var runOptions: RunOptions

  func validate() throws {
    if paths.isEmpty, filesFrom == nil {
      throw ValidationError("missing expected argument '<paths> ...'")
    }
    if let shard {
      guard Shard(parsing: shard) != nil else {
        throw ValidationError("there is no shard '\(shard)'; they count from 1/N to N/N")
      }
      if runOptions.cache.retry == .onlyFailed {
        throw ValidationError(
          "a shard has a record for each of its inputs, not only for failed ones")
      }
    }
  }

  func run() throws {
    var plan = RunPlan(
      try options.configuration([plugins]), paths: paths, list: filesFrom,
      workerLimit: RunCommand.coreCount)
    plan.cacheFolder = CacheFolder.standard
    target.apply(to: &plan)
    runOptions.apply(to: &plan)
    if let shard = shard.flatMap(Shard.init(parsing:)) { return try run(shard, of: plan) }
    try PlanPerformer(plan: plan, isQuiet: runOptions.quiet).perform()
  }

  /// Runs a shard unless that was done before.
  private func run(_ shard: Shard, of plan: RunPlan) throws {
    var plan = plan
    // The usual cache lies in the home folder, which the machines of a cluster share over a network.
    plan.cacheFolder = runOptions.cache.folder
    let run = try ShardRun(shard, of: plan)
    if run.isComplete {
      if !runOptions.quiet {
        Log(plan.configuration.logForm).say(
          .info, "ibid: shard \(shard) is complete: \(run.resultsPath)")
      }
      return
    }
    try PlanPerformer(plan: run.plan, isQuiet: runOptions.quiet, shard: run).perform()
  }

  /// How many processor cores there are.
  static let coreCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
}
