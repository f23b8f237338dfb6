/// A block of text with a cursor that always stands between two grapheme clusters.
///
/// Offsets are UTF-8 bytes. Cluster boundaries are those of Swift's `String` (UAX #29); every
/// operation is linear in what it moves over, an insertion linear in the block.
struct EditBuffer: Equatable, Sendable {
  private(set) var text: String
  /// The cursor's place in UTF-8 bytes.
  private(set) var cursor: Int
  /// The column that vertical movement aims at while it passes shorter lines.
  private var goalColumn: Int?

  /// Makes a buffer with the cursor at `cursor`, or at the end.
  init(_ text: String = "", cursor: Int? = nil) {
    self.text = Self.normalized(text)
    self.cursor = self.text.utf8.count
    if let cursor { move(to: cursor) }
  }

  static func == (a: EditBuffer, b: EditBuffer) -> Bool {
    a.cursor == b.cursor && a.text.utf8.elementsEqual(b.text.utf8)
  }

  var isEmpty: Bool { text.isEmpty }
  var count: Int { text.utf8.count }

  /// The text of a range of bytes.
  subscript(range: Range<Int>) -> Substring {
    text[index(range.lowerBound)..<index(range.upperBound)]
  }

  /// Moves the cursor to an offset, or to the next boundary after it.
  mutating func move(to offset: Int) {
    cursor = boundary(atOrAfter: offset)
    goalColumn = nil
  }

  /// Inserts text at the cursor; a mark joins the cluster before it.
  mutating func insert(_ inserted: String) {
    replace(cursor..<cursor, with: inserted)
  }

  /// Replaces a range and leaves the cursor after the replacement.
  mutating func replace(_ range: Range<Int>, with replacement: String) {
    let replacement = Self.normalized(replacement)
    text.replaceSubrange(index(range.lowerBound)..<index(range.upperBound), with: replacement)
    move(to: range.lowerBound + replacement.utf8.count)
  }

  /// Removes a range, gives its text, and leaves the cursor where it was.
  @discardableResult
  mutating func delete(_ range: Range<Int>) -> String {
    let removed = String(self[range])
    replace(range, with: "")
    return removed
  }

  /// Swaps the clusters around the cursor, or at the end of a line the two before it.
  mutating func transpose() {
    let middle = cursor == lineRange(at: cursor).upperBound ? offset(before: cursor) : cursor
    let first = offset(before: middle)
    let last = offset(after: middle)
    let line = lineRange(at: cursor)
    guard line.contains(first), first < middle, middle < last else { return }
    replace(first..<last, with: String(self[middle..<last]) + self[first..<middle])
  }

  /// Moves to the line above or below, near the same column; false on the first or last line.
  mutating func moveVertically(by step: Int, columns: (Substring) -> Int) -> Bool {
    let line = lineRange(at: cursor)
    let goal = goalColumn ?? columns(self[line.lowerBound..<cursor])
    let target: Range<Int>
    if step < 0 {
      guard line.lowerBound > 0 else { return false }
      target = lineRange(at: line.lowerBound - 1)
    } else {
      guard line.upperBound < count else { return false }
      target = lineRange(at: line.upperBound + 1)
    }
    var place = target.lowerBound
    while place < target.upperBound {
      let next = offset(after: place)
      guard columns(self[target.lowerBound..<next]) <= goal else { break }
      place = next
    }
    move(to: place)
    goalColumn = goal
    return true
  }

  func index(_ offset: Int) -> String.Index {
    text.utf8.index(text.startIndex, offsetBy: min(max(offset, 0), text.utf8.count))
  }

  func offset(_ index: String.Index) -> Int {
    text.utf8.distance(from: text.startIndex, to: index)
  }

  private func boundary(atOrAfter offset: Int) -> Int {
    var offset = min(max(offset, 0), count)
    while offset < count, String.Index(index(offset), within: text) == nil { offset += 1 }
    return offset
  }

  /// Text with `\n` line ends: `\r\n` would be one cluster, and `\r` moves a terminal's cursor.
  static func normalized(_ text: String) -> String {
    guard text.utf8.contains(0x0D) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte != 0x0A || last != 0x0D { bytes.append(byte == 0x0D ? 0x0A : byte) }
      last = byte
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
