/// The last texts that were cut, newest first in `current`.
struct KillRing {
  private var entries: [String] = []
  private var position = 0
  private let limit = 60

  /// The text that Yank inserts.
  var current: String? { entries.isEmpty ? nil : entries[position] }

  /// Keeps a cut text; cuts that follow one another make one entry.
  mutating func add(_ text: String, joining: Bool, atFront: Bool) {
    guard !text.isEmpty else { return }
    if joining, let last = entries.last {
      entries[entries.count - 1] = atFront ? text + last : last + text
    } else {
      entries.append(text)
      if entries.count > limit { entries.removeFirst() }
    }
    position = entries.count - 1
  }

  /// Turns to the entry before the current one, round to the newest.
  mutating func rotate() {
    guard !entries.isEmpty else { return }
    position = position == 0 ? entries.count - 1 : position - 1
  }
}
