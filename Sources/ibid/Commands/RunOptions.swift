import ArgumentParser
import BatchRunner

/// The options of the commands that run plugins over many articles.
struct RunOptions: ParsableArguments {
  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: "How many worker processes run at once; by default one a core.")
  var jobs: Int?

  @Option(help: "The seconds by the clock after which a plugin that gives no answer is ended.")
  var deadline: Double?

  @Flag(help: "End the run at the first record that fails.")
  var failFast = false

  @Option(
    help: ArgumentHelp("End the run after that many records have failed.", valueName: "count"))
  var maxErrors: Int?

  @OptionGroup var cache: CacheOptions

  @Option(help: ArgumentHelp("Write counts and times of the run as JSON.", valueName: "file"))
  var stats: String?

  @OptionGroup var profile: ProfileOptions

  @Option(help: "How messages are written: as text, or as a JSON object a line.")
  var logFormat: Log.Form = .text

  @Flag(name: .shortAndLong, help: "No progress and no summary.")
  var quiet = false

  func validate() throws {
    if let jobs, jobs < 1 { throw ValidationError("-j needs a number from 1") }
    if let deadline, !(deadline > 0 && deadline <= RunPlan.longestDeadline) {
      throw ValidationError("--deadline needs a number of seconds above 0, and up to a year")
    }
    if profile.isOn, cache.retry == .onlyFailed {
      throw ValidationError("a profile needs no cache, and --only-failed needs one")
    }
    if let maxErrors, maxErrors < 1 {
      throw ValidationError("--max-errors needs a number from 1")
    }
  }

  /// Puts what the command line says over what a plan says.
  func apply(to plan: inout RunPlan) {
    if let jobs { plan.workerLimit = jobs }
    if let deadline { plan.deadline = .seconds(deadline) }
    if let stats { plan.stats = stats }
    if failFast { plan.failureLimit = 1 } else if let maxErrors { plan.failureLimit = maxErrors }
    if cache.isOff {
      plan.cacheFolder = nil
    } else if let folder = cache.folder {
      plan.cacheFolder = folder
    }
    plan.retry = cache.retry
    profile.apply(to: &plan)
    plan.configuration.logForm = logFormat
  }
}

extension Log.Form: ExpressibleByArgument {}
