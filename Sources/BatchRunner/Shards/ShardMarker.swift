import ArticleModel
import Glibc
import PluginHost

/// The file that says that a shard is complete, beside its results; it appears after them, whole.
struct ShardMarker: Hashable {
  /// How many inputs the run has in all shards.
  var inputCount: Int
  /// What the run does, equal for all its shards: executable, plugins, settings, limits, number of inputs and shards.
  var run: String
  /// The shard's inputs, as they were.
  var inputs: String
  /// How many records there are of each status.
  var statuses: [String: Int]
  /// The merged results of each plugin that merges, not finished: the line of a total.
  var totals: [[UInt8]]
  /// The hash of the results.
  var results: String

  /// Reads the marker at a path; `nil` where there is none, or it is none.
  init?(path: String) {
    guard let bytes = try? FileContents.read(path: path),
      let json = try? JSONParser.parse(bytes), json["ibid_shard"] == .integer(1),
      let inputCount = json["inputs"]?.integer, let run = json["run"]?.string,
      let inputs = json["content"]?.string, let results = json["results"]?.string
    else { return nil }
    self.inputCount = inputCount
    self.run = run
    self.inputs = inputs
    self.results = results
    statuses = [:]
    for member in json["records"]?.members ?? [] {
      statuses[member.key] = member.value.integer
    }
    // As they stand there: 79.0 that is read and written again would be 79.
    let place = JSONMembers(bytes)?.first { bytes[$0.key].elementsEqual("totals".utf8) }
    let ranges = place.flatMap { JSONElements.ranges(bytes, in: $0.value) } ?? []
    totals = ranges.map { Array(bytes[$0]) }
  }

  init(
    inputCount: Int, run: String, inputs: String, summary: RunSummary, totals: [TotalLine],
    results: String
  ) {
    self.inputCount = inputCount
    self.run = run
    self.inputs = inputs
    self.results = results
    statuses = Dictionary(
      uniqueKeysWithValues: summary.statuses.map { ($0.key.rawValue, $0.value) })
    self.totals = totals.map(\.bytes)
  }

  /// The marker's content.
  private var bytes: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("ibid_shard")
    json.value(1)
    json.key("inputs")
    json.value(inputCount)
    json.key("run")
    json.value(run)
    json.key("content")
    json.value(inputs)
    json.key("results")
    json.value(results)
    json.key("records")
    json.beginObject()
    for (status, count) in statuses.sorted(by: { $0.key < $1.key }) {
      json.key(status)
      json.value(count)
    }
    json.endObject()
    json.key("totals")
    json.beginArray()
    for total in totals { json.raw(total) }
    json.endArray()
    json.endObject()
    return json.finish() + [UInt8(ascii: "\n")]
  }

  /// Writes the marker, whole or not at all.
  func write(to path: String) throws(RunError) {
    do throws(WriteProblem) {
      try AtomicFile.put(bytes, at: path)
    } catch {
      throw RunError(error)
    }
  }
}
