import ArgumentParser
import BatchRunner
import Glibc
import HTMLReport
import PluginHost

/// Runs a plan and tells of it.
struct PlanPerformer {
  let plan: RunPlan
  let isQuiet: Bool
  /// The folder in which the paths of the plan start, where that is not the one that the caller is in.
  var folder: String?
  /// The shard that the plan is for, if it is.
  var shard: ShardRun?

  /// Runs until all is done; throws the exit status where that is not 0.
  func perform() throws {
    try plan.checkPlaces()
    let log = Log(plan.configuration.logForm)
    let interrupts = Interrupts()
    let standard = OutputStream.standard(interrupts)
    let isWatched = isatty(STDERR_FILENO) != 0 && log.form == .text
    var configuration = plan.configuration
    configuration.canPrompt = isAtPrompt
    let plugins = (try? configuration.resolve()) ?? []
    for warning in LockCheck(plugins.map(\.path)).warnings { log.say(.warning, warning) }
    let progress = isQuiet || !isWatched || isAtPrompt ? nil : Progress(InputCounter(plan))
    if isatty(STDOUT_FILENO) != 0 { standard.makeWay = { progress?.clear() } }
    let (output, files, reports) = try outputs(standard, log)
    let totals = TotalsOutput(output)
    let summary = try Supervisor(
      configuration, inputs: plan.inputs(), output: totals, workerLimit: plan.workerLimit,
      deadline: plan.deadline, cacheFolder: plan.cacheFolder, retry: plan.retry,
      failureLimit: plan.failureLimit, keepsTotalsOpen: plan.keepsTotalsOpen,
      interrupts: interrupts, progress: progress, warn: { log.say(.warning, $0) },
      beat: { for file in files { file.touch() } }
    ).run()
    if summary.inputCount == 0 { try tellNothingWasFound(summary, log) }
    if summary.cause == nil { try publish(files, summary, totals) }
    for report in reports { try standard.write(report.indexPath + "\n") }
    try standard.flush()
    if let stats = plan.stats { try summary.write(to: stats) }
    if let profile = summary.profile { try tell(profile, log) }
    if isQuiet {
      tellTotalFailures(of: summary, log)
    } else {
      tell(summary, log, isWatched: isWatched, files)
    }
    // A shard that is complete has done all that can be done: what failed is in its records.
    if shard != nil, summary.cause == nil { return }
    if summary.exitStatus != 0 { throw ExitCode(summary.exitStatus) }
  }

  /// Whether a plugin may ask the person who started the run.
  private var isAtPrompt: Bool {
    plan.workerLimit == 1 && isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0
      && plan.configuration.mentionsPrompt
  }

  /// Where no article was found that is an error, unless there need not be any.
  private func tellNothingWasFound(_ summary: RunSummary, _ log: Log) throws {
    if plan.retry == .onlyFailed {
      if !isQuiet { log.say(.info, "ibid: no article is known to have failed") }
    } else if summary.cause == nil, shard == nil {
      throw RunError.noArticles(plan.paths + (plan.list.map { [$0] } ?? []))
    }
  }

  /// Puts the results of a run that came to its end where they belong.
  private func publish(
    _ files: [ResultsFile], _ summary: RunSummary, _ totals: TotalsOutput
  ) throws {
    if let shard {
      try shard.complete(summary, totals: totals.totals, results: files[0])
    } else {
      for file in files { try file.commit() }
    }
  }

  private func tell(
    _ summary: RunSummary, _ log: Log, isWatched: Bool, _ files: [ResultsFile]
  ) {
    if log.form == .json { return log.say(summary) }
    guard summary.exitStatus != 0 || isWatched else { return }
    let report = RunReport(
      summary, plan.configuration, paths: plan.paths, folder: folder,
      showsCosts: isWatched && summary.milliseconds > 1000)
    for line in report.lines { log.say(.info, line) }
    if summary.cause != nil, let file = files.first {
      log.say(.info, "  \(file.path) was not written: the run did not come to its end")
    }
  }

  /// No record says why a total failed: only some formats have totals at all.
  private func tellTotalFailures(of summary: RunSummary, _ log: Log) {
    for total in summary.totalFailures {
      log.say(.error, "ibid: error: the total of \(total.plugin): \(total.failure)")
    }
  }

  private func tell(_ profile: RunProfile, _ log: Log) throws {
    for line in ProfileTable(profile).lines { log.say(.info, line) }
    if let path = plan.timeStacks { try FoldedStacks(profile, .time).write(to: path) }
    if let path = plan.memoryStacks { try FoldedStacks(profile, .memory).write(to: path) }
  }

  func outputs(
    _ standard: OutputStream, _ log: Log
  ) throws -> (output: any RecordOutput, files: [ResultsFile], reports: [HTMLOutput]) {
    var outputs: [any RecordOutput] = []
    var files: [ResultsFile] = []
    var reports: [HTMLOutput] = []
    let targets =
      plan.targets.isEmpty
      ? [.init(isatty(STDOUT_FILENO) != 0 ? .table : .jsonl)] : plan.targets
    for target in targets {
      if target.form == .html {
        reports.append(try report(in: plan.reportFolder(target)))
        outputs.append(reports[reports.count - 1])
        continue
      }
      guard let path = target.path else {
        outputs.append(try output(target.form, standard))
        continue
      }
      let file = try ResultsFile(
        path: path, outputFolder: plan.configuration.outputFolder,
        isDatabase: target.form == .sqlite)
      files.append(file)
      outputs.append(
        target.form == .sqlite
          ? try SQLiteOutput(path: file.writtenPath, name: path) { log.say(.warning, $0) }
          : try output(target.form, file.stream()))
    }
    return (outputs.count == 1 ? outputs[0] : TeeOutput(outputs), files, reports)
  }

  private func report(in folder: String) throws -> HTMLOutput {
    let plan = plan
    let sources = plan.paths + (plan.list.map { [$0] } ?? [])
    return try HTMLOutput(
      folder: folder,
      title: sources.joined(separator: ", "), fields: plan.configuration.fields,
      inputs: { () throws(RunError) in try plan.inputs() })
  }

  private func output(_ form: ResultsForm, _ stream: OutputStream) throws -> any RecordOutput {
    switch form {
    case .table:
      let isTerminal = stream.isStandard && Terminal.isColoured(STDOUT_FILENO)
      let style = Style(isColoured: isTerminal)
      return ExplainedOutput(
        TableOutput(stream, width: Terminal.width, style: style), stream, path: path(ofPlugin:))
    case .jsonl: return JSONLinesOutput(stream)
    case .json: return JSONOutput(stream)
    case .csv: return try CSVOutput(stream)
    case .sqlite, .html:
      throw ValidationError("a database needs a file: --results FILE.sqlite")
    }
  }

  /// The Lua file of a plugin of this run by the name that it gives itself.
  private func path(ofPlugin name: String) -> String? {
    let locator = PluginLocator.standard()
    return plan.configuration.plugins.lazy.compactMap { try? locator.find($0) }.first {
      (try? PluginSession(path: $0))?.manifest.name == name
    }
  }
}
