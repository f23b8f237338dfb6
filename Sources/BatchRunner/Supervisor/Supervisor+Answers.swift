import Glibc
import PluginHost

extension Supervisor {
  /// Takes what a worker has answered, and notices its end.
  func receive(from worker: WorkerProcess) throws(RunError) {
    let reception = worker.receive()
    // Part of a line counts as an answer: a long record waits for this process to take it.
    if reception.hasBytes, worker.isReady, !worker.jobs.isEmpty {
      setDeadline(of: worker)
    }
    for line in reception.lines { try take(line, from: worker) }
    if reception.isAtEnd { try bury(worker) }
  }

  private func take(_ line: [UInt8], from worker: WorkerProcess) throws(RunError) {
    guard worker.isReady else { return try greet(line, from: worker) }
    guard let job = worker.jobs.first else { return }
    switch job.work {
    case .article(let work):
      if line == Worker.passingNotice {
        worker.isNextPassing = true
        return
      }
      // Whatever else comes out of a worker is not an answer; the deadline will show it.
      guard let plugin = work.next, let record = RecordLine(line) else { return }
      let placed = PlacedRecord(
        line: record, digest: cache?.digest(of: line), staged: staged(record, by: worker))
      if !worker.isNextPassing { keep(placed, plugin: plugin, of: work) }
      worker.isNextPassing = false
      work.add(placed)
      let now = Clock.microseconds()
      summary.costs.note(record, microseconds: now - worker.answerStart)
      worker.noteAnswer(at: now)
      if let records = work.complete {
        pending.put(records, at: work.sequence)
        worker.jobs.removeFirst()
      }
    case .merge, .finish:
      guard let total = TotalLine(line) else { return }
      worker.noteAnswer(at: Clock.microseconds())
      worker.jobs.removeFirst()
      let digest = cache?.digest(of: line)
      keep(total, digest, for: job)
      take(total, digest, for: job.work)
    }
    setDeadline(of: worker)
  }

  /// Gives a worker its time for the answer that comes next.
  func setDeadline(of worker: WorkerProcess) {
    worker.deadline = worker.jobs.first.map { Clock.now() + patience * $0.callCount } ?? .max
  }

  /// Where the files of a record lie that a worker has staged.
  private func staged(_ record: RecordLine, by worker: WorkerProcess) -> [String] {
    guard let stage = worker.stage else { return [] }
    return record.files.map { _ in
      defer { worker.stagedFileCount += 1 }
      return PluginFileWriter.stagedPath(stage, worker.stagedFileCount)
    }
  }

  /// Takes the answer to a request to merge or finish.
  ///
  /// - Parameter digest: that of its line, where there is a cache.
  func take(_ total: TotalLine, _ digest: Digest?, for work: Job.Work) {
    switch work {
    case .article: break
    case .merge(let plugin, let group):
      if let value = total.totalText {
        reductions[plugin].merged(group, into: PartialValue(bytes: value, source: digest))
      } else {
        giveUp(plugin, total)
      }
    case .finish(let plugin):
      if total.status == .ok {
        reductions[plugin].complete()
        totals[plugin] = total
      } else {
        giveUp(plugin, total)
      }
    }
  }

  /// Takes the first line of a worker: what its plugins are, or why they do not load.
  private func greet(_ line: [UInt8], from worker: WorkerProcess) throws(RunError) {
    switch Hello(line) {
    case .ready(let plugins)?:
      worker.isReady = true
      failedStarts = 0
      setDeadline(of: worker)
      if self.plugins.isEmpty {
        cache?.welcomeAndKeep(plugins)
        try welcome(plugins)
      }
    case .failed(let message)?: throw .loading(message)
    case nil: return
    }
  }

  /// Ends a worker that died or is late; its article gets its records, the others go to the next worker.
  func bury(_ worker: WorkerProcess) throws(RunError) {
    let end = worker.end()
    workers.removeAll { $0 === worker }
    summary.workersLost += 1
    let reason =
      worker.wasLate
      ? "the worker process gave no answer for \(Double(patience) / 1000) s and was ended"
      : "\(end)"
    var jobs = worker.jobs
    if !worker.isReady {
      failedStarts += 1
      if failedStarts == 3 { throw .worker("while it loaded the plugins, \(reason)") }
      if plugins.isEmpty { try startWorker() }
    } else if !jobs.isEmpty {
      settle(jobs.removeFirst(), worker.wasLate ? .timeout : .crashed, reason)
    }
    returned.insert(contentsOf: jobs, at: 0)
  }

  /// Gives a job that was in hand when its worker died the answers that are missing.
  private func settle(_ job: Job, _ status: RecordStatus, _ reason: String) {
    switch job.work {
    case .article(let work):
      while let plugin = work.next {
        let line = RecordLine(input: job.name, plugin: plugins[plugin].name, status, reason)
        let record = PlacedRecord(line: line, digest: cache?.digest(of: line.bytes))
        keep(record, plugin: plugin, of: work)
        work.add(record)
      }
      pending.put(work.complete!, at: work.sequence)
    case .merge(let plugin, _), .finish(let plugin):
      let outcome = Outcome(status: status, error: RecordError(message: reason))
      giveUp(plugin, TotalLine(plugin: plugins[plugin].name, outcome))
    }
  }

  private func giveUp(_ plugin: Int, _ total: TotalLine) {
    guard !reductions[plugin].isComplete else { return }
    reductions[plugin].complete()
    summary.note(total)
    totals[plugin] = total
  }
}
