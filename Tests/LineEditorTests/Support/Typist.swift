import TerminalTesting

@testable import LineEditor

/// Types into a session and watches a virtual screen that gets nothing but the renderer's bytes.
struct Typist {
  var session: EditSession
  private(set) var renderer: FrameRenderer
  private(set) var screen: VirtualScreen
  private(set) var outcome: EditSession.Outcome?

  init(
    client: any LineEditorClient = PlainClient(), history: [String] = [], text: String = "",
    columns: Int = 40, rows: Int = 12, counting: VirtualScreen.Counting = .clusters,
    configuration: EditorConfiguration = EditorConfiguration(terminalType: "xterm")
  ) {
    let memory = History()
    for entry in history { memory.add(entry) }
    session = EditSession(
      client: client, configuration: configuration, history: memory, prompt: "> ",
      continuationPrompt: ". ", text: text)
    renderer = FrameRenderer(theme: configuration.theme, columns: columns)
    screen = VirtualScreen(columns: columns, rows: rows, counting: counting)
    draw()
  }

  var text: String { session.buffer.text }

  /// The text with `|` where the cursor is.
  var marked: String {
    let buffer = session.buffer
    return buffer[0..<buffer.cursor] + "|" + buffer[buffer.cursor..<buffer.count]
  }

  mutating func type(_ notation: String) {
    press(KeyPress.keys(notation))
  }

  mutating func press(_ keys: [KeyPress]) {
    for key in keys {
      outcome = session.handle(key)
      draw()
    }
  }

  mutating func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    screen.write(renderer.resize(columns: columns))
    draw()
  }

  mutating func draw() {
    screen.write(renderer.draw(frame()))
  }

  /// What the session wants to be seen.
  mutating func frame() -> Frame { session.frame(columns: screen.columns, rows: screen.rows) }
}
