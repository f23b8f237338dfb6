import ArticleModel
import Glibc
import PluginHost

extension Supervisor {
  /// How many inputs may be under way or wait for their turn, so that one slow article does not fill the memory.
  private var pendingLimit: Int { 64 * workerLimit }

  /// Whether an input could be taken now.
  var wantsInput: Bool { !isInputAtEnd && !plugins.isEmpty && pending.count < pendingLimit }

  /// Sends jobs as long as there are jobs and workers for them.
  func dispatch() throws(RunError) {
    guard !plugins.isEmpty else { return }
    while hasRoom, let job = nextJob() {
      let worker = try workerForJob()
      if worker.jobs.isEmpty, worker.isReady { worker.deadline = Clock.now() + patience }
      worker.send(job)
    }
  }

  private var hasRoom: Bool {
    workers.count < workerLimit || workers.contains { $0.jobs.count < WorkerProcess.window }
  }

  /// An idle worker, else a new one, else the one with the fewest jobs.
  private func workerForJob() throws(RunError) -> WorkerProcess {
    if let idle = workers.first(where: \.jobs.isEmpty) { return idle }
    if workers.count < workerLimit { try startWorker() }
    return workers.min { $0.jobs.count < $1.jobs.count }!
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
      summary.inputCount += 1
      if let job = job(for: input) { return job }
    }
    return nil
  }

  /// The job for an input; one that cannot be read has its records at once.
  private func job(for input: Input) -> Job? {
    let sequence = pending.reserve()
    let request: [UInt8]
    var descriptor: Int32?
    switch input.content {
    case .file(let path): request = Supervisor.request(path: path, name: nil)
    case .document(let line): request = line + [UInt8(ascii: "\n")]
    case .bytes(let bytes):
      guard let memory = MemoryFile(bytes) else {
        pending.put(failures(of: input.name, SystemError.message()), at: sequence)
        return nil
      }
      request = Supervisor.request(path: memory.path, name: input.name)
      descriptor = memory.descriptor
    case .unreadable(let problem):
      pending.put(failures(of: input.name, problem.description), at: sequence)
      return nil
    }
    return Job(
      .article(sequence: sequence), name: input.name, request: request, holding: descriptor)
  }

  private func failures(of input: String, _ message: String) -> [PlacedRecord] {
    plugins.map { PlacedRecord(line: RecordLine(input: input, plugin: $0.name, .error, message)) }
  }

  private static func request(path: String, name: String?) -> [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    if let name {
      json.key("id")
      json.value(name)
    }
    json.key("path")
    json.value(path)
    json.endObject()
    return json.finish() + [UInt8(ascii: "\n")]
  }

  /// Merges that are due, and `finish` once all is merged.
  private func nextReduction() -> Job? {
    let areResultsComplete = isInputAtEnd && pending.isEmpty
    for index in reductions.indices {
      if areResultsComplete { reductions[index].close() }
      switch reductions[index].next() {
      case .merge(let step)?:
        return Job(
          .merge(plugin: index, group: step.group), name: "merge",
          request: Supervisor.request("merge", plugins[index].name, "values", list: step.values))
      case .finish(let total)?:
        return Job(
          .finish(plugin: index), name: "finish",
          request: Supervisor.request("finish", plugins[index].name, "value", total))
      case .total(let total)?:
        totals[index] = TotalLine(plugin: plugins[index].name, .init(status: .ok, result: total))
      case nil: continue
      }
    }
    return nil
  }

  private static func request(_ verb: String, _ plugin: String, _ key: String, list: [[UInt8]])
    -> [UInt8]
  {
    let values = list.joined(separator: [UInt8(ascii: ",")])
    return request(verb, plugin, key, [UInt8(ascii: "[")] + values + [UInt8(ascii: "]")])
  }

  private static func request(_ verb: String, _ plugin: String, _ key: String, _ value: [UInt8])
    -> [UInt8]
  {
    var json = JSONWriter()
    json.beginObject()
    json.key(verb)
    json.value(plugin)
    json.key(key)
    json.raw(value)
    json.endObject()
    return json.finish() + [UInt8(ascii: "\n")]
  }

  /// Passes on the records whose turn has come.
  func emit() throws(RunError) {
    while let records = pending.take() {
      for (index, record) in records.enumerated() {
        let line = record.staged.isEmpty ? record.line : stage?.place(record) ?? record.line
        summary.count(line)
        try output.write(line)
        if line.status == .ok, !reductions[index].isComplete, let result = line.resultText {
          reductions[index].append(result)
        }
      }
    }
  }
}
