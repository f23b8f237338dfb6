import CProcess
import Glibc

/// A running `ibid worker`, with what was sent to it and not yet answered.
final class WorkerProcess {
  /// How many requests are sent ahead, so that a worker need not wait for the next one: so many for slow articles,
  /// and up to so many where they take less than `lead` microseconds together.
  private static let window = 4...32
  private static let lead = 10_000
  /// How many bytes may wait to be written before the window is at its smallest again.
  private static let outgoingLimit = 1 << 18

  let pid: pid_t
  /// The supervisor's ends of the pipes; neither blocks.
  private(set) var requests: Int32
  let answers: Int32
  /// What is sent and not fully answered; the first is in hand.
  var jobs: [Job] = []
  /// Whether the plugins are loaded.
  var isReady = false
  /// Whether it was killed for being late.
  var wasLate = false
  /// When work on the answer in hand began, by `Clock` in microseconds.
  private(set) var answerStart = 0
  /// Microseconds that an answer takes, the last ones counting most.
  private var answerTime = lead
  /// When the answer in hand is due, by `Clock`.
  var deadline = Int.max
  /// Whether its next record tells of this moment and machine, so that it must not be kept.
  var isNextPassing = false
  /// How the paths of the files begin that it stages; `nil` where plugins have no place for files.
  let stage: String?
  /// How many files it has staged.
  var stagedFileCount = 0
  private var outgoing: [UInt8] = []
  private var outgoingStart = 0
  private var incoming: [UInt8] = []
  /// Up to where `incoming` is known to hold no line end: a record may have 16 MB and come in 64 KB pieces.
  private var searched = 0

  init(pid: pid_t, requests: Int32, answers: Int32, stage: String?) {
    self.pid = pid
    self.stage = stage
    self.requests = requests
    self.answers = answers
  }

  private var window: Int {
    guard outgoing.count - outgoingStart < WorkerProcess.outgoingLimit else {
      return WorkerProcess.window.lowerBound
    }
    let ahead = WorkerProcess.lead / max(1, answerTime)
    return min(max(ahead, WorkerProcess.window.lowerBound), WorkerProcess.window.upperBound)
  }

  /// Whether another request may be sent.
  var hasRoom: Bool { jobs.count < window }

  /// Whether it has enough in hand to be left alone for a moment.
  var isWellSupplied: Bool { isReady && jobs.count > window / 2 }

  /// For about how many microseconds it has work behind the answer in hand.
  var supply: Int { max(0, jobs.count - 1) * answerTime }

  /// Takes note of an answer, after which work on the next begins.
  func noteAnswer(at now: Int) {
    answerTime = (7 * answerTime + now - answerStart) / 8
    answerStart = now
  }

  /// Whether bytes wait to be written.
  var hasOutgoing: Bool { outgoingStart < outgoing.count }

  /// Sends a job, or as much of it as the pipe takes now.
  func send(_ job: Job) {
    if jobs.isEmpty { answerStart = Clock.microseconds() }
    jobs.append(job)
    outgoing += job.request
    pump()
  }

  /// Writes what the pipe takes. A reader that is gone shows when the answers end.
  func pump() {
    while hasOutgoing {
      let count = outgoing.withUnsafeBytes {
        write(requests, $0.baseAddress! + outgoingStart, $0.count - outgoingStart)
      }
      if count < 0 && errno == EINTR { continue }
      if count < 0 && errno != EAGAIN { outgoingStart = outgoing.count }
      guard count > 0 else { break }
      outgoingStart += count
    }
    if !hasOutgoing {
      outgoing.removeAll(keepingCapacity: true)
      outgoingStart = 0
    }
  }

  /// What was there to read.
  struct Reception {
    var lines: [[UInt8]] = []
    /// Whether there was anything, be it less than a line.
    var hasBytes = false
    /// Whether the worker has closed its end.
    var isAtEnd = false
  }

  /// Reads what is there.
  func receive() -> Reception {
    var reception = Reception()
    while true {
      var count = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, filled in
        count = read(answers, buffer.baseAddress!, buffer.count)
        filled = max(0, count)
      }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 {
        reception.isAtEnd = count == 0 || errno != EAGAIN
        break
      }
      reception.hasBytes = true
      incoming += chunk
      if count < 1 << 16 { break }
    }
    var start = 0
    while let end = lineEnd() {
      reception.lines.append(Array(incoming[start..<end]))
      start = end + 1
      searched = start
    }
    incoming.removeSubrange(..<start)
    searched = incoming.count
    return reception
  }

  private func lineEnd() -> Int? {
    let (from, count) = (searched, incoming.count)
    guard from < count else { return nil }
    return incoming.withUnsafeBytes { bytes in
      memchr(bytes.baseAddress! + from, 0x0A, count - from).map {
        UnsafeRawPointer($0) - bytes.baseAddress!
      }
    }
  }

  /// Kills it where it still runs, and says how it ended.
  func end() -> WorkerEnd {
    kill(pid, SIGKILL)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    closeRequests()
    close(answers)
    return WorkerEnd(status: status)
  }

  /// Tells it that there are no more requests.
  func closeRequests() {
    if requests >= 0 { close(requests) }
    requests = -1
  }

  /// What it says last before it closes its end, in at most so many milliseconds; `nil` where that is nothing.
  func lastLine(within patience: Int) -> [UInt8]? {
    let deadline = Clock.now() + patience
    var last: [UInt8]?
    while true {
      let reception = receive()
      last = reception.lines.last ?? last
      let left = deadline - Clock.now()
      if reception.isAtEnd || left <= 0 { return last }
      var waiting = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
      _ = poll(&waiting, 1, Int32(min(left, 1000)))
    }
  }

  /// Lets it end by itself after its last answer, for at most two seconds.
  func dismiss() {
    closeRequests()
    var waiting = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
    _ = poll(&waiting, 1, 2000)
    kill(pid, SIGKILL)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    close(answers)
  }
}

/// How a worker process ended.
enum WorkerEnd: Hashable, CustomStringConvertible {
  case exited(Int32)
  case signalled(Int32)

  /// Reads the status that `waitpid` gives.
  init(status: Int32) {
    let signal = status & 0x7F
    self = signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }

  var description: String {
    switch self {
    case .exited(let code): "the worker process ended with status \(code)"
    case .signalled(let signal):
      if let name = ibid_signal_name(signal) {
        "the worker process was ended by SIG\(String(cString: name)) (signal \(signal))"
      } else {
        "the worker process was ended by signal \(signal)"
      }
    }
  }
}
