import ArticleModel
import Bytes

/// Tables of one cell, in which pages set pictures and programs: `| The lock in 1822 |`.
///
/// Their bars are taken off, so that the line is read for what it says.
enum SingleCells {
  private static let bar = UInt8(ascii: "|")

  static func cut(_ source: [UInt8], _ lines: inout [TextLine]) {
    for line in lines.indices where lines[line].has.contains(.pipe) {
      guard let cell = cell(source, lines[line].content), !hasNeighbour(lines, line) else {
        continue
      }
      lines[line].content = cell
      // Wide spaces in it part no columns, but are still collapsed.
      if lines[line].has.contains(.wideSpace) { lines[line].has.insert(.control) }
      lines[line].has.subtract([.pipe, .wideSpace])
    }
  }

  /// Whether the content of a line is such a cell.
  static func isOne(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let text = document.lines[line]
    return document.source[text.start..<text.content.lowerBound].contains(bar)
  }

  /// What stands between the only two bars of a line, at its ends.
  private static func cell(_ source: [UInt8], _ content: Range<Int>) -> Range<Int>? {
    let inner = content.dropFirst().dropLast()
    guard content.count >= 5, source[content.lowerBound] == bar,
      source[content.upperBound - 1] == bar, source[inner.lowerBound] == 0x20,
      !source[inner].contains(bar)
    else { return nil }
    let cell = source.span.trimmed(inner)
    return source[cell].contains { ASCII.isLetter($0) || $0 >= 0x80 } ? cell : nil
  }

  /// Whether a line with bars, or of lines that are drawn, stands above or below.
  private static func hasNeighbour(_ lines: [TextLine], _ line: Int) -> Bool {
    let above = lines[..<line].last { !$0.isBlank }
    let below = lines[(line + 1)...].first { !$0.isBlank }
    return [above, below].contains { line in
      line.map { $0.has.contains(.pipe) || $0.has.isDisjoint(with: [.letter, .digit, .nonASCII]) }
        ?? false
    }
  }
}
