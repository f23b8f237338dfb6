import CProcess
import PluginHost
import Synchronization

/// What Ctrl-C stops in the evaluator, which runs everything on one thread.
enum Interrupt {
  private static let flag = Atomic<Bool>(false)
  /// The request in hand, or 0.
  private static let current = Atomic<Int>(0)

  /// Listens to the prompt from now on.
  static func install() {
    // Touched here once, since what a handler touches first would be made inside it.
    end()
    _ = ibid_receive_requests_to_stop { number in Interrupt.stop(Int(number)) }
  }

  /// Starts a request: from now on it is the one that can be stopped.
  static func begin(_ request: Int) {
    flag.store(false, ordering: .relaxed)
    current.store(request, ordering: .relaxed)
  }

  static func end() { current.store(0, ordering: .relaxed) }

  /// Whether the request in hand is to stop, for loops outside Lua.
  static var isPending: Bool { flag.load(ordering: .relaxed) }

  private static func stop(_ request: Int) {
    // A signal that came late means a request that is over.
    guard request == current.load(ordering: .relaxed) else { return }
    flag.store(true, ordering: .relaxed)
    RunningLua.interrupt()
  }
}
