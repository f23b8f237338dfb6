/// The command of each key; keys without one insert themselves or do nothing.
public struct KeyBindings: Sendable {
  private var commands: [KeyPress: EditCommand] = [:]
  /// The bound keys in the order in which they were first bound.
  public private(set) var keys: [KeyPress] = []

  public init() {}

  /// The command of a key, or nil.
  public subscript(key: KeyPress) -> EditCommand? {
    get { commands[key] }
    set {
      if commands[key] == nil { keys.append(key) }
      commands[key] = newValue
      if newValue == nil { keys.removeAll { $0 == key } }
    }
  }

  /// The keys of readline's Emacs mode, with those that blocks and suggestions add.
  public static let standard: KeyBindings = {
    var bindings = KeyBindings()
    for (command, keys) in table {
      for key in keys { bindings[key] = command }
    }
    return bindings
  }()

  private static let table: [(EditCommand, [KeyPress])] = [
    (.submit, [KeyPress(.enter)]),
    (.newline, [KeyPress(.enter, .alt), KeyPress(.enter, .shift)]),
    (.interrupt, [.control("c")]),
    (.endOfInputOrDelete, [.control("d")]),
    (.suspend, [.control("z")]),
    (.clearScreen, [.control("l")]),
    (.complete, [KeyPress(.tab)]),
    (.completeBackward, [KeyPress(.tab, .shift)]),
    (.search, [.control("r")]),
    (.searchForward, [.control("s")]),
    (.escape, [KeyPress(.escape), .control("g")]),
    (.left, [KeyPress(.left), .control("b")]),
    (.right, [KeyPress(.right), .control("f")]),
    (.wordLeft, [.alt("b"), KeyPress(.left, .control), KeyPress(.left, .alt)]),
    (.wordRight, [.alt("f"), KeyPress(.right, .control), KeyPress(.right, .alt)]),
    (.lineStart, [KeyPress(.home), .control("a")]),
    (.lineEnd, [KeyPress(.end), .control("e")]),
    (.blockStart, [KeyPress(.home, .control), .alt("<")]),
    (.blockEnd, [KeyPress(.end, .control), .alt(">")]),
    (.up, [KeyPress(.up)]),
    (.down, [KeyPress(.down)]),
    (.historyPrevious, [.control("p"), KeyPress(.up, .control)]),
    (.historyNext, [.control("n"), KeyPress(.down, .control)]),
    (.historyPreviousMatching, [KeyPress(.pageUp), .alt("p")]),
    (.historyNextMatching, [KeyPress(.pageDown), .alt("n")]),
    (.deleteBackward, [KeyPress(.backspace), KeyPress(.backspace, .shift)]),
    (.deleteForward, [KeyPress(.delete)]),
    (.transpose, [.control("t")]),
    (.killToLineEnd, [.control("k")]),
    (.killToLineStart, [.control("u")]),
    (.killWordBackward, [KeyPress(.backspace, .alt), KeyPress(.backspace, .control)]),
    (.killWordForward, [.alt("d"), KeyPress(.delete, .control), KeyPress(.delete, .alt)]),
    (.killBlankWordBackward, [.control("w")]),
    (.yank, [.control("y")]),
    (.yankPrevious, [.alt("y")]),
    (.undo, [.control("_")]),
    (.redo, [.alt("/"), .alt("_")]),
  ]
}
