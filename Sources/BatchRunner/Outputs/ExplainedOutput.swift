import ArticleModel
import PluginHost

/// Another output, and below it what led to the records that are not `ok`: the lines of the plugin and of the article.
///
/// Equal failures are explained once, and of different ones the first few: a plugin that is wrong is wrong everywhere.
public final class ExplainedOutput: RecordOutput {
  private static let limit = 5

  private let output: any RecordOutput
  private let stream: OutputStream
  private let path: (String) -> String?
  private var failures: [(record: RecordLine, error: RecordError, count: Int)] = []
  private var otherCount = 0

  /// Wraps an output that writes to `stream`; `path` gives the Lua file of a plugin by the name in records.
  public init(
    _ output: any RecordOutput, _ stream: OutputStream, path: @escaping (String) -> String?
  ) {
    self.output = output
    self.stream = stream
    self.path = path
  }

  public func write(_ record: RecordLine) throws(RunError) {
    try output.write(record)
    guard record.status != .ok, record.status != .skipped, let value = record.value(),
      let error = (try? Record(json: value))?.error, error.pluginLine != nil
    else { return }
    let known = failures.firstIndex { failure in
      failure.record.plugin == record.plugin && failure.error.pluginLine == error.pluginLine
        && failure.error.message == error.message
    }
    if let known {
      failures[known].count += 1
    } else if failures.count < ExplainedOutput.limit {
      failures.append((record, error, 1))
    } else {
      otherCount += 1
    }
  }

  public var wantsArticles: Bool { output.wantsArticles }

  public func write(article: RecordLine) throws(RunError) { try output.write(article: article) }

  public func write(_ total: TotalLine) throws(RunError) { try output.write(total) }

  public func flush() throws(RunError) { try output.flush() }

  public func finish() throws(RunError) {
    try output.finish()
    for failure in failures {
      guard let plugin = path(failure.record.plugin) else { continue }
      let input = failure.record.input
      let source = PathKind.of(input) == .file ? try? FileContents.unpacked(path: input) : nil
      try stream.write(
        "\n"
          + FailureExcerpt(
            failure.error, status: failure.record.status, plugin: plugin,
            article: source.map { (input, $0) }
          ).text)
      if failure.count > 1 { try stream.write("  and so in \(failure.count - 1) more articles\n") }
    }
    if otherCount > 0 {
      try stream.write("\n\(otherCount) other records failed for other reasons\n")
    }
    try stream.flush()
  }
}
