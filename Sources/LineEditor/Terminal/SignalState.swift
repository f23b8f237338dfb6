import Glibc

/// What signal handlers need, at a fixed place in memory.
struct SignalState {
  var input: Int32 = -1
  var output: Int32 = -1
  var settings = termios()
  var isRaw = false
  var pipe: (read: Int32, write: Int32) = (-1, -1)
  /// The action of each signal before ours, by signal number.
  var former: UnsafeMutablePointer<sigaction>
  var isReplaced: UnsafeMutablePointer<Bool>

  /// Gives the terminal back; safe in a signal handler.
  mutating func restore() {
    guard isRaw else { return }
    isRaw = false
    // End bracketed paste and colours, show the cursor.
    let text: StaticString = "\u{1B}[?2004l\u{1B}[m\u{1B}[?25h"
    _ = write(output, text.utf8Start, text.utf8CodeUnitCount)
    _ = tcsetattr(input, TCSADRAIN, &settings)
  }
}

/// The one state of the process: signal handlers cannot carry anything with them.
nonisolated(unsafe) let signalState: UnsafeMutablePointer<SignalState> = {
  let count = 65  // Linux numbers signals from 1 to 64
  let former = UnsafeMutablePointer<sigaction>.allocate(capacity: count)
  former.initialize(repeating: sigaction(), count: count)
  let isReplaced = UnsafeMutablePointer<Bool>.allocate(capacity: count)
  isReplaced.initialize(repeating: false, count: count)
  let state = UnsafeMutablePointer<SignalState>.allocate(capacity: 1)
  state.initialize(to: SignalState(former: former, isReplaced: isReplaced))
  return state
}()

extension SignalState {
  /// Signals that the loop of the reader answers.
  private static let reported = [SIGWINCH, SIGCONT, SIGTSTP, SIGINT]
  /// Signals that end the process, unless the program has its own idea of them.
  private static let fatal = [
    SIGHUP, SIGTERM, SIGQUIT, SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP,
  ]
  /// Signals that end the process unless the program uses them, which it may do at any prompt.
  private static let fatalByDefault = [SIGALRM, SIGPIPE, SIGXCPU, SIGUSR1, SIGUSR2]

  /// Opens the pipe and registers the way out through `exit`, once in a process.
  static func prepare() throws(LineEditorError) {
    guard signalState.pointee.pipe.read < 0 else { return }
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw .terminal(call: "pipe", errno: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
    }
    signalState.pointee.pipe = (ends[0], ends[1])
    atexit { signalState.pointee.restore() }
  }

  /// Sends a byte to whoever waits at the pipe; safe in a signal handler.
  static func wake(_ byte: UInt8) {
    var byte = byte
    _ = write(signalState.pointee.pipe.write, &byte, 1)
  }

  /// Puts the handlers in place; signals that the program ignores stay ignored.
  static func install(restoring: Bool) {
    for signal in reported { replace(signal, by: report) }
    guard restoring else { return }
    for signal in fatal { replace(signal, by: die) }
    for signal in fatalByDefault { replace(signal, by: die, onlyDefault: true) }
  }

  /// Puts the former actions back.
  static func uninstall() {
    for signal in reported + fatal + fatalByDefault
    where signalState.pointee.isReplaced[Int(signal)] {
      sigaction(signal, &signalState.pointee.former[Int(signal)], nil)
      signalState.pointee.isReplaced[Int(signal)] = false
    }
  }

  private static func replace(
    _ signal: Int32, by handler: @escaping Handler, onlyDefault: Bool = false
  ) {
    let former = signalState.pointee.former + Int(signal)
    guard sigaction(signal, nil, former) == 0 else { return }
    let disposition = unsafeBitCast(former.pointee.__sigaction_handler, to: Int.self)
    if disposition == ignored || (onlyDefault && disposition != byDefault) { return }
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    // All signals wait meanwhile, SIGTTOU among them: it would stop a restore in the background.
    sigfillset(&action.sa_mask)
    action.sa_flags = SA_RESTART | SA_ONSTACK
    signalState.pointee.isReplaced[Int(signal)] = sigaction(signal, &action, nil) == 0
  }

  private typealias Handler = @convention(c) (Int32) -> Void
  // SIG_DFL and SIG_IGN are casts that Swift does not import; these are their addresses.
  private static let byDefault = 0
  private static let ignored = 1

  private static let report: Handler = { signal in
    let code = errno
    wake(UInt8(truncatingIfNeeded: signal))
    errno = code
  }

  private static let die: Handler = { signal in
    let code = errno
    signalState.pointee.restore()
    // With the former action back, the signal comes again as soon as this handler returns.
    sigaction(signal, &signalState.pointee.former[Int(signal)], nil)
    signalState.pointee.isReplaced[Int(signal)] = false
    wake(UInt8(truncatingIfNeeded: signal))
    raise(signal)
    errno = code
  }
}
