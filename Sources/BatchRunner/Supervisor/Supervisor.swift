import CProcess
import Glibc
import PluginHost

/// Drives worker processes over all inputs of a run and passes their records on in input order.
///
/// Whatever a plugin does to its worker costs its own record: the supervisor never runs Lua itself, waits for no
/// worker without a deadline, and reads and writes pipes only when they are ready.
public final class Supervisor {
  let configuration: RunConfiguration
  let inputs: InputSequence
  let output: any RecordOutput
  let interrupts: Interrupts
  let progress: Progress?
  let workerLimit: Int
  /// Milliseconds that one record may take.
  let patience: Int
  let stage: FileStage?
  let launcher: WorkerLauncher
  let cache: RunCache?
  let retry: RetryPolicy
  /// After how many failed records the run ends.
  let failureLimit: Int
  /// Whether `finish` is left to others.
  let keepsTotalsOpen: Bool
  /// Takes what a person should know although the run goes on.
  let warn: (String) -> Void
  /// Is called once a minute at least while the run goes on.
  let beat: () -> Void

  var workers: [WorkerProcess] = []
  /// What the first worker told of the plugins; nothing is sent before.
  var plugins: [Hello.Plugin] = []
  var reductions: [Reduction] = []
  /// What each plugin's results were merged into; written in the order of the plugins when all are there.
  var totals: [Int: TotalLine] = [:]
  /// Jobs of workers that died before their turn.
  var returned: [Job] = []
  var pending = RecordQueue()
  var isInputAtEnd = false
  /// Whether the descriptor that the inputs wait for is readable.
  var isInputReady = false
  /// How many workers in a row died before they were ready.
  var failedStarts = 0
  var summary = RunSummary()
  /// Set once the run is to end before all is done.
  var stop: Stop?

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - workerLimit: how many worker processes run at once.
  ///   - deadline: the time that one record may take by the clock on the wall; `nil` for ten seconds more than
  ///     four times the limit of processor time.
  ///   - cacheFolder: where the answers of earlier runs are; `nil` to do all work anew.
  ///   - failureLimit: after how many failed records the run ends.
  ///   - keepsTotalsOpen: whether totals are merged values, without `finish`.
  ///   - warn: takes what a person should know although the run goes on.
  ///   - beat: is called once a minute at least while the run goes on.
  public init(
    _ configuration: RunConfiguration, inputs: InputSequence, output: any RecordOutput,
    workerLimit: Int, deadline: Duration? = nil, cacheFolder: String? = nil,
    retry: RetryPolicy = .none, failureLimit: Int = .max, keepsTotalsOpen: Bool = false,
    interrupts: Interrupts, progress: Progress? = nil,
    warn: @escaping (String) -> Void = { _ in }, beat: @escaping () -> Void = {}
  ) throws {
    // Mistakes that show without running anything are reported before a process is started.
    let limits = try configuration.parsedLimits()
    _ = try configuration.resolve()
    let promised = deadline?.milliseconds ?? 10_000 + 4 * limits.cpu.milliseconds
    // At a prompt a person takes as long as it takes.
    patience = configuration.canPrompt ? Int(Int32.max) : promised
    self.configuration = configuration
    self.inputs = inputs
    self.output = output
    self.workerLimit = max(1, workerLimit)
    self.interrupts = interrupts
    self.progress = progress
    stage = try configuration.outputFolder.map { folder throws(RunError) in
      try FileStage(outputFolder: folder)
    }
    launcher = WorkerLauncher(configuration, sendsArticles: output.wantsArticles)
    self.retry = retry
    self.failureLimit = failureLimit
    self.keepsTotalsOpen = keepsTotalsOpen
    self.warn = warn
    self.beat = beat
    cache = try cacheFolder.map { folder in
      try RunCache(
        folder: folder, configuration, sendsArticles: output.wantsArticles, patience: promised,
        warn: warn)
    }
    if retry == .onlyFailed, cache?.isOpen != true { throw RunError.noCache }
  }

