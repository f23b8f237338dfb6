import ArgumentParser
import BatchRunner
import PluginHost

/// `ibid gather`: the results of shards as those of one run.
struct GatherCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gather", abstract: "Put the results of the shards of a run together.",
    discussion: """
      Writes what ibid run would have written for all inputs: the records of the shards in the order of the inputs, and \
      in the forms that have them the totals. Every shard has to be complete, and made by the plugins, settings and \
      limits that are named here.

      Exit status: 0 where all records are ok, 1 where some are not, 2 where shards are missing.
      """)

  @Argument(
    help: "Names or paths of plugins, with commas between them.",
    completion: .custom(PluginNames.complete))
  var plugins: String

  @Argument(help: "The file that --results of ibid run --shard named.", completion: .file())
  var shards: String

  @OptionGroup var options: PluginOptions

  @OptionGroup var target: ResultsOptions

  func validate() throws {
    if target.format == .html {
      throw ValidationError("a report needs the articles: ibid run --format html")
    }
  }

  func run() throws {
    let log = Log()
    let configuration = try options.configuration([plugins])
    let shards = try ShardSet(self.shards, configuration)
    var plan = RunPlan(configuration, paths: shards.paths, workerLimit: 1)
    target.apply(to: &plan)
    try plan.checkPlaces()
    if plan.targets.contains(where: { $0.form == .sqlite }) {
      log.say(
        .warning,
        "ibid: warning: shards keep no articles: the tables articles and articles_index stay empty")
    }
    let performer = PlanPerformer(plan: plan, isQuiet: true)
    let standard = OutputStream.standard()
    let (output, files, _) = try performer.outputs(standard, log)
    var summary = RunSummary()
    try shards.read { record throws(RunError) in
      summary.count(record)
      try output.write(record)
    }
    for total in try shards.totals() {
      summary.note(total)
      try output.write(total)
    }
    try output.finish()
    for file in files { try file.commit() }
    try standard.flush()
    if summary.exitStatus != 0 { throw ExitCode(summary.exitStatus) }
  }
}
