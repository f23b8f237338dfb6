/// The labels that one marker names, each with the byte at which it stands; at least one.
///
/// Nearly all markers name one note, which is held without an array.
struct CitedLabels: RandomAccessCollection {
  typealias Element = (label: NoteLabel, offset: Int)

  private var leading: Element
  private var others: [Element] = []

  init(_ label: NoteLabel, at offset: Int) { leading = (label, offset) }

  var startIndex: Int { 0 }
  var endIndex: Int { others.count + 1 }
  subscript(index: Int) -> Element { index == 0 ? leading : others[index - 1] }

  mutating func append(_ label: NoteLabel, at offset: Int) { others.append((label, offset)) }

  /// Moves the first label to another byte.
  mutating func moveFirst(to offset: Int) { leading.offset = offset }
}
