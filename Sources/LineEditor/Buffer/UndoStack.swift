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
  /// Bytes of text in `past`, which bounds the steps of a huge block rather than of a usual one.
  private var size = 0
  private let limit: Int

  /// - Parameter limit: the bytes of text that may be kept; the oldest steps go first.
  init(limit: Int = 16 << 20) { self.limit = limit }

  /// Remembers the state before a change; a word that is typed makes one step.
  mutating func record(_ buffer: EditBuffer, before change: Change) {
    future.removeAll()
    defer { isTyping = change == .typing }
    if change == .typing, isTyping { return }
    push(buffer)
    var dropped = 0
    while size > limit, dropped < past.count - 1 {
      size -= Self.size(past[dropped])
      dropped += 1
    }
    past.removeFirst(dropped)
  }

  /// Ends a run of typing, so that the next typed text is a step of its own.
  mutating func endRun() { isTyping = false }

  /// The state before the last change, or nil.
  mutating func undo(_ current: EditBuffer) -> EditBuffer? {
    guard let state = past.popLast() else { return nil }
    size -= Self.size(state)
    future.append(current)
    isTyping = false
    return state
  }

  /// The state that the last undo left, or nil.
  mutating func redo(_ current: EditBuffer) -> EditBuffer? {
    guard let state = future.popLast() else { return nil }
    push(current)
    isTyping = false
    return state
  }

  private mutating func push(_ state: EditBuffer) {
    past.append(state)
    size += Self.size(state)
  }

  /// The bytes of a state, with some for the state itself, so that empty ones count too.
  private static func size(_ state: EditBuffer) -> Int { state.count + 64 }
}
