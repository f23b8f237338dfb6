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
    if !totalFailures.isEmpty {
      line += "; \(RunSummary.count(totalFailures.count, "total")) failed"
    }
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

  /// Counts and times as a JSON object.
  var json: [UInt8] {
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
    json.value(totalFailures.count)
    json.key("workers_started")
    json.value(workersStarted)
    json.key("workers_lost")
    json.value(workersLost)
    json.key("seconds")
    json.value(Double(milliseconds) / 1000)
    json.key("interrupted")
    if case .signal? = cause { json.value(true) } else { json.value(false) }
    costs.write(to: &json)
    writeTotalFailures(to: &json)
    json.endObject()
    return json.finish()
  }

  private func writeTotalFailures(to json: inout JSONWriter) {
    json.objects("total_failures", totalFailures) { json, total in
      json.key("plugin")
      json.value(total.plugin)
      json.key("status")
      json.value(total.status.rawValue)
      let error = total.error()
      json.key("message")
      json.value(error?.message ?? "")
      if let line = error?.pluginLine {
        json.key("plugin_line")
        json.value(line)
      }
    }
  }

  /// Writes counts and times as JSON, whole or not at all.
  public func write(to path: String) throws(RunError) {
    do throws(WriteProblem) {
      try AtomicFile.put(json + [UInt8(ascii: "\n")], at: path)
    } catch {
      throw RunError(error)
    }
  }
}

extension RunCosts {
  /// Writes the members `plugins`, `slowest` and `failures`.
  fileprivate func write(to json: inout JSONWriter) {
    json.objects("plugins", plugins) { json, plugin in
      json.key("name")
      json.value(plugin.name)
      json.key("records")
      json.value(plugin.recordCount)
      json.key("seconds")
      json.value(Double(plugin.microseconds) / 1_000_000)
    }
    json.objects("slowest", slowest) { json, slow in
      json.key("input")
      json.value(slow.input)
      json.key("plugin")
      json.value(slow.plugin)
      json.key("seconds")
      json.value(Double(slow.microseconds) / 1_000_000)
    }
    json.objects("failures", failures) { json, failure in
      json.key("input")
      json.value(failure.input)
      json.key("plugin")
      json.value(failure.plugin)
      json.key("status")
      json.value(failure.status.rawValue)
      json.key("message")
      json.value(failure.message)
    }
  }
}

extension JSONWriter {
  /// Writes a member that is a list of objects, an element of `elements` each.
  fileprivate mutating func objects<Element>(
    _ name: String, _ elements: [Element], _ write: (inout JSONWriter, Element) -> Void
  ) {
    key(name)
    beginArray()
    for element in elements {
      beginObject()
      write(&self, element)
      endObject()
    }
    endArray()
  }
}
