/// Lines far to the right below an item that go on with it, as extractors leave them of pages whose source is indented:
///
///     - ^ "In the loop:
///                         the second night"
///
/// Each is joined to the item, whose bullet may stand alone.
enum HangingLines {
  private static let bullet = UInt8(ascii: "-")
  /// How many columns further to the right such a line begins at least. Less may be an item of the item, or a program.
  private static let depth = 8

  static func join(_ source: inout [UInt8], _ lines: inout [TextLine]) {
    // To write into the source is to copy it.
    if hasAny(lines, source) { joinAll(&source, &lines) }
  }

  private static func hasAny(_ lines: [TextLine], _ source: [UInt8]) -> Bool {
    lines.indices.dropLast().contains {
      lines[$0 + 1].indent >= depth && isItem(lines[$0], source)
        && hangs(lines[$0 + 1], below: lines[$0], source)
    }
  }

  private static func joinAll(_ source: inout [UInt8], _ lines: inout [TextLine]) {
    var item: Int?
    for line in lines.indices {
      if let item, hangs(lines[line], below: lines[item], source) {
        JoinedLines.join(line, to: item, &source, &lines)
      } else {
        item = isItem(lines[line], source) ? line : nil
      }
    }
  }

  private static func isItem(_ line: TextLine, _ source: [UInt8]) -> Bool {
    guard let first = line.content.first, source[first] == bullet else { return false }
    return line.count == 1 || source[first + 1] == 0x20
  }

  private static func hangs(_ line: TextLine, below item: TextLine, _ source: [UInt8]) -> Bool {
    !line.isBlank && line.indent >= item.indent + depth && source[line.content.lowerBound] != bullet
  }
}
