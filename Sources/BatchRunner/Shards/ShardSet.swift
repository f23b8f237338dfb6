import PluginHost

/// All shards of a run, complete, in their order.
public struct ShardSet {
  /// The files with their results.
  public let paths: [String]
  private let markers: [ShardMarker]
  private let configuration: RunConfiguration

  /// Finds the shards of a run by their markers.
  ///
  /// - Parameters:
  ///   - path: what `--results` named.
  ///   - configuration: the plugins, settings and limits of the run.
  /// - Throws: where shards are missing, do not belong together, or were made by something else.
  public init(_ path: String, _ configuration: RunConfiguration) throws {
    self.configuration = configuration
    let count = try ShardSet.count(path)
    var paths: [String] = []
    var markers: [ShardMarker] = []
    var missing: [String] = []
    for index in 1...count {
      let shard = Shard(index: index, count: count)!
      let results = shard.path(of: path, ending: "jsonl")
      if let marker = ShardMarker(path: shard.path(of: path, ending: "done")) {
        guard marker.results == FileDigest(path: results)?.content.hexadecimal else {
          throw RunError.shard(
            "\(results) is not what its marker says", hint: "run shard \(shard) again")
        }
        paths.append(results)
        markers.append(marker)
      } else {
        missing.append(String(index))
      }
    }
    guard missing.isEmpty else {
      let some = missing.prefix(20).joined(separator: ",") + (missing.count > 20 ? ",…" : "")
      throw RunError.shard(
        "\(missing.count) of \(RunSummary.count(count, "shard")) \(missing.count == 1 ? "is" : "are") not complete: \(some)",
        hint: "run them again; those that are complete cost nothing")
    }
    let run = try ShardRun.digest(of: configuration, count, markers[0].inputCount)
    guard markers.allSatisfy({ $0.run == run }) else {
      throw RunError.shard(
        "the shards were made by other plugins, settings or limits",
        hint:
          "name those of the run; shards that are out of date are made again by ibid run --shard")
    }
    self.paths = paths
    self.markers = markers
  }

  /// How many shards there are, by the names of their markers.
  private static func count(_ path: String) throws(RunError) -> Int {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "."
    let stem = Shard(index: 1, count: 1)!.path(of: path, ending: "")
      .dropLast(".1-of-1.".utf8.count)
    let prefix = stem[(slash.map { stem.index(after: $0) } ?? stem.startIndex)...] + "."
    var counts: Set<Int> = []
    do throws(InputProblem) {
      var listing = try FolderListing(path: folder)
      while let (_, name) = listing.next() {
        guard let name, name.hasPrefix(prefix), name.hasSuffix(".done") else { continue }
        let parts = name.dropFirst(prefix.count).dropLast(5).split(separator: "-")
        if parts.count == 3, parts[1] == "of", let count = Int(parts[2]), count > 0 {
          counts.insert(count)
        }
      }
    } catch {
      throw .shard("cannot read \(folder): \(error)", hint: nil)
    }
    guard let count = counts.first else {
      throw .shard("no shard of \(path) is complete", hint: "ibid run --shard 1/N makes the first")
    }
    guard counts.count == 1 else {
      let text = counts.sorted().map(String.init).joined(separator: " and of ")
      throw .shard("there are shards of \(text)", hint: "remove those that are not wanted")
    }
    return count
  }

  /// Gives every record, in the order of the inputs.
  public func read(_ take: (RecordLine) throws(RunError) -> Void) throws(RunError) {
    for path in paths {
      do {
        var lines = try LineReader(path: path)
        while let line = try lines.next() {
          guard let record = RecordLine(line) else { throw InputProblem("a line is no record") }
          try take(record)
        }
      } catch let error as RunError {
        throw error
      } catch {
        throw .shard("cannot read \(path): \(error)", hint: nil)
      }
    }
  }

  /// The totals of the plugins over all shards.
  public func totals() throws -> [TotalLine] {
    let limits = try configuration.parsedLimits()
    return try configuration.resolve().compactMap { plugin in
      let session = try PluginSession(
        path: plugin.path, settings: plugin.settings, limits: limits)
      guard session.manifest.hasMerge else { return nil }
      return total(session)
    }
  }

  private func total(_ session: PluginSession) -> TotalLine? {
    let name = session.manifest.name
    var text: [UInt8] = []
    var values: [Range<Int>] = []
    for marker in markers {
      for line in marker.totals {
        guard let total = TotalLine(line), total.plugin == name else { continue }
        guard let value = total.totalText else { return total }
        values.append(text.count..<text.count + value.count)
        text += value
      }
    }
    guard !values.isEmpty else { return nil }
    if session.manifest.hasFinish {
      return TotalLine(plugin: name, session.finish(values, of: text))
    }
    return TotalLine(
      plugin: name,
      values.count == 1
        ? Outcome(status: .ok, result: text) : session.merge(values, of: text))
  }
}
