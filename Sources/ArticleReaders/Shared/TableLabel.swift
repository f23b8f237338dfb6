import ArticleModel
import Bytes

/// Cuts a table's caption into its label and what it says: `Table 1. Faults on show` gives `Table 1` and the rest.
enum TableLabel {
  /// The longest caption, in bytes; some explain every column.
  private static let longest = 4_000

  /// The ranges of label and caption in a text, or `nil` where the text does not begin with a table's label.
  static func split(_ text: [UInt8]) -> (label: Range<Int>, caption: Range<Int>)? {
    guard text.count <= longest else { return nil }
    let head = Lexicon.fold(text.prefix(32))
    guard let word = Lexicon.shared.tables.tableLabels.first(where: { head.starts(with: $0) })
    else {
      return nil
    }
    var index = word.count
    let bytes = text.span
    while index < text.count, case let width = whiteSpaceWidth(bytes, at: index, end: text.count),
      width > 0
    {
      index += width
    }
    let number = index
    while index < text.count, ASCII.isDigit(text[index]) || text[index] == UInt8(ascii: ".") {
      index += 1
    }
    // `Table A`, `Table II`: capitals that stand alone.
    if index == number {
      while index < text.count, text[index] >= UInt8(ascii: "A"), text[index] <= UInt8(ascii: "Z") {
        index += 1
      }
      guard index > number, index - number <= 4, number > word.count,
        index == text.count
          || separatorWidth(bytes, index, text.count) > 0
            && whiteSpaceWidth(bytes, at: index, end: text.count) == 0
      else { return nil }
    }
    guard index > number, text[number] != UInt8(ascii: ".") else { return nil }
    var end = index
    while text[end - 1] == UInt8(ascii: ".") { end -= 1 }
    while index < text.count, case let width = separatorWidth(bytes, index, text.count), width > 0 {
      index += width
    }
    return (0..<end, index..<text.count)
  }

  /// Gives a table its label and caption from the text that announces it; the node's text is both together.
  static func set(
    _ text: inout InlineText, of table: inout Table, in builder: inout ArticleBuilder
  ) {
    let span = text.commit(to: &builder, node: Int(table.node))
    guard let parts = split(text.bytes) else {
      table.caption = span
      return
    }
    table.label = ByteSpan(offset: span.start + parts.label.lowerBound, count: parts.label.count)
    table.caption = ByteSpan(
      offset: span.start + parts.caption.lowerBound, count: parts.caption.count)
  }

  private static func separatorWidth(_ bytes: Span<UInt8>, _ index: Int, _ end: Int) -> Int {
    switch bytes[index] {
    case UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: ")"): 1
    case 0xE2
    where index + 2 < end && bytes[index + 1] == 0x80 && bytes[index + 2] >= 0x93
      && bytes[index + 2] <= 0x95:
      3  // – — ―
    case 0xEF where index + 2 < end && bytes[index + 1] == 0xBC: 3  // ： ．
    default: whiteSpaceWidth(bytes, at: index, end: end)
    }
  }
}
