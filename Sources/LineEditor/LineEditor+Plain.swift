import Glibc

extension LineEditor {
  /// Reads lines until the client finds them complete.
  func readPlain(
    prompt: String, continuationPrompt: String
  ) throws(LineEditorError) -> ReadResult {
    let isTerminal = terminal.isInteractive
    let mode = isTerminal ? try RawMode(terminal) : nil
    mode?.watchOnly()
    defer { mode?.leave() }
    if isTerminal {
      for line in announcer.take() { try terminal.write(line + "\n") }
    }
    var text = ""
    var isFirst = true
    while true {
      if isTerminal { try terminal.write(isFirst ? prompt : continuationPrompt) }
      switch try readLine(mode) {
      case .line(let line):
        text += isFirst ? line : "\n" + line
        isFirst = false
        if client.isComplete(text) { return .line(text) }
      case .endOfInput:
        if isTerminal {
          plain.reopen()
          try terminal.write("\n")
        }
        return isFirst ? .endOfInput : .line(text)
      case .interrupted:
        plain.clear()
        try terminal.write("\n")
        return .interrupted
      }
    }
  }

  private func readLine(_ mode: RawMode?) throws(LineEditorError) -> ReadResult {
    while true {
      if let line = plain.takeLine() { return .line(String(decoding: line, as: UTF8.self)) }
      if plain.isAtEnd { return .endOfInput }
      if let mode {
        let event = try terminal.wait(
          signals: mode.signals, client: client.descriptor, milliseconds: -1)
        if event == .client {
          client.attend()
          for line in announcer.take() { try terminal.write("\n" + line) }
          continue
        }
        if event == .signal {
          let signals = mode.takeSignals()
          if signals.contains(SIGINT) { return .interrupted }
          continue
        }
      }
      plain.add(try terminal.read())
    }
  }
}
