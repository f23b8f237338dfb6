import CProcess
import Glibc
import Synchronization

/// What Ctrl-C does in the prompt's process while its evaluator works: it asks it to stop.
///
/// The handler stays for the whole session; the line editor puts its own in place while it reads.
enum ControlC {
  private static let presses = Atomic<Int>(0)
  private static let process = Atomic<Int32>(0)
  private static let request = Atomic<Int32>(0)

  /// Puts the handler in place.
  static func install() {
    end()
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in ControlC.press() }
    sigemptyset(&action.sa_mask)
    action.sa_flags = SA_RESTART
    sigaction(SIGINT, &action, nil)
  }

  /// From now on Ctrl-C stops a request of a process.
  static func begin(_ number: Int, of pid: pid_t) {
    presses.store(0, ordering: .relaxed)
    request.store(Int32(truncatingIfNeeded: number), ordering: .relaxed)
    process.store(pid, ordering: .releasing)
  }

  static func end() { process.store(0, ordering: .releasing) }

  /// How often it was pressed since the request began.
  static var count: Int { presses.load(ordering: .relaxed) }

  private static func press() {
    presses.add(1, ordering: .relaxed)
    let pid = process.load(ordering: .acquiring)
    if pid > 0 { _ = ibid_ask_to_stop(pid, request.load(ordering: .relaxed)) }
  }
}
