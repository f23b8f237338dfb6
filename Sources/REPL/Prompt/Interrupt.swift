import Glibc
import PluginHost
import Synchronization

/// What Ctrl-C stops while something runs.
///
/// The handler stays for the whole of an interactive session; the line editor puts its own in place
/// while it reads.
enum Interrupt {
  private static let flag = Atomic<Bool>(false)

  /// Puts the handler in place. Call it before anything runs.
  static func install() {
    _ = flag.load(ordering: .relaxed)
    runningSession = nil
    runningPlugin = nil
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in Interrupt.stop() }
    sigemptyset(&action.sa_mask)
    action.sa_flags = SA_RESTART
    sigaction(SIGINT, &action, nil)
  }

  /// Whether Ctrl-C was pressed since the last `reset`, for loops outside Lua.
  static var isPending: Bool { flag.load(ordering: .relaxed) }

  static func reset() { flag.store(false, ordering: .relaxed) }

  /// Runs `body`; Ctrl-C meanwhile stops the session's evaluation.
  static func stopping<Result>(_ session: ReplSession, _ body: () -> Result) -> Result {
    runningSession = Unmanaged.passUnretained(session)
    defer { runningSession = nil }
    return body()
  }

  /// Runs `body`; Ctrl-C meanwhile stops the plugin.
  static func stopping<Result>(_ plugin: PluginSession, _ body: () -> Result) -> Result {
    runningPlugin = Unmanaged.passUnretained(plugin)
    defer { runningPlugin = nil }
    return body()
  }

  private static func stop() {
    flag.store(true, ordering: .relaxed)
    runningSession?._withUnsafeGuaranteedRef { $0.interrupt() }
    runningPlugin?._withUnsafeGuaranteedRef { $0.interrupt() }
  }
}

// A signal handler carries nothing with it; these are set and read by one thread.
nonisolated(unsafe) private var runningSession: Unmanaged<ReplSession>?
nonisolated(unsafe) private var runningPlugin: Unmanaged<PluginSession>?
