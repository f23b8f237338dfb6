/// The editor's part of the screen: frames drawn on a terminal of a given size.
struct Screen {
  private let terminal: Terminal
  private var renderer: FrameRenderer
  private var rows: Int

  init(terminal: Terminal, theme: Theme) {
    self.terminal = terminal
    let size = terminal.size
    rows = size.rows
    renderer = FrameRenderer(theme: theme, columns: size.columns)
  }

  /// Starts on a fresh line, behind a mark where other output left its last line open.
  mutating func begin() throws(LineEditorError) {
    let size = terminal.size
    rows = size.rows
    _ = renderer.resize(columns: size.columns)
    // The mark and the blanks fill a row exactly: at its start the cursor stays in it and all is
    // erased again; anywhere else they wrap, and the mark is left behind at the end of the output.
    let blanks = String(repeating: " ", count: max(size.columns - 1, 0))
    let look = renderer.theme[.hint]
    try terminal.write("\u{1B}[\(look)m\u{23CE}\u{1B}[m\(blanks)\r\u{1B}[J")
  }

  mutating func show(_ session: inout EditSession) throws(LineEditorError) {
    try terminal.write(renderer.draw(session.frame(columns: renderer.columns, rows: rows)))
  }

  /// Adopts the terminal's new size.
  mutating func resize() throws(LineEditorError) {
    let size = terminal.size
    rows = size.rows
    try terminal.write(renderer.resize(columns: size.columns))
  }

  mutating func clear() throws(LineEditorError) {
    renderer.forget()
    try terminal.write("\u{1B}[H\u{1B}[2J")
  }

  /// Writes lines where the frame began; the next frame is drawn below them.
  mutating func announce(_ lines: [String]) throws(LineEditorError) {
    guard !lines.isEmpty else { return }
    var builder = FrameBuilder(columns: renderer.columns, metrics: Metrics())
    for (number, line) in lines.enumerated() {
      if number > 0 { builder.newline() }
      builder.append(line, .text)
    }
    let frame = Frame(rows: builder.rows)
    try terminal.write(renderer.erase() + renderer.finish(frame, wasCut: false))
  }

  /// Leaves the block as it stands and goes to the line below it.
  mutating func leaveLine(_ session: EditSession, mark: String = "") throws(LineEditorError) {
    let frame = session.finalFrame(columns: renderer.columns, mark: mark)
    try terminal.write(renderer.finish(frame, wasCut: frame.rows.count > rows))
  }

  /// Shows the block a last time and gives the terminal back.
  mutating func end(
    _ session: EditSession, mark: String = "", as result: ReadResult, _ mode: RawMode
  ) throws(LineEditorError) -> ReadResult {
    try leaveLine(session, mark: mark)
    mode.leave()
    return result
  }
}
