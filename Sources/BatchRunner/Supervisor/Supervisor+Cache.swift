import PluginHost

/// Which of the records that an earlier run has made count again.
public enum RetryPolicy: Sendable {
  /// All but those of workers that died: what killed them may lie outside.
  case none
  /// Those that did not fail.
  case failed
  /// Those that did not fail, and articles without any failure are left out.
  case onlyFailed
}

extension Supervisor {
  /// What the first worker would say of the plugins, where an earlier run has kept it.
  func welcomeFromCache() throws(RunError) {
    if let known = cache?.knownPlugins() { try welcome(known) }
  }

  /// Takes what the plugins say of themselves.
  func welcome(_ plugins: [Hello.Plugin]) throws(RunError) {
    var names: Set<String> = []
    for plugin in plugins where !names.insert(plugin.name).inserted {
      throw .pluginTwice(plugin.name)
    }
    self.plugins = plugins
    reductions = plugins.map { Reduction($0, staysOpen: keepsTotalsOpen) }
  }

  /// Whether some plugin failed on the input when it last ran there.
  func hasFailed(_ key: InputKey?) -> Bool {
    guard let cache, let key else { return false }
    return plugins.indices.contains { plugin in
      cache.lastStatus(plugin: plugin, key).map { $0 != .ok && $0 != .skipped } ?? false
    }
  }

  /// The records of an input that need not be made again, with their files staged.
  func keptRecords(_ key: InputKey?) -> [PlacedRecord?] {
    plugins.indices.map { plugin in
      guard let cache, let key, let kept = cache.record(plugin: plugin, key) else { return nil }
      let status = kept.line.status
      if status == .crashed || (retry != .none && status != .ok && status != .skipped) {
        return nil
      }
      guard let staged = stage(kept.files) else { return nil }
      return PlacedRecord(line: kept.line, digest: kept.digest, staged: staged, isKept: true)
    }
  }

  /// Puts files where those of workers wait; `nil` where that fails, and a worker will meet the same trouble.
  private func stage(_ files: [[UInt8]]) -> [String]? {
    if files.isEmpty { return [] }
    guard let stage else { return nil }
    var paths: [String] = []
    for file in files {
      guard let path = stage.add(file) else { return nil }
      paths.append(path)
    }
    return paths
  }

  /// Keeps a record as its worker gave it.
  func keep(_ record: PlacedRecord, plugin: Int, of work: ArticleWork) {
    guard let cache, let key = work.key, let digest = record.digest else { return }
    var files: [[UInt8]] = []
    for path in record.staged {
      guard let file = try? FileContents.read(path: path) else { return }
      files.append(file)
    }
    cache.keep(record.line, digest, files: files, plugin: plugin, key)
  }

  /// What a request to merge or finish is to the cache.
  func totalKey(of work: Job.Work, _ values: [PartialValue]) -> TotalKey? {
    guard let cache, let (plugin, step) = work.reduction else { return nil }
    let digests = values.compactMap(\.source)
    return cache.key(
      plugin: plugin, step: step, values: digests.count == values.count ? digests : nil)
  }

  /// Takes the answer to a request to merge or finish that an earlier run has kept; whether there is one.
  func takeKeptTotal(_ key: TotalKey?, for work: Job.Work) -> Bool {
    guard let key, let (total, digest) = cache?.total(key), retry == .none || total.status == .ok
    else { return false }
    take(total, digest, for: work)
    return true
  }

  /// Keeps the answer to a request to merge or finish.
  func keep(_ total: TotalLine, _ digest: Digest?, for job: Job) {
    guard let key = job.totalKey, let digest else { return }
    cache?.keep(total, digest, key)
  }
}

extension Job.Work {
  /// The plugin and the place in its reduction of a request to merge or finish.
  fileprivate var reduction: (plugin: Int, step: String)? {
    switch self {
    case .article: nil
    case .merge(let plugin, let group): (plugin, "\(group.level):\(group.position)")
    case .finish(let plugin): (plugin, "finish")
    }
  }
}
