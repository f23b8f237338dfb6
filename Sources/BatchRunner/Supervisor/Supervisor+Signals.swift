import CProcess
import Glibc

extension Supervisor {
  /// How a run comes to its end before all is done.
  struct Stop {
    /// Why.
    var cause: RunSummary.Cause
    /// When the articles in hand are given up, by `Clock`.
    var end: Int
  }

  /// Milliseconds that workers have for what they have in hand once the run is to end.
  private static let grace = 1000

  /// Microseconds that a worker has to say where it is before the next one is asked.
  private static let reportWait = 20_000

  /// Takes the signals that came: the first one to end lets what runs come to its end, the next one does not.
  func heedSignals() {
    while let signal = interrupts.take() {
      if stop == nil {
        stop = Stop(cause: .signal(signal), end: Clock.now() + Supervisor.grace)
      } else {
        stop?.end = 0
      }
    }
    if interrupts.takeReportRequest() { reportWorkers() }
  }

  /// Whether the run is to end now.
  var mustEnd: Bool {
    guard let stop else { return false }
    return Clock.now() >= stop.end || workers.allSatisfy(\.jobs.isEmpty)
  }

  /// Says what each worker has in hand, and has it say where in Lua it is.
  private func reportWorkers() {
    progress?.clear()
    warn(
      "ibid: \(RunSummary.count(pending.count, "article")) under way, \(RunSummary.count(summary.recordCount, "record")) written"
    )
    for worker in workers {
      warn("ibid: worker \(worker.pid): \(description(of: worker))")
      kill(worker.pid, SIGUSR1)
      // What the worker says comes below the line on it.
      _ = ibid_wait_readable(interrupts.descriptor, Supervisor.reportWait)
    }
  }

  private func description(of worker: WorkerProcess) -> String {
    guard worker.isReady else { return "loading the plugins" }
    guard let job = worker.jobs.first else { return "idle" }
    let seconds = Double((Clock.microseconds() - worker.answerStart) / 100_000) / 10
    switch job.work {
    case .article(let work):
      let plugin = work.next.map { plugins[$0].name } ?? ""
      return "\(plugin) on \(job.name), for \(seconds) s"
    case .merge(let plugin, _): return "\(plugins[plugin].name) merging, for \(seconds) s"
    case .finish(let plugin): return "\(plugins[plugin].name) finishing, for \(seconds) s"
    }
  }
}
