import ArticleModel
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
    for sign in signs {
      let marked = lines.indices.filter { isMarked(source, lines[$0], by: sign) }
      guard marked.count >= fewestMarked else { continue }
      for line in marked { cut(line, sign.count, source, &lines) }
    }
    for line in lines.indices
    where lines[line].has.contains(.bracket) && lines[line].count <= longest
      && lines[line].count >= shortest
    {
      guard let start = editLink(source, lines[line].content) else { continue }
      cut(line, lines[line].content.upperBound - start, source, &lines)
    }
  }

  /// What pages write for a link to a heading; they write it behind each.
  private static let signs = ["¶", " #"].map { Array($0.utf8) }
  private static let fewestMarked = 2

  private static func cut(
    _ line: Int, _ count: Int, _ source: [UInt8], _ lines: inout [TextLine]
  ) {
    lines[line].content = source.span.trimmed(lines[line].content.dropLast(count))
    lines[line].has.insert(.edited)
  }

  /// Whether a line begins as headings do, ends with a sign, and is no row of a table and no sentence.
  private static func isMarked(_ source: [UInt8], _ line: TextLine, by sign: [UInt8]) -> Bool {
    guard line.count <= longest, line.count >= shortest,
      source[line.content.upperBound - 1] == sign[sign.count - 1],
      source[line.content].suffix(sign.count).elementsEqual(sign),
      line.has.isDisjoint(with: [.pipe, .tab, .wideSpace])
    else { return false }
    let first = source[line.content.lowerBound]
    let last = source[line.content.upperBound - sign.count - 1]
    return first >= 0x80 || first <= UInt8(ascii: "Z") && first != UInt8(ascii: "#")
      ? last != UInt8(ascii: ".") && last != UInt8(ascii: ":") : false
  }

  /// Where the link begins that a line ends with; `nil` where there is none, or nothing before it.
  private static func editLink(_ source: [UInt8], _ content: Range<Int>) -> Int? {
    guard source[content.upperBound - 1] == UInt8(ascii: "]"),
      let open = source[content].lastIndex(of: UInt8(ascii: "[")), open > content.lowerBound,
      !ASCII.isDigit(source[open + 1])
    else { return nil }
    // `[править | править код]`
    let words = source[open + 1..<content.upperBound - 1].split(separator: UInt8(ascii: "|"))
    let areKnown = words.allSatisfy { word in
      Lexicon.shared.tables.editWords.contains(
        Lexicon.fold(source[source.span.trimmed(word.startIndex..<word.endIndex)]))
    }
    return !words.isEmpty && areKnown ? open : nil
  }
}
