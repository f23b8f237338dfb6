/// Everything that a run needs to know, from the command line or from a batch file.
public struct RunPlan: Sendable {
  public var configuration: RunConfiguration
  /// Files, folders, patterns, JSON Lines files, or `-`.
  public var paths: [String]
  /// A file with more paths.
  public var list: String?
  /// Where the results go; standard output where the path is `nil`.
  public var targets: [Target] = []
  /// How many worker processes run at once.
  public var workerLimit: Int
  /// The time by the clock that one record may take; `nil` for the usual one.
  public var deadline: Duration?
  /// The longest deadline, a year, in seconds.
  public static let longestDeadline = 366.0 * 24 * 60 * 60
  /// Where the records of earlier runs are; `nil` for none.
  public var cacheFolder: String?
  public var retry = RetryPolicy.none
  /// After how many failed records the run ends.
  public var failureLimit = Int.max
  /// The files that the profile's stacks go to, of time and of memory.
  public var timeStacks: String?
  public var memoryStacks: String?
  /// The file that counts and times go to.
  public var stats: String?

  /// Which of the inputs are taken, by their positions; `nil` for all.
  var window: Range<Int>?
  /// What stands before and behind the number in the paths of all shards' results, where the plan is for one of them.
  var shardPaths: (start: String, end: String)?
  /// Whether `finish` is left to whoever merges the totals of several runs.
  public internal(set) var keepsTotalsOpen = false

  /// A form of the results and where it goes.
  public struct Target: Hashable, Sendable {
    public var form: ResultsForm
    public var path: String?

    /// Makes a target.
    public init(_ form: ResultsForm, path: String? = nil) {
      self.form = form
      self.path = path
    }
  }

  /// Makes a plan.
  public init(
    _ configuration: RunConfiguration, paths: [String], list: String? = nil, workerLimit: Int
  ) {
    self.configuration = configuration
    self.paths = paths
    self.list = list
    self.workerLimit = workerLimit
  }

  /// Refuses what would be written over by the run itself: inputs, and one output by another.
  public func checkPlaces() throws(RunError) {
    if paths.contains("-"), list == "-" {
      throw .conflict(
        "standard input is named twice, as an article and as the list of files",
        hint: "leave out the path - or give --files-from a file")
    }
    let plugins = (try? configuration.resolve().map(\.path)) ?? []
    let inputs = (paths + (list.map { [$0] } ?? []) + plugins)
      .filter { PathKind.of($0) == .file }.map(FilePlace.resolved)
    var outputs: Set<String> = []
    for path in (targets.map(\.path) + [stats, timeStacks, memoryStacks]).compactMap(\.self)
    where PathKind.of(path) != .special {
      let place = FilePlace.resolved(path)
      if !outputs.insert(place).inserted {
        throw .conflict("'\(path)' is named for two outputs", hint: "each needs a file of its own")
      }
      if inputs.contains(place) {
        throw .conflict(
          "'\(path)' is read by the run that would write it", hint: "name another file")
      }
    }
  }

  /// The inputs, found as they are asked for.
  public func inputs() throws(RunError) -> InputSequence {
    try InputSequence(
      paths: paths, list: list, fields: configuration.fields, window: window, ownPlaces: ownPlaces)
  }

  /// The files and folders that the run writes.
  private var ownPlaces: OwnPlaces {
    let results = targets.map { $0.form == .html ? reportFolder($0) : $0.path }
    let others = [configuration.outputFolder, stats, timeStacks, memoryStacks]
    return OwnPlaces((results + others).compactMap(\.self), shards: shardPaths)
  }

  /// The folder of a report: the one that is named, else that of the plugins' files, else one of its own.
  public func reportFolder(_ target: Target) -> String {
    target.path ?? configuration.outputFolder ?? "report"
  }
}
