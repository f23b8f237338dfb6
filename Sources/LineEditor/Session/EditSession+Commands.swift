extension EditSession {
  /// Does what a command says.
  mutating func perform(_ command: EditCommand) -> Outcome? {
    defer { lastCommand = command }
    undo.endRun()
    switch command {
    case .submit: return submit()
    case .newline: openLine()
    case .interrupt: return .interrupt
    case .endOfInputOrDelete:
      if buffer.isEmpty { return .endOfInput }
      change { $0.delete($0.cursor..<$0.offset(after: $0.cursor)) }
    case .suspend: return .suspend
    case .clearScreen: return .clearScreen
    case .escape: break
    case .complete: complete()
    case .completeBackward: break
    case .search: beginSearch()
    case .searchForward: break
    case .left, .right, .wordLeft, .wordRight, .lineStart, .lineEnd, .blockStart, .blockEnd:
      move(command)
    case .up, .down: moveVertically(command == .up ? -1 : 1)
    case .historyPrevious: recall { $0.previous() }
    case .historyNext: recall { $0.next() }
    case .historyPreviousMatching: recallMatching { $0.previous(beginningWith: $1) }
    case .historyNextMatching: recallMatching { $0.next(beginningWith: $1) }
    case .deleteBackward: deleteBackward()
    case .deleteForward: change { $0.delete($0.cursor..<$0.offset(after: $0.cursor)) }
    case .transpose: change { $0.transpose() }
    case .killToLineEnd, .killToLineStart, .killWordBackward, .killWordForward,
      .killBlankWordBackward:
      kill(command)
    case .yank: yank()
    case .yankPrevious: yankPrevious()
    case .undo: if let state = undo.undo(buffer) { buffer = state }
    case .redo: if let state = undo.redo(buffer) { buffer = state }
    }
    return nil
  }

  private mutating func submit() -> Outcome? {
    if client.isComplete(buffer.text) { return .submit(buffer.text) }
    openLine()
    return nil
  }

  private mutating func openLine() {
    let indentation = client.indentation(after: String(buffer[0..<buffer.cursor]))
    change { $0.insert("\n" + indentation) }
  }

  private mutating func move(_ command: EditCommand) {
    let line = buffer.lineRange(at: buffer.cursor)
    if buffer.cursor == buffer.count, let suggestion = suggestion() {
      switch command {
      case .right, .lineEnd: return change { $0.insert(suggestion) }
      case .wordRight:
        let whole = EditBuffer(buffer.text + suggestion)
        let end = whole.wordEnd(after: buffer.cursor)
        return change { $0.insert(String(whole[$0.cursor..<end])) }
      default: break
      }
    }
    switch command {
    case .left: buffer.move(to: buffer.offset(before: buffer.cursor))
    case .right: buffer.move(to: buffer.offset(after: buffer.cursor))
    case .wordLeft: buffer.move(to: buffer.wordStart(before: buffer.cursor))
    case .wordRight: buffer.move(to: buffer.wordEnd(after: buffer.cursor))
    case .lineStart: buffer.move(to: line.lowerBound)
    case .lineEnd: buffer.move(to: line.upperBound)
    case .blockStart: buffer.move(to: 0)
    default: buffer.move(to: buffer.count)
    }
  }

  private mutating func moveVertically(_ step: Int) {
    let metrics = layout.metrics
    if buffer.moveVertically(by: step, columns: { metrics.columns($0) }) { return }
    recall { step < 0 ? $0.previous() : $0.next() }
  }

  private mutating func recall(_ step: (inout HistoryCursor) -> String?) {
    history.keep(buffer.text)
    guard let text = step(&history) else { return }
    change { $0 = EditBuffer(text) }
  }

  /// Steps to an entry like the text before the cursor, and leaves the cursor where it was.
  private mutating func recallMatching(_ step: (inout HistoryCursor, String) -> String?) {
    history.keep(buffer.text)
    let cursor = buffer.cursor
    guard let text = step(&history, String(buffer[0..<cursor])) else { return }
    change { $0 = EditBuffer(text, cursor: cursor) }
  }

  private mutating func deleteBackward() {
    let unit = configuration.indent.utf8.count
    let line = buffer.lineRange(at: buffer.cursor)
    let column = buffer.cursor - line.lowerBound
    // In indentation made of the indent alone, one press takes back what one Tab gave.
    let isIndent =
      unit > 0 && column > 0 && column % unit == 0
      && buffer[buffer.cursor - min(unit, column)..<buffer.cursor] == configuration.indent[...]
      && buffer.isInIndentation
    change {
      $0.delete((isIndent ? $0.cursor - unit : $0.offset(before: $0.cursor))..<$0.cursor)
    }
  }

  private mutating func kill(_ command: EditCommand) {
    let cursor = buffer.cursor
    let line = buffer.lineRange(at: cursor)
    let range: Range<Int> =
      switch command {
      case .killToLineEnd:  // at the end of a line, the line end itself
        cursor..<(cursor == line.upperBound ? buffer.offset(after: cursor) : line.upperBound)
      case .killToLineStart:
        (cursor == line.lowerBound ? buffer.offset(before: cursor) : line.lowerBound)..<cursor
      case .killWordBackward: buffer.wordStart(before: cursor)..<cursor
      case .killWordForward: cursor..<buffer.wordEnd(after: cursor)
      default: buffer.blankWordStart(before: cursor)..<cursor
      }
    let isForward = range.lowerBound == cursor
    kills.add(String(buffer[range]), joining: lastCommand?.isKill == true, atFront: !isForward)
    change { $0.delete(range) }
  }

  private mutating func yank() {
    guard let text = kills.current else { return }
    let start = buffer.cursor
    change { $0.insert(text) }
    yanked = start..<buffer.cursor
  }

  private mutating func yankPrevious() {
    guard lastCommand == .yank || lastCommand == .yankPrevious, let range = yanked else { return }
    kills.rotate()
    guard let text = kills.current else { return }
    change { $0.replace(range, with: text) }
    yanked = range.lowerBound..<buffer.cursor
  }
}

extension EditCommand {
  var isKill: Bool {
    switch self {
    case .killToLineEnd, .killToLineStart, .killWordBackward, .killWordForward,
      .killBlankWordBackward:
      true
    default: false
    }
  }
}
