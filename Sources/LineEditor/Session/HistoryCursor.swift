/// A place in the history during one reading, with the edits made to entries on the way.
struct HistoryCursor {
  private let history: History
  private var edited: [Int: String] = [:]
  private var place: Int?

  init(_ history: History) { self.history = history }

  // Reading the file waits until an entry is needed.
  private var entries: [String] { history.entries }
  private var position: Int { place ?? entries.count }

  /// Keeps the text of the place, so that coming back finds it.
  mutating func keep(_ text: String) { edited[position] = text }

  /// The entry before this place, or nil at the oldest.
  mutating func previous() -> String? { move(to: position - 1) }

  /// The entry after this place, or what was typed; nil after the newest.
  mutating func next() -> String? { move(to: position + 1) }

  /// The nearest older entry that begins with a text.
  mutating func previous(beginningWith prefix: String) -> String? {
    let entries = entries
    return entries[..<position].lastIndex { $0.utf8.starts(with: prefix.utf8) }
      .flatMap { move(to: $0) }
  }

  /// The nearest newer entry that begins with a text, at last the one that was typed.
  mutating func next(beginningWith prefix: String) -> String? {
    let entries = entries
    guard position < entries.count else { return nil }
    let found = entries[(position + 1)...].firstIndex { $0.utf8.starts(with: prefix.utf8) }
    return move(to: found ?? entries.count)
  }

  /// Goes to an entry, as a search does.
  mutating func jump(to index: Int) { place = index }

  /// The newest entry that begins with a text and goes on after it.
  func suggestion(for text: String) -> String? {
    entries.last { $0.utf8.count > text.utf8.count && $0.utf8.starts(with: text.utf8) }
  }

  /// The newest entry before an index in which a search finds its text, with the place.
  func lastMatch(before index: Int?, _ find: (String) -> Range<Int>?) -> (Int, Range<Int>)? {
    for candidate in entries[..<(index ?? entries.count)].indices.reversed() {
      if let range = find(entries[candidate]) { return (candidate, range) }
    }
    return nil
  }

  /// The oldest entry after an index in which a search finds its text, with the place.
  func firstMatch(after index: Int, _ find: (String) -> Range<Int>?) -> (Int, Range<Int>)? {
    for candidate in entries.indices.dropFirst(index + 1) {
      if let range = find(entries[candidate]) { return (candidate, range) }
    }
    return nil
  }

  subscript(index: Int) -> String { entries[index] }

  private mutating func move(to index: Int) -> String? {
    guard index >= 0, index <= entries.count else { return nil }
    place = index
    return edited[index] ?? (index < entries.count ? entries[index] : "")
  }
}
