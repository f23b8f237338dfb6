import ArticleModel
import PluginHost

extension RunSummary {
  /// One line for people: how many records of which status.
  public var line: String {
    let counts = RecordStatus.allCases.compactMap { status in
      statuses[status].map { "\($0) \(status.rawValue)" }
    }
    var line =
      "ibid: \(RunSummary.count(inputCount, "article")), \(RunSummary.count(recordCount, "record"))"
    if !counts.isEmpty { line += ": \(counts.joined(separator: ", "))" }
    if recordsWithErrors > 0 { line += "; \(recordsWithErrors) with findings of level error" }
    if failedTotals > 0 { line += "; \(RunSummary.count(failedTotals, "total")) failed" }
    if keptCount > 0 { line += "; \(keptCount) from the cache" }
    switch cause {
    case nil: break
    case .signal: line += "; interrupted"
    case .failures(let count):
      line += "; ended after \(RunSummary.count(count, "failure"))"
    }
    return line
  }

  static func count(_ number: Int, _ noun: String) -> String {
    number == 1 ? "1 \(noun)" : "\(number) \(noun)s"
  }

  /// Writes counts and times as JSON, whole or not at all.
  public func write(to path: String) throws(RunError) {
    var json = JSONWriter()
    json.beginObject()
    json.key("version")
    json.value(Release.version)
    json.key("articles")
    json.value(inputCount)
    json.key("records")
    json.value(recordCount)
    json.key("statuses")
    json.beginObject()
    for status in RecordStatus.allCases {
      json.key(status.rawValue)
      json.value(statuses[status, default: 0])
    }
    json.endObject()
    json.key("from_cache")
    json.value(keptCount)
    json.key("records_with_errors")
    json.value(recordsWithErrors)
    json.key("failed_totals")
    json.value(failedTotals)
    json.key("workers_started")
    json.value(workersStarted)
    json.key("workers_lost")
    json.value(workersLost)
    json.key("seconds")
    json.value(Double(milliseconds) / 1000)
    json.key("interrupted")
    if case .signal? = cause { json.value(true) } else { json.value(false) }
    json.endObject()
    let temporary = path + ".tmp"
    do throws(InputProblem) {
      try AtomicFile.write(json.finish() + [UInt8(ascii: "\n")], to: temporary)
      try AtomicFile.replace(path, with: temporary)
    } catch {
      throw .output(path: path, reason: error.description)
    }
  }
}
