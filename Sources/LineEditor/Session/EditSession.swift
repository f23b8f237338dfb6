/// The reading of one block: a buffer and what keys do to it, without a terminal.
struct EditSession {
  /// What a key asks of the one who reads.
  enum Outcome: Equatable {
    case submit(String)
    case interrupt
    case endOfInput
    case suspend
    case clearScreen
  }

  /// What the next key means first.
  enum Mode {
    case editing
    case completing(CompletionMenu)
    case searching(HistorySearch)
  }

  let client: any LineEditorClient
  let configuration: EditorConfiguration
  let layout: BlockLayout
  var buffer: EditBuffer
  var undo = UndoStack()
  var mode = Mode.editing
  var history: HistoryCursor
  var kills: KillRing
  /// What the last command was, for commands that continue it.
  var lastCommand: EditCommand?
  /// The range that Yank inserted, which YankPrevious replaces.
  var yanked: Range<Int>?
  /// The first row of a block taller than the screen that was shown last.
  private var scrollTop = 0

  init(
    client: any LineEditorClient, configuration: EditorConfiguration, history: History,
    kills: KillRing = KillRing(), prompt: String, continuationPrompt: String, text: String = ""
  ) {
    self.client = client
    self.configuration = configuration
    self.kills = kills
    self.history = HistoryCursor(history)
    layout = BlockLayout(
      prompt: prompt, continuationPrompt: continuationPrompt, metrics: configuration.metrics)
    buffer = EditBuffer(text)
  }

  /// Takes a key and gives an outcome where it ends or interrupts the editing.
  mutating func handle(_ press: KeyPress) -> Outcome? {
    switch mode {
    case .editing: break
    case .completing(let menu):
      if handle(press, in: menu) { return nil }
    case .searching(let search):
      if handle(press, in: search) { return nil }
    }
    if let command = configuration.keyBindings[press] { return perform(command) }
    switch press.key {
    case .scalar(let scalar) where press.modifiers.subtracting(.shift).isEmpty:
      type(String(Character(scalar)))
    case .paste(let text):
      change { $0.insert(text) }
    default:
      return nil  // an unbound key is no reason to end a run of kills
    }
    lastCommand = nil
    return nil
  }

  /// Inserts typed text, lets the client move the line, and keeps a word one undo step.
  private mutating func type(_ text: String) {
    if text == " " { undo.endRun() }
    change(.typing) { $0.insert(text) }
    reindent()
  }

  /// Changes the buffer as one step of undo.
  mutating func change(_ kind: UndoStack.Change = .other, _ edit: (inout EditBuffer) -> Void) {
    let before = buffer
    edit(&buffer)
    if !before.text.utf8.elementsEqual(buffer.text.utf8) { undo.record(before, before: kind) }
  }

  private mutating func reindent() {
    let line = buffer.lineRange(at: buffer.cursor)
    guard buffer.cursor == line.upperBound, line.lowerBound > 0 else { return }
    let text = String(buffer[line])
    let above = String(buffer[0..<line.lowerBound - 1])
    guard let indentation = client.reindentation(of: text, after: above) else { return }
    let old = text.utf8.prefix { $0 == 0x20 || $0 == 0x09 }.count
    guard text.prefix(old) != indentation else { return }
    let cursor = buffer.cursor - old + indentation.utf8.count
    change {
      $0.replace(line.lowerBound..<line.lowerBound + old, with: indentation)
      $0.move(to: cursor)
    }
  }

  /// The hint beside the cursor: the client's, or what the history suggests.
  func hint() -> Hint? {
    guard case .editing = mode else { return nil }
    let isAtEnd = buffer.cursor == buffer.count
    if let hint = client.hint(for: buffer.text, at: buffer.cursor) {
      return hint.kind == .note || isAtEnd ? hint : nil
    }
    guard configuration.suggestsHistory, isAtEnd, !buffer.isEmpty else { return nil }
    guard let entry = history.suggestion(for: buffer.text) else { return nil }
    let rest = entry.utf8.dropFirst(buffer.count)
    return Hint(String(decoding: rest, as: UTF8.self), kind: .suggestion)
  }

  /// The suggestion that Right would take, or nil.
  func suggestion() -> String? {
    guard let hint = hint(), hint.kind == .suggestion else { return nil }
    return hint.text
  }

  /// What the screen shows now.
  mutating func frame(columns: Int, rows: Int) -> Frame {
    var styles = client.highlight(buffer.text, cursor: buffer.cursor)
    if case .searching(let search) = mode, let match = search.match {
      styles.append(StyledRange(match, .searchMatch))
    }
    let block = layout.frame(
      buffer.text, cursor: buffer.cursor, styles: styles, hint: hint(), columns: columns)
    let status = statusRows(columns: columns, height: max(rows / 2, 1))
    var frame = block.window(height: max(rows - status.count, 1), top: &scrollTop)
    if rows > 1 { frame.rows += status }
    return frame
  }

  /// The block as it stays on the screen, with nothing but its text.
  func finalFrame(columns: Int, mark: String = "") -> Frame {
    let styles = client.highlight(buffer.text, cursor: -1)
    let hint = mark.isEmpty ? nil : Hint(mark, kind: .suggestion)
    return layout.frame(
      buffer.text, cursor: buffer.count, styles: styles, hint: hint, columns: columns)
  }

  private func statusRows(columns: Int, height: Int) -> [Frame.Row] {
    switch mode {
    case .editing: []
    case .completing(let menu):
      menu.rows(columns: columns, height: height, metrics: layout.metrics)
    case .searching(let search):
      search.rows(columns: columns, metrics: layout.metrics)
    }
  }
}

extension EditorConfiguration {
  var metrics: Metrics { Metrics(tabWidth: max(tabWidth, 1)) }
}
