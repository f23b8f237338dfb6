extension EditSession {
  mutating func beginSearch() {
    history.keep(buffer.text)
    mode = .searching(HistorySearch(original: buffer))
  }

  /// Takes a key while a search runs; false where the key ends it with its usual meaning.
  mutating func handle(_ press: KeyPress, in search: HistorySearch) -> Bool {
    var search = search
    switch configuration.keyBindings[press] {
    case .search: search.older(in: history)
    case .searchForward: search.newer(in: history)
    case .deleteBackward: search.removeLast(in: history)
    case .escape where press == .control("g"), .interrupt:
      mode = .editing
      buffer = search.original
      return true
    case .submit, .escape:
      // An entry of several lines deserves a look before it runs, so Enter only takes it.
      accept(search)
      return true
    case nil:
      switch press.key {
      case .scalar(let scalar) where press.modifiers.subtracting(.shift).isEmpty:
        search.append(String(Character(scalar)), in: history)
      case .paste(let text): search.append(text, in: history)
      default: return true
      }
    default:
      accept(search)
      return false
    }
    mode = .searching(search)
    buffer =
      search.found.map { EditBuffer(history[$0.index], cursor: $0.range.lowerBound) }
      ?? search.original
    return true
  }

  private mutating func accept(_ search: HistorySearch) {
    mode = .editing
    let shown = buffer
    buffer = search.original
    if let found = search.found { history.jump(to: found.index) }
    change { $0 = shown }
  }
}
