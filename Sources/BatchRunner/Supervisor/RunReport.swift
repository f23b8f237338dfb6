import PluginHost

/// What a person reads at the end of a run.
public struct RunReport {
  /// The failures that are shown with the command that shows each again.
  private static let failureLimit = 3

  /// The lines, without their ends.
  public private(set) var lines: [String]

  /// Writes the report.
  ///
  /// - Parameters:
  ///   - paths: what the inputs were found in, for the articles in JSON Lines files.
  ///   - folder: where paths start, if that is not where the reader is.
  ///   - showsCosts: whether what was slow is of interest too.
  public init(
    _ summary: RunSummary, _ configuration: RunConfiguration, paths: [String],
    folder: String? = nil, showsCosts: Bool
  ) {
    lines = [summary.line]
    for failure in summary.costs.failures.prefix(RunReport.failureLimit) {
      let message = ColumnText.cut(ColumnText.oneLine(failure.message), to: 100)
      lines.append(
        "  \(failure.plugin) on \(ColumnText.oneLine(failure.input)): \(failure.status.rawValue): \(message)"
      )
      if let command = RunReport.command(failure, configuration, paths) {
        lines.append(
          folder.map { "    (cd \(RunReport.quoted($0)) && \(command))" } ?? "    \(command)")
      }
    }
    for total in summary.totalFailures {
      lines.append("  the total of \(total.plugin): \(total.failure)")
    }
    if showsCosts { addCosts(summary.costs) }
    if case .signal? = summary.cause {
      lines.append(
        summary.canResume
          ? "  the same command goes on from here: what was done is kept"
          : "  nothing was kept: without a cache the same command starts over")
    }
  }

  private mutating func addCosts(_ costs: RunCosts) {
    let plugins = costs.plugins.sorted { $0.microseconds > $1.microseconds }
    if plugins.count > 1 {
      let shares = plugins.prefix(3).map {
        "\($0.name) \(RunReport.time($0.microseconds / max(1, $0.recordCount)))"
      }
      lines.append("  slowest plugins, for one article: \(shares.joined(separator: ", "))")
    }
    let slow = costs.slowest.prefix(3).map {
      "\(ColumnText.oneLine($0.input)) \(RunReport.time($0.microseconds))"
    }
    if !slow.isEmpty { lines.append("  slowest articles: \(slow.joined(separator: ", "))") }
  }

  /// The command that shows a failure again at the prompt; `nil` where the article is found no more.
  private static func command(
    _ failure: RunCosts.Failure, _ configuration: RunConfiguration, _ paths: [String]
  ) -> String? {
    guard let source = source(of: failure.input, configuration, paths),
      let plugin = configuration.plugin(called: failure.plugin)
    else { return nil }
    var words = ["ibid", "repl", "--replay", plugin.word]
    for setting in plugin.settings { words += ["--set", setting] }
    if let limits = configuration.limits { words += ["--limit", limits] }
    return (words + source).map(quoted).joined(separator: " ")
  }

  /// The arguments that name an input: a file, or an article of a file that holds many.
  private static func source(
    of input: String, _ configuration: RunConfiguration, _ paths: [String]
  ) -> [String]? {
    func argument(_ path: String) -> String { path.hasPrefix("-") ? "./\(path)" : path }
    if PathKind.of(input) == .file { return [argument(input)] }
    let files = paths.filter { InputFormat.isCollection($0) && PathKind.of($0) == .file }
    // The prompt reads documents with the usual keys only.
    guard files.count == 1, configuration.fields == DocumentFields() else { return nil }
    return ["--input", input, argument(files[0])]
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
        || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
        || "/._-+=,:@%".utf8.contains(byte)
    }
    if isPlain, !word.isEmpty { return word }
    return "'"
      + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: #"'\''"#)
      + "'"
  }

  /// `1.2 s` or `3.4 ms`.
  private static func time(_ microseconds: Int) -> String {
    let isLong = microseconds >= 1_000_000
    let tenths = microseconds / (isLong ? 100_000 : 100)
    return "\(tenths / 10).\(tenths % 10) \(isLong ? "s" : "ms")"
  }
}
