extension EditSession {
  /// Completes what stands before the cursor, or opens the list of candidates.
  mutating func complete() {
    if buffer.isInIndentation, !isAfterOnlyBlankText {
      let indent = configuration.indent
      return change { $0.insert(indent) }
    }
    guard let set = client.completions(for: buffer.text, at: buffer.cursor), !set.items.isEmpty
    else { return }
    if set.items.count == 1 {
      let item = set.items[0]
      return change { $0.replace(set.range, with: item.replacement) }
    }
    let prefix = set.commonPrefix
    var listed = set
    if prefix.utf8.count > set.range.count, prefix.hasPrefix(buffer[set.range]) {
      change { $0.replace(set.range, with: prefix) }
      listed.range = set.range.lowerBound..<set.range.lowerBound + prefix.utf8.count
    }
    mode = .completing(CompletionMenu(listed, original: buffer))
  }

  /// Whether the whole block is blank: there Tab lists what can begin a line.
  private var isAfterOnlyBlankText: Bool { buffer.isEmpty }

  /// Takes a key while the list is open; false where the key has its usual meaning.
  mutating func handle(_ press: KeyPress, in menu: CompletionMenu) -> Bool {
    var menu = menu
    switch configuration.keyBindings[press] {
    case .complete: menu.step(by: 1)
    case .completeBackward: menu.step(by: -1)
    case .down where menu.selected != nil: menu.step(by: 1)
    case .up where menu.selected != nil: menu.step(by: -1)
    case .escape:
      let original = menu.original
      close(with: original)
      return true
    case .submit where menu.selected != nil:
      close(with: menu.buffer)
      return true
    default:
      close(with: menu.buffer)
      return false
    }
    mode = .completing(menu)
    buffer = menu.buffer
    return true
  }

  /// Closes the list; the chosen candidate is one step of undo, however many were looked at.
  private mutating func close(with chosen: EditBuffer) {
    guard case .completing(let menu) = mode else { return }
    mode = .editing
    buffer = menu.original
    change { $0 = chosen }
  }
}
