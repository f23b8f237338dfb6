/// Joins lines that go on with lines above them. Each becomes blank and a part of the line above.
enum JoinedLines {
  /// Joins a line to one above it; no other line with content stands between them.
  ///
  /// What closes a word or sentence stands behind it without a space: `the lock⏎, which` is read as `the lock, which`.
  static func join(
    _ line: Int, to above: Int, _ source: inout [UInt8], _ lines: inout [TextLine]
  ) {
    let (own, next) = (lines[above].content, lines[line].content)
    let closing = next.prefix(closingCount(source, next))
    let gap = own.upperBound..<closing.lowerBound
    for index in closing { source[index - gap.count] = source[index] }
    // One space: several would part the cells of a table.
    for index in gap {
      source[index + closing.count] = index == gap.lowerBound ? 0x20 : verticalTab
    }
    lines[above].content = own.lowerBound..<next.upperBound
    lines[above].has.formUnion(lines[line].has.union(.control))
    lines[line].content = next.upperBound..<next.upperBound
    lines[line].has = .joined
  }

  /// White space that is no space.
  private static let verticalTab: UInt8 = 0x0B

  /// How many marks that close something a line begins with, nothing but space behind them: `.NET` begins with none.
  static func closingCount(_ source: [UInt8], _ content: Range<Int>) -> Int {
    let marks = content.prefix { isClosing(source[$0]) }
    return marks.upperBound == content.upperBound || source[marks.upperBound] <= 0x20
      ? marks.count : 0
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"):
      true
    default: false
    }
  }
}
