import CLuaBridge
import Synchronization

/// The Lua state that an interrupt stops, readable in a signal handler while the session changes
/// it.
final class InterruptTarget: Sendable {
  private let address: Atomic<UInt>

  init(_ state: OpaquePointer) { address = Atomic(UInt(bitPattern: state)) }

  func set(_ state: OpaquePointer) { address.store(UInt(bitPattern: state), ordering: .releasing) }

  func clear() { address.store(0, ordering: .releasing) }

  func interrupt() {
    if let state = OpaquePointer(bitPattern: address.load(ordering: .acquiring)) {
      ibid_lua_interrupt(state)
    }
  }
}
