import ArgumentParser
import BatchRunner

/// The options that say what is done with the records of earlier runs.
struct CacheOptions: ParsableArguments {
  @Option(
    name: .customLong("cache"),
    help: ArgumentHelp(
      "Where records are kept, so that no work is done twice; by default ~/.cache/ibid.",
      valueName: "folder"))
  var folder: String?

  @Flag(name: .customLong("no-cache"), help: "Do all work anew and keep nothing.")
  var isOff = false

  @Flag(help: "Run again what failed in an earlier run.")
  var retryFailed = false

  @Flag(help: "Run again what failed in an earlier run, and leave out the other articles.")
  var onlyFailed = false

  func validate() throws {
    if isOff, folder != nil {
      throw ValidationError("--cache and --no-cache contradict each other")
    }
    if isOff, retryFailed || onlyFailed {
      throw ValidationError("what failed is not known with --no-cache")
    }
  }

  var retry: RetryPolicy { onlyFailed ? .onlyFailed : retryFailed ? .failed : .none }
}
