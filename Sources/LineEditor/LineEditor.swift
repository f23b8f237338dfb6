import Glibc

/// Reads blocks of text from a terminal, with editing, colours, hints, completion and history.
///
/// The editor is used by one thread. On a terminal that cannot move its cursor, and on any other
/// input, it reads plain lines and writes no escape sequence.
///
/// ```swift
/// let editor = LineEditor(client: Language(), history: History(path: path))
/// while case .line(let text) = try editor.readBlock(prompt: "> ") { run(text) }
/// ```
public final class LineEditor {
  public let configuration: EditorConfiguration
  public let history: History
  /// Shows lines above the prompt from any thread.
  public let announcer = Announcer()

  let client: any LineEditorClient
  let terminal: Terminal
  var plain = PlainReader()
  private var kills = KillRing()
  private var decoder = KeyDecoder()
  /// Keys that came with the last ones, after the key that ended the block.
  private var waiting: ArraySlice<KeyPress> = []

  /// Makes an editor over two descriptors.
  ///
  /// - Parameters:
  ///   - history: where submitted blocks are kept; in memory alone by default.
  public init(
    input: Int32 = 0, output: Int32 = 1, client: any LineEditorClient = PlainClient(),
    history: History = History(), configuration: EditorConfiguration
  ) {
    terminal = Terminal(input: input, output: output)
    self.client = client
    self.history = history
    self.configuration = configuration
  }

  /// Whether the editor edits on the screen, and does not only read lines.
  public var isInteractive: Bool {
    guard let type = configuration.terminalType, !type.isEmpty, type != "dumb" else { return false }
    return terminal.isInteractive
  }

  /// Reads one block.
  ///
  /// A submitted block goes to the history. Without a terminal no prompt is written; a block that
  /// is incomplete when the input ends is given as it stands.
  ///
  /// - Parameters:
  ///   - prompt: what stands before the first line; controls in it are shown, not obeyed.
  ///   - continuationPrompt: what stands before the other lines; best as wide as the prompt.
  ///   - text: what the block holds at first.
  /// - Throws: `LineEditorError` where the terminal fails or another editor reads.
  public func readBlock(
    prompt: String, continuationPrompt: String? = nil, text: String = ""
  ) throws(LineEditorError) -> ReadResult {
    let continuation =
      continuationPrompt
      ?? String(repeating: " ", count: configuration.metrics.columns(prompt))
    guard isInteractive else {
      return try readPlain(prompt: prompt, continuationPrompt: continuation)
    }
    var session = EditSession(
      client: client, configuration: configuration, history: history, kills: kills, prompt: prompt,
      continuationPrompt: continuation, text: text)
    let result = try edit(&session)
    kills = session.kills
    if case .line(let text) = result { history.add(text) }
    return result
  }

  private func edit(_ session: inout EditSession) throws(LineEditorError) -> ReadResult {
    let mode = try RawMode(terminal)
    announcer.attach()
    defer { announcer.detach() }
    var screen = Screen(terminal: terminal, theme: configuration.theme)
    try mode.enter()
    try screen.begin()
    try screen.announce(announcer.take())
    while true {
      if waiting.isEmpty {
        try screen.show(&session)
        guard try wait(mode, &screen, &session) else {
          return try screen.end(session, mark: "^C", as: .interrupted, mode)
        }
      }
      guard let press = waiting.popFirst() else {
        return try screen.end(session, as: .endOfInput, mode)
      }
      switch session.handle(press) {
      case nil: continue
      case .submit(let text): return try screen.end(session, as: .line(text), mode)
      case .interrupt: return try screen.end(session, mark: "^C", as: .interrupted, mode)
      case .endOfInput: return try screen.end(session, as: .endOfInput, mode)
      case .clearScreen: try screen.clear()
      case .suspend:
        try screen.leaveLine(session)
        try mode.suspend()
        try screen.begin()
      }
    }
  }

  /// Waits until keys came or the input ended; false where the process was interrupted.
  private func wait(
    _ mode: RawMode, _ screen: inout Screen, _ session: inout EditSession
  ) throws(LineEditorError) -> Bool {
    while waiting.isEmpty {
      // 50 ms is more than a terminal takes between the bytes of one key, less than a user notices.
      let event = try terminal.wait(
        signals: mode.signals, client: client.descriptor, milliseconds: decoder.isPending ? 50 : -1)
      switch event {
      case .timeout:
        waiting += decoder.flush()
      case .input:
        let bytes = try terminal.read()
        if bytes.isEmpty { return true }
        waiting += decoder.feed(bytes)
      case .client:
        client.attend()
        try screen.announce(announcer.take())
        try screen.show(&session)
      case .signal:
        let signals = mode.takeSignals()
        if signals.contains(SIGINT) { return false }
        if mode.wasLost || signals.contains(SIGCONT) {
          mode.leave()
          try mode.enter()
          try screen.begin()
        }
        if signals.contains(SIGTSTP) {
          try screen.leaveLine(session)
          try mode.suspend()
          try screen.begin()
        }
        if signals.contains(SIGWINCH) { try screen.resize() }
        try screen.announce(announcer.take())
        try screen.show(&session)
      }
    }
    return true
  }
}
