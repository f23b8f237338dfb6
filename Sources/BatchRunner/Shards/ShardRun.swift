import PluginHost

/// The run of one shard: which inputs it has, where its results go, and whether that was done before.
public struct ShardRun {
  /// The plan for the shard alone.
  public let plan: RunPlan
  /// Where its results go.
  public let resultsPath: String
  /// Where its marker goes.
  let markerPath: String
  private let shard: Shard
  private let inputCount: Int
  private let run: String
  private let inputs: String

  /// Counts the inputs and digests those of the shard.
  ///
  /// - Parameters:
  ///   - plan: what all shards do; its only result is a file in JSON Lines.
  public init(_ shard: Shard, of plan: RunPlan) throws {
    guard plan.targets.count == 1, plan.targets[0].form == .jsonl, let path = plan.targets[0].path
    else {
      throw RunError.shard(
        "the results of a shard need a file in JSON Lines", hint: "--results FILE.jsonl")
    }
    guard plan.list != "-",
      !plan.paths.contains(where: { $0 == "-" || PathKind.of($0) == .special })
    else {
      throw RunError.shard(
        "what is read from a pipe has no shards",
        hint: "give files, or run ibid worker on each part")
    }
    var plan = plan
    plan.shardPaths = shard.paths(of: path)
    self.shard = shard
    resultsPath = shard.path(of: path, ending: "jsonl")
    markerPath = shard.path(of: path, ending: "done")
    inputCount = try ShardRun.count(plan.inputs())
    if inputCount == 0 { throw RunError.noArticles(plan.paths + (plan.list.map { [$0] } ?? [])) }
    var own = plan
    own.targets = [.init(.jsonl, path: resultsPath)]
    own.window = shard.range(of: inputCount)
    own.keepsTotalsOpen = true
    self.plan = own
    run = try ShardRun.digest(of: plan.configuration, shard.count, inputCount)
    inputs = try ShardRun.digest(of: own.inputs())
  }

  /// Whether the shard was done before, with the same plugins on the same inputs, and its results are there.
  public var isComplete: Bool {
    guard let marker = ShardMarker(path: markerPath) else { return false }
    return marker.run == run && marker.inputs == inputs
      && marker.results == FileDigest(path: resultsPath)?.content.hexadecimal
  }

  /// Puts the results in their place and says that the shard is complete.
  ///
  /// Another process may do the same at the same time: the results are equal, and so is what the markers say.
  public func complete(
    _ summary: RunSummary, totals: [TotalLine], results file: ResultsFile
  ) throws(RunError) {
    guard let results = FileDigest(path: file.writtenPath)?.content.hexadecimal else {
      throw .output(path: resultsPath, reason: "it was changed meanwhile")
    }
    try file.commit()
    try ShardMarker(
      inputCount: inputCount, run: run, inputs: inputs, summary: summary, totals: totals,
      results: results
    ).write(to: markerPath)
  }

  // MARK: Digests

  private static func count(_ inputs: InputSequence) -> Int {
    var count = 0
    while inputs.next() != nil { count += 1 }
    return count
  }

  /// What the records of all shards depend on, besides the inputs.
  static func digest(
    of configuration: RunConfiguration, _ shardCount: Int, _ inputCount: Int
  ) throws -> String {
    var builder = Digest.Builder(of: "shards")
    builder.add(Release.version)
    builder.add(shardCount)
    builder.add(inputCount)
    builder.add(configuration.limits ?? "")
    builder.add(configuration.fields.description)
    builder.add(configuration.outputFolder == nil ? 0 : 1)
    for plugin in try configuration.resolve() {
      let manifest = try PluginSession(path: plugin.path, settings: plugin.settings).manifest
      let folder = plugin.path.lastIndex(of: "/").map { String(plugin.path[...$0]) } ?? ""
      for path in (PluginCode(plugin: plugin.path)?.paths ?? [])
        + manifest.reads.map({ folder + $0 })
      {
        // Not the folder: a plugin may lie elsewhere on another machine.
        builder.add(String(path.dropFirst(folder.utf8.count)))
        builder.add((try? FileContents.read(path: path)) ?? [])
      }
      for setting in plugin.settings {
        builder.add(setting.name)
        let isFile = manifest.options.first { $0.name == setting.name }?.type == .file
        builder.add(isFile ? try FileContents.read(path: setting.value) : Array(setting.value.utf8))
      }
    }
    return builder.finish().hexadecimal
  }

  /// What inputs are: the bytes of documents, the size and times of files.
  private static func digest(of inputs: InputSequence) -> String {
    var builder = Digest.Builder(of: "inputs")
    while let input = inputs.next() {
      builder.add(input.name)
      switch input.content {
      case .document(let bytes), .bytes(let bytes): builder.add(bytes)
      case .file(let path):
        if let identity = FileIdentity(path: path) {
          identity.numbers.withBytes { builder.add($0) }
        } else {
          builder.add("")
        }
      case .unreadable(let problem): builder.add(problem.description)
      }
    }
    return builder.finish().hexadecimal
  }
}
