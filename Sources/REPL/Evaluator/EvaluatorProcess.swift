import CProcess
import Glibc

/// A running evaluator, as its prompt sees it.
final class EvaluatorProcess {
  /// F_SETPIPE_SZ, which glibc declares for GNU only.
  private static let setPipeSize: Int32 = 1031

  let pid: pid_t
  /// Readable when it said something or ended.
  let answers: Int32
  private let requests: Int32
  private var lines = LineSplitter()
  private(set) var isAtEnd = false
  /// Whether it ever answered.
  private(set) var hasAnswered = false
  /// How it ended, once that is known: from then on its number may be that of another process.
  private var ending: String?

  /// Starts this executable again as an evaluator.
  ///
  /// A new process rather than a fork of this one: it inherits neither the terminal nor half of the
  /// editor's state, and after a crash it starts as it did at first.
  convenience init() throws(EvaluatorError) {
    // A crash is told in one line; the runtime's own report of it would fill the screen.
    setenv("SWIFT_BACKTRACE", "enable=no", 0)
    var words = ["ibid", "repl", "--evaluator", "\(getpid())"].map { (word: String) in strdup(word)
    }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process = ibid_process()
    let code = ibid_start_process(&words, &process)
    guard code == 0 else { throw .start(errno: code) }
    self.init(process)
  }

  /// Takes over a process that was started.
  init(_ process: ibid_process) {
    pid = process.pid
    requests = process.standard_input
    answers = process.standard_output
    // What is on its way when Ctrl-C comes is still shown: a page of it, not sixteen.
    _ = fcntl(answers, EvaluatorProcess.setPipeSize, 4096)
  }

  deinit {
    close(requests)
    close(answers)
  }

  /// Writes a request; what does not arrive shows when the answers end.
  func send(_ request: EvaluatorRequest) {
    var rest = request.line[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(requests, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if count < 0, errno == EAGAIN {
        var polled = pollfd(fd: requests, events: Int16(POLLOUT), revents: 0)
        poll(&polled, 1, -1)
      } else if errno != EINTR {
        return
      }
    }
  }

  /// The next answer, or `nil` where none comes in time or the process has ended.
  func receive(milliseconds: Int32) -> EvaluatorAnswer? {
    while true {
      if let line = lines.take() {
        guard let answer = EvaluatorAnswer(line) else { continue }
        hasAnswered = true
        return answer
      }
      var polled = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
      guard !isAtEnd, poll(&polled, 1, milliseconds) > 0 else { return nil }
      if !lines.read(answers) { isAtEnd = true }
    }
  }

  /// Asks it to stop what it does for a request; safe in a signal handler.
  func stop(_ request: Int) {
    if ending == nil { _ = ibid_ask_to_stop(pid, Int32(truncatingIfNeeded: request)) }
  }

  /// Kills it where it still runs, and says in words how it ended; the same each time.
  func end() -> String {
    let words = ending ?? kill()
    ending = words
    return words
  }

  private func kill() -> String {
    Glibc.kill(pid, SIGKILL)
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    let signal = status & 0x7F
    if signal == 0 { return "ended with status \(status >> 8 & 0xFF)" }
    guard let name = ibid_signal_name(signal) else { return "was ended by signal \(signal)" }
    return "was ended by SIG\(String(cString: name))"
  }
}

/// Why there is no evaluator.
enum EvaluatorError: Error, CustomStringConvertible {
  /// The system does not start the process.
  case start(errno: Int32)
  /// One process after the other ended without an answer.
  case lost(String)

  var description: String {
    switch self {
    case .start(let errno): "the evaluator does not start: \(String(cString: strerror(errno)))"
    case .lost(let end): "the evaluator \(end) as soon as it started"
    }
  }
}
