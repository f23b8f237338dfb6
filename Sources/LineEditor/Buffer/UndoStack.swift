/// The states of a buffer before each change, with runs of typing taken together.
struct UndoStack {
  /// What kind of change is about to happen.
  enum Change {
    case typing
    case other
  }

  private var past: [EditBuffer] = []
  private var future: [EditBuffer] = []
  private var isTyping = false
  /// More steps than anyone takes back; it bounds the memory of a long session in one block.
  private let limit = 1000

  /// Remembers the state before a change; a word that is typed makes one step.
  mutating func record(_ buffer: EditBuffer, before change: Change) {
    future.removeAll()
    defer { isTyping = change == .typing }
    if change == .typing, isTyping { return }
    past.append(buffer)
    if past.count > limit { past.removeFirst(past.count - limit) }
  }

  /// Ends a run of typing, so that the next typed text is a step of its own.
  mutating func endRun() { isTyping = false }

  /// The state before the last change, or nil.
  mutating func undo(_ current: EditBuffer) -> EditBuffer? {
    guard let state = past.popLast() else { return nil }
    future.append(current)
    isTyping = false
    return state
  }

  /// The state that the last undo left, or nil.
  mutating func redo(_ current: EditBuffer) -> EditBuffer? {
    guard let state = future.popLast() else { return nil }
    past.append(current)
    isTyping = false
    return state
  }
}
