import Synchronization

/// Takes lines from any thread and shows them above the prompt while a block is edited.
public final class Announcer: Sendable {
  private struct State {
    var lines: [String] = []
    var isReading = false
  }

  private let state = Mutex(State())

  init() {}

  /// Shows a text, of one line or several; between two blocks it waits for the next prompt.
  public func post(_ text: String) {
    state.withLock { state in
      state.lines += text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if state.isReading { SignalState.wake(0) }
    }
  }

  func attach() { state.withLock { $0.isReading = true } }
  func detach() { state.withLock { $0.isReading = false } }

  /// The lines that were not shown yet.
  func take() -> [String] {
    state.withLock { state in
      defer { state.lines = [] }
      return state.lines
    }
  }
}
