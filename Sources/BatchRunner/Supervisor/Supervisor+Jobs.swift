import Glibc
import PluginHost

extension Supervisor {
  /// How many inputs may be under way or wait for their turn, so that one slow article does not fill the memory.
  private var pendingLimit: Int { 64 * workerLimit }

  /// Whether an input could be taken now.
  var wantsInput: Bool { !isInputAtEnd && !plugins.isEmpty && pending.count < pendingLimit }

  /// Sends jobs as long as there are jobs and workers for them.
  func dispatch() throws(RunError) {
    guard !plugins.isEmpty, stop == nil else { return }
    while hasRoom, let job = nextJob() {
      let worker = try workerForJob()
      let wasIdle = worker.jobs.isEmpty && worker.isReady
      worker.send(job)
      if wasIdle { setDeadline(of: worker) }
    }
  }

  private var hasRoom: Bool {
    workers.count < workerLimit || workers.contains { $0.hasRoom }
  }

  /// An idle worker, else a new one, else the one with the fewest jobs.
  private func workerForJob() throws(RunError) -> WorkerProcess {
    if let idle = workers.first(where: { $0.jobs.isEmpty }) { return idle }
    if workers.count < workerLimit { try startWorker() }
    var best = workers[0]
    for worker in workers where worker.hasRoom {
      if !best.hasRoom || worker.jobs.count < best.jobs.count { best = worker }
    }
    return best
  }

  private func nextJob() -> Job? {
    if !returned.isEmpty { return returned.removeFirst() }
    if let job = nextReduction() { return job }
    while wantsInput {
      if inputs.awaitedDescriptor != nil, !isInputReady { return nil }
      isInputReady = false
      guard let input = inputs.next() else {
        isInputAtEnd = true
        return nextReduction()
      }
      if let job = job(for: input) { return job }
    }
    return nil
  }

  /// The job for an input; one whose records are known has them at once.
  private func job(for input: Input) -> Job? {
    var key = cache?.key(of: input)
    if retry == .onlyFailed, !hasFailed(key) { return nil }
    summary.inputCount += 1
    let kept = keptRecords(key)
    key?.found = nil
    let work = ArticleWork(sequence: pending.reserve(), key: key, records: kept)
    if let records = work.complete {
      pending.put(records, at: work.sequence)
      return nil
    }
    let missing = work.missing.map { plugins[$0].name }
    let some = missing.count < plugins.count ? missing : nil
    switch input.content {
    case .file(let path):
      return Job(
        .article(work), name: input.name, request: RequestLine.article(path: path, plugins: some))
    case .document(let line):
      return Job(
        .article(work), name: input.name,
        request: RequestLine.article(document: line, plugins: missing))
    case .bytes(let bytes):
      guard let memory = MemoryFile(bytes) else {
        fail(work, input.name, SystemError.message())
        return nil
      }
      return Job(
        .article(work), name: input.name,
        request: RequestLine.article(path: memory.path, name: input.name, plugins: some),
        holding: memory.descriptor)
    case .unreadable(let problem):
      fail(work, input.name, problem.description)
      return nil
    }
  }

  /// Gives an input that cannot be read its records.
  private func fail(_ work: ArticleWork, _ name: String, _ message: String) {
    while let plugin = work.next {
      work.add(
        PlacedRecord(
          line: RecordLine(input: name, plugin: plugins[plugin].name, .error, message)))
    }
    pending.put(work.complete!, at: work.sequence)
  }

  /// Merges that are due, and `finish` once all is merged.
  private func nextReduction() -> Job? {
    let areResultsComplete = isInputAtEnd && pending.isEmpty
    for index in reductions.indices {
      if areResultsComplete { reductions[index].close() }
      while let step = reductions[index].next() {
        if let job = job(for: step, of: index) { return job }
      }
    }
    return nil
  }

  /// The job for a step of a plugin's reduction; one whose answer is known is done at once.
  private func job(for step: Reduction.Step, of plugin: Int) -> Job? {
    let name = plugins[plugin].name
    switch step {
    case .merge(let request):
      let work = Job.Work.merge(plugin: plugin, group: request.group)
      let key = totalKey(of: work, request.values)
      if takeKeptTotal(key, for: work) { return nil }
      return Job(
        work, name: "merge", request: RequestLine.merge(name, request.values),
        callCount: request.values.count - 1, totalKey: key)
    case .finish(let values):
      let work = Job.Work.finish(plugin: plugin)
      let key = totalKey(of: work, values)
      if takeKeptTotal(key, for: work) { return nil }
      return Job(
        work, name: "finish", request: RequestLine.finish(name, values), callCount: values.count,
        totalKey: key)
    case .total(let value):
      totals[plugin] = TotalLine(plugin: name, .init(status: .ok, result: value.bytes))
      return nil
    }
  }

  /// Passes on the records whose turn has come.
  func emit() throws(RunError) {
    while stop?.end != 0, let records = pending.take() {
      for (index, record) in records.enumerated() {
        if record.line.plugin == ArticleRecord.plugin {
          try output.write(article: record.line)
          continue
        }
        let line = record.staged.isEmpty ? record.line : stage?.place(record) ?? record.line
        summary.count(line, isKept: record.isKept)
        try output.write(line)
        if summary.failedCount >= failureLimit {
          stop = Stop(cause: .failures(summary.failedCount), end: 0)
          return
        }
        if line.status == .ok, !reductions[index].isComplete, let result = line.resultText {
          reductions[index].append(PartialValue(bytes: result, source: record.digest))
        }
      }
    }
  }
}