  /// Runs until every input has its records and every plugin its total, or a signal comes.
  public func run() throws(RunError) -> RunSummary {
    let start = Clock.now()
    defer {
      for worker in workers { _ = worker.end() }
      stage?.remove()
      cache?.commit()
    }
    try welcomeFromCache()
    if plugins.isEmpty { try startWorker() }
    while true {
      // Records that came may let merging begin, and inputs that cannot be read have records at once.
      repeat {
        try emit()
        try dispatch()
        // Where all is kept there is never anything to wait for.
        cache?.commitIfDue()
      } while pending.isReady && stop?.end != 0
      if isComplete || mustEnd { break }
      progress?.show(summary, doneCount: summary.inputCount - pending.count)
      try output.flush()
      cache?.endReading()
      stage?.touch()
      beat()
      linger()
      try wait()
    }
    if let stop {
      summary.cause = stop.cause
      for worker in workers where !worker.jobs.isEmpty || !configuration.isProfiled {
        _ = worker.end()
      }
      workers.removeAll { !$0.jobs.isEmpty || !configuration.isProfiled }
    }
    progress?.clear()
    for (_, total) in totals.sorted(by: { $0.key < $1.key }) { try output.write(total) }
    try output.finish()
    collectProfiles()
    for worker in workers { worker.dismiss() }
    workers = []
    cache?.commit()
    summary.canResume = cache?.isOpen ?? false
    summary.milliseconds = Clock.now() - start
    return summary
  }

  private var isComplete: Bool {
    isInputAtEnd && returned.isEmpty && pending.isEmpty && workers.allSatisfy(\.jobs.isEmpty)
      && reductions.allSatisfy(\.isComplete)
  }

  func startWorker() throws(RunError) {
    summary.workersStarted += 1
    let worker = try launcher.start(stage: stage?.start(ofWorker: summary.workersStarted))
    worker.deadline = Clock.now() + max(patience, 10_000)
    workers.append(worker)
  }

  /// For how many microseconds answers may gather.
  private static let lingering = 500...2_000

  /// Lets answers gather where all workers have enough to do, so that many cost one round: for half of what the
  /// first of them needs until it has nothing left. A signal ends the wait.
  private func linger() {
    guard stop == nil, workers.allSatisfy({ $0.isWellSupplied }),
      let supply = workers.map(\.supply).min()
    else { return }
    let limits = Supervisor.lingering
    let time = min(max(supply / 2, limits.lowerBound), limits.upperBound)
    _ = ibid_wait_readable(interrupts.descriptor, time)
  }

  /// Waits until a pipe is ready, a deadline has passed or a signal has come, and handles it.
  private func wait() throws(RunError) {
    var descriptors = [pollfd(fd: interrupts.descriptor, events: Int16(POLLIN), revents: 0)]
    let awaited = wantsInput && !isInputReady ? inputs.awaitedDescriptor : nil
    descriptors.append(pollfd(fd: awaited ?? -1, events: Int16(POLLIN), revents: 0))
    for worker in workers {
      descriptors.append(pollfd(fd: worker.answers, events: Int16(POLLIN), revents: 0))
      let writing = worker.hasOutgoing ? worker.requests : -1
      descriptors.append(pollfd(fd: writing, events: Int16(POLLOUT), revents: 0))
    }
    let next = workers.reduce(stop?.end ?? .max) { min($0, $1.deadline) }
    var timeout = next == .max ? -1 : max(0, min(next - Clock.now(), 60_000)) + 1
    timeout = timeout < 0 ? StageLock.beat : min(timeout, StageLock.beat)
    if let due = cache?.dueIn { timeout = timeout < 0 ? due : min(timeout, due) }
    guard poll(&descriptors, nfds_t(descriptors.count), Int32(timeout)) >= 0 || errno == EINTR
    else {
      throw .worker(SystemError.message())
    }
    // Before the answers: a signal may have ended the workers too.
    heedSignals()
    if descriptors[1].revents != 0 { isInputReady = true }
    for (index, worker) in workers.enumerated() {
      if descriptors[3 + 2 * index].revents != 0 { worker.pump() }
      if descriptors[2 + 2 * index].revents != 0 { try receive(from: worker) }
    }
    let now = Clock.now()
    for worker in workers where worker.deadline <= now {
      worker.wasLate = true
      try bury(worker)
    }
  }
}
