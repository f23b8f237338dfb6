import Bytes

/// Lines below an item that go on with it: far to the right, as extractors leave them of pages whose source is indented,
/// or right under its text.
///
///     - ^ "In the loop:
///                         the second night"
///     - the boats that are counted
///       in May
///
/// Each is joined to the item, whose bullet may stand alone.
enum HangingLines {
  /// How many columns further to the right such a line begins at least. Less may be an item of the item, or a program.
  private static let depth = 8

  /// A line that begins an item, and what has been joined to it.
  private struct Item {
    let line: Int
    var last: Int
    /// The column in which its text begins; -1 where it has none.
    let column: Int
  }

  static func join(_ source: inout [UInt8], _ lines: inout [TextLine]) {
    // To write into the source is to copy it.
    if hasAny(lines, source) { joinAll(&source, &lines) }
  }

  private static func hasAny(_ lines: [TextLine], _ source: [UInt8]) -> Bool {
    lines.indices.dropLast().contains { line in
      lines[line + 1].indent > lines[line].indent
        && item(line, lines, source).map { hangs(line + 1, below: $0, lines, source) } ?? false
    }
  }

  private static func joinAll(_ source: inout [UInt8], _ lines: inout [TextLine]) {
    var current: Item?
    for line in lines.indices {
      if let item = current, hangs(line, below: item, lines, source) {
        JoinedLines.join(line, to: item.line, &source, &lines)
        current?.last = line
      } else {
        current = item(line, lines, source)
      }
    }
  }

  private static func item(_ line: Int, _ lines: [TextLine], _ source: [UInt8]) -> Item? {
    let content = lines[line].content
    guard let first = content.first, !ASCII.isLetter(source[first]) else { return nil }
    if content.count == 1, source[first] == UInt8(ascii: "-") {
      return Item(line: line, last: line, column: -1)
    }
    guard let marker = ListMarker.parse(source.span, content) else { return nil }
    let width = source[first..<marker.body].count { $0 & 0xC0 != 0x80 }
    return Item(line: line, last: line, column: lines[line].indent + width)
  }

  private static func hangs(
    _ line: Int, below item: Item, _ lines: [TextLine], _ source: [UInt8]
  ) -> Bool {
    guard !lines[line].isBlank, ListMarker.parse(source.span, lines[line].content) == nil else {
      return false
    }
    let isFar =
      lines[line].indent >= lines[item.line].indent + depth
      && source[lines[item.line].content.lowerBound] == UInt8(ascii: "-")
    return isFar
      || lines[line].indent == item.column && item.last == line - 1
        && !isComplete(source, lines[item.line].content)
  }

  /// Whether an item is complete, or ends in a script in which what is joined may have no space between.
  private static func isComplete(_ source: [UInt8], _ content: Range<Int>) -> Bool {
    guard let last = content.last else { return true }
    return source[last] == UInt8(ascii: ";") || source[last] >= 0x80
      || BrokenLines.endsSentence(source, content)
  }
}
