import Bytes

/// The links that pages put behind the heading of a section: to edit it, as encyclopaedias have them (`History[edit]`,
/// `Geschichte [Bearbeiten]`), or to link to it (`Setting up¶`, `Running it #`).
///
/// They are taken off the line, which from then on is known to be a heading.
enum EditLinks {
  /// The longest heading, in bytes, and the shortest one with its link.
  private static let longest = 240
  private static let shortest = 6

  static func cut(_ source: [UInt8], _ lines: inout [TextLine]) {
    for line in lines.indices
    where lines[line].count <= longest && lines[line].count >= shortest {
      guard let end = headingEnd(source, lines[line].content) else { continue }
      lines[line].content = trimmed(source.span, lines[line].content.lowerBound..<end)
      lines[line].has.insert(.edited)
    }
  }

  /// Where the link begins that a line ends with; `nil` where there is none, or nothing before it.
  private static func headingEnd(_ source: [UInt8], _ content: Range<Int>) -> Int? {
    switch source[content.upperBound - 1] {
    case UInt8(ascii: "]"): editLink(source, content)
    case UInt8(ascii: "#"): source[content.upperBound - 2] == 0x20 ? content.upperBound - 2 : nil
    case 0xB6: source[content.upperBound - 2] == 0xC2 ? content.upperBound - 2 : nil  // ¶
    default: nil
    }
  }

  private static func editLink(_ source: [UInt8], _ content: Range<Int>) -> Int? {
    guard let open = source[content].lastIndex(of: UInt8(ascii: "[")), open > content.lowerBound,
      !ASCII.isDigit(source[open + 1])
    else { return nil }
    // `[править | править код]`
    let words = source[open + 1..<content.upperBound - 1].split(separator: UInt8(ascii: "|"))
    let areKnown = words.allSatisfy { word in
      Lexicon.shared.tables.editWords.contains(
        Lexicon.fold(source[trimmed(source.span, word.startIndex..<word.endIndex)]))
    }
    return !words.isEmpty && areKnown ? open : nil
  }
}
