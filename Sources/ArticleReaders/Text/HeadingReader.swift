import ArticleModel
import Bytes

/// Finds headings: underlined or marked lines, and short lines that stand above a paragraph.
enum HeadingReader {
  /// The longest heading, in bytes.
  private static let longest = 160

  static func read(_ document: inout TextDocument) {
    let found = document.blocks.indices.filter { block in
      document.blocks[block].kind == .paragraph && document.blocks[block].field == nil
        && document.blocks[block].role == .body && !document.blocks[block].lines.isEmpty
    }.compactMap { block in reason(document, block).map { (block, $0) } }
    let isSetOff = areSetOff(found.map(\.0), document)
    let listed = listed(found.map(\.0), document).union(recurring(found.map(\.0), document))
    let speech = Speech.share(of: document)
    for (block, reason) in found
    where reason == .headingWord
      || (!isSetOff || !isAtBodyIndent(block, document)) && !listed.contains(block)
        && !Speech.isPart(
          document.source[document.span(of: document.blocks[block].lines)], share: speech)
        && !isField(document.source[document.span(of: document.blocks[block].lines)])
    {
      document.blocks[block].kind = .heading
      document.blocks[block].reason = reason
      document.blocks[block].level = level(document, block)
    }
    readBylines(&document)
  }

  /// The short lines that follow each other: a list, whose marks were lost.
  private static func listed(_ blocks: [Int], _ document: borrowing TextDocument) -> Set<Int> {
    var listed: Set<Int> = []
    var run: [Int] = []
    func end() { if run.count >= longestRun { listed.formUnion(run) } }
    for block in blocks {
      if let last = run.last,
        document.nextContent(after: document.blocks[last].lines.upperBound - 1)
          != document.blocks[block].lines.lowerBound
      {
        end()
        run.removeAll(keepingCapacity: true)
      }
      run.append(block)
    }
    end()
    return listed
  }

  /// As many headings do not follow each other.
  private static let longestRun = 4

  /// Whether the headings of a wrapped text begin in other columns than its paragraphs, as lynx and elinks set them.
  private static func areSetOff(_ blocks: [Int], _ document: borrowing TextDocument) -> Bool {
    guard document.layout.indent >= 2 else { return false }
    return blocks.count { block in
      !isAtBodyIndent(block, document) && standsAlone(document.blocks[block].lines, document)
    } >= 2
  }

  private static func isAtBodyIndent(_ block: Int, _ document: borrowing TextDocument) -> Bool {
    document.lines[document.blocks[block].lines.lowerBound].indent == document.layout.indent
  }

  /// Whether blank lines stand on both sides of some lines.
  private static func standsAlone(_ lines: Range<Int>, _ document: borrowing TextDocument) -> Bool {
    (lines.lowerBound == 0 || document.lines[lines.lowerBound - 1].isBlank)
      && (lines.upperBound == document.lines.count || document.lines[lines.upperBound].isBlank)
  }

  /// Finds the bylines right under headings, where a page holds more than one article.
  private static func readBylines(_ document: inout TextDocument) {
    for block in document.blocks.indices
    where document.blocks[block].kind == .paragraph && document.blocks[block].field == nil
      && document.blocks[block].lines.count == 1
    {
      let line = document.blocks[block].lines.lowerBound
      guard document.lines[line].count <= 120, let above = document.previousContent(before: line),
        document.block(at: above)?.kind == .heading,
        let authors = Byline.parse(document.source[document.lines[line].content])
      else { continue }
      document.blocks[block].role = .byline
      document.blocks[block].reason = .aboutAuthor
      document.metadata.authors += authors.filter { !document.metadata.authors.contains($0) }
    }
  }

  // MARK: Marked headings

  /// Whether a line is nothing but `====` or `----`.
  static func isUnderline(_ document: borrowing TextDocument, _ line: Int) -> Bool {
    let content = document.lines[line].content
    guard content.count >= 3 else { return false }
    let first = document.source[content.lowerBound]
    guard first == UInt8(ascii: "=") || first == UInt8(ascii: "-") || first == UInt8(ascii: "~")
    else { return false }
    return document.source[content].allSatisfy { $0 == first }
  }

  /// Finds the headings that are marked as such, by `#` or by a line drawn under them.
  static func readMarked(_ document: inout TextDocument) {
    for block in document.blocks.indices
    where document.blocks[block].kind == .paragraph && !document.blocks[block].lines.isEmpty {
      let lines = document.blocks[block].lines
      let content = document.lines[lines.lowerBound].content
      if let hashes = hashes(document, content),
        hasHeadingShape(
          document.source,
          document.source.span.trimmed(content.lowerBound + hashes..<content.upperBound)),
        standsAbove(document, lines)
      {
        document.blocks[block].kind = .heading
        document.blocks[block].reason = .headingMark
        document.blocks[block].level = UInt8(hashes)
        document.blocks[block].body = document.source.span.trimmed(
          content.lowerBound + hashes..<content.upperBound)
        continue
      }
      if lines.count == 1, document.lines[lines.lowerBound].has.contains(.edited) {
        document.blocks[block].kind = .heading
        document.blocks[block].reason = .headingMark
        document.blocks[block].level = 2
        document.blocks[block].body = content
        continue
      }
      let below = lines.upperBound
      guard below < document.lines.count, lines.count == 1, !document.lines[below].isBlank,
        isUnderline(document, below),
        content.count <= longest
      else { continue }
      let underline = Int(document.owner[below])
      guard underline < 0 || document.blocks[underline].lines == below..<below + 1 else { continue }
      if underline >= 0 { document.blocks[underline].lines = below..<below }
      document.owner[below] = Int32(block)
      document.blocks[block].lines = lines.lowerBound..<below + 1
      document.blocks[block].body = content
      document.blocks[block].kind = .heading
      document.blocks[block].reason = .headingMark
      document.blocks[block].level =
        document.source[document.lines[below].content.lowerBound] == UInt8(ascii: "=") ? 1 : 2
    }
  }

  /// The number of `#` that a heading in Markdown's form begins with.
  private static func hashes(_ document: borrowing TextDocument, _ content: Range<Int>) -> Int? {
    guard document.source[content.lowerBound] == UInt8(ascii: "#") else { return nil }
    let count = document.source[content.prefix(7)].prefix { $0 == UInt8(ascii: "#") }.count
    guard count >= 1, count <= 6, content.count > count + 1,
      document.source[content.lowerBound + count] == 0x20
    else { return nil }
    return count
  }

  // MARK: Headings by their shape

  private static func reason(_ document: borrowing TextDocument, _ block: Int) -> Reason? {
    let lines = document.blocks[block].lines
    let content = document.span(of: lines)
    guard content.count <= longest, lines.count <= 2,
      !SingleCells.isOne(document, lines.lowerBound)
    else { return nil }
    if let entry = document.phrase(lines.lowerBound), lines.count == 1,
      entry.meaning.contains(.noteHeading) || entry.meaning.contains(.heading)
    {
      return .headingWord
    }
    guard hasHeadingShape(document.source, content), !holdsTwoSentences(document.source, content),
      !isOfSentence(document.source[content]),
      standsAbove(document, lines)
    else { return nil }
    return .headingShape
  }

  /// Starts with a capital or a number, ends without the marks that close or open a sentence, reads as words.
  static func hasHeadingShape(_ source: [UInt8], _ content: Range<Int>) -> Bool {
    let content = TrailingMarkers.cut(from: source, content)
    guard content.count >= 2, let last = content.last, !Speech.hasDash(source[content]),
      source[content.lowerBound] != UInt8(ascii: "[") || source[last] != UInt8(ascii: "]"),
      !quotesSentence(source[content]), !isAsked(source[content])
    else { return false }
    switch source[last] {
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: "{"), UInt8(ascii: "}"),
      UInt8(ascii: "="), UInt8(ascii: "\\"), UInt8(ascii: ">"), UInt8(ascii: "|"),
      UInt8(ascii: "-"), UInt8(ascii: "_"):
      return false
    case 0x82 where content.count >= 3 && source[last - 2] == 0xE3 && source[last - 1] == 0x80:
      return false  // 。
    case 0x8C where content.count >= 3 && source[last - 2] == 0xEF && source[last - 1] == 0xBC:
      return false  // ，
    case 0x9A where content.count >= 3 && source[last - 2] == 0xEF && source[last - 1] == 0xBC:
      return false  // ：
    default: break
    }
    let first = source[content.lowerBound]
    guard
      first >= 0x80 || first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
        || first >= UInt8(ascii: "0") && first <= UInt8(ascii: "9")
        || first == UInt8(ascii: "(") || first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
        || first == UInt8(ascii: "[") && !ASCII.isDigit(source[content.lowerBound + 1])
        || startsWithLowercaseName(source, content)
    else { return false }
    return readsAsWords(source, content)
  }

  /// Whether a word or two and a figure or an address make a line, as in tables whose layout was lost: `Attendance: 1,204`,
  /// `Fat: 10 g`, `Source: https://…`, `Listing: src/main.rs`.
  private static func isField(_ text: ArraySlice<UInt8>) -> Bool {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")), colon + 1 < text.endIndex,
      text[colon + 1] == 0x20
    else { return false }
    let value = text[(colon + 2)...]
    if !value.contains(0x20), value.contains(UInt8(ascii: "/")), value.contains(UInt8(ascii: ".")) {
      return true
    }
    guard text.count <= 40,
      text[..<colon].allSatisfy({ ASCII.isLetter($0) || $0 == 0x20 || $0 >= 0x80 })
    else { return false }
    let figure = value.prefix { ASCII.isDigit($0) || ",.".utf8.contains($0) }
    let unit = value[figure.endIndex...].drop { $0 == 0x20 }
    return !figure.isEmpty && figure.count != 4 && !unit.contains(0x20) && unit.count <= longestUnit
  }

  /// The longest unit behind a figure, in bytes: `kcal`, `cups`.
  private static let longestUnit = 5

  /// `iOS`, `__init__`, `str.format()`: names that begin in lower case still head sections.
  private static func startsWithLowercaseName(_ source: [UInt8], _ content: Range<Int>) -> Bool {
    let word = source[content].prefix { $0 > 0x20 }
    let isPlain = word.allSatisfy {
      ASCII.isLetter($0)
    }
    return word.contains { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") } && isPlain
  }

  /// Mostly letters and spaces, none of the signs that fill code, and few sentences.
  private static func readsAsWords(_ source: [UInt8], _ content: Range<Int>) -> Bool {
    var letters = 0
    var signs = 0
    var words = 1
    for index in content {
      let byte = source[index]
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        0x80...0xFF:
        letters += 1
      case 0x20: words += 1
      case UInt8(ascii: "="), UInt8(ascii: ";"), UInt8(ascii: "{"), UInt8(ascii: "}"),
        UInt8(ascii: "<"), UInt8(ascii: ">"),
        UInt8(ascii: "\\"), UInt8(ascii: "|"), UInt8(ascii: "^"),
        UInt8(ascii: "+"), UInt8(ascii: "@"):
        signs += 3
      case UInt8(ascii: "$"):
        let isPrice = index + 1 < content.upperBound && ASCII.isDigit(source[index + 1])
        signs += isPrice ? 0 : 3
      case UInt8(ascii: "_"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
        UInt8(ascii: "]"), UInt8(ascii: "*"),
        UInt8(ascii: "/"):
        signs += 1
      default: break
      }
    }
    return letters * 2 > content.count && signs * 8 <= content.count + 16 && words <= 18
  }

  /// Whether something follows that a heading can head, on a line of its own.
  private static func standsAbove(_ document: borrowing TextDocument, _ lines: Range<Int>) -> Bool {
    if document.layout.isSpaced, lines.lowerBound > 0, !document.lines[lines.lowerBound - 1].isBlank
    {
      return false
    }
    guard var below = document.nextContent(after: lines.upperBound - 1) else { return false }
    // `Main article: …` may stand between.
    if let link = document.block(at: below), link.reason == .related, link.lines.count == 1,
      let text = document.nextContent(after: below)
    {
      below = text
    }
    guard let next = document.block(at: below) else { return true }
    switch next.kind {
    case .paragraph:
      if document.layout.isSpaced, below == lines.upperBound { return false }
      return next.field == nil || next.field == .authors
    case .heading, .pullQuote, .item, .table, .quote, .code, .figure, .caption: return true
    case .poll, .boilerplate, .footnote: return false
    default: return true
    }
  }

  /// 2 for a heading found by its shape, deeper where it is numbered `1.2.3`.
  private static func level(_ document: borrowing TextDocument, _ block: Int) -> UInt8 {
    let content = document.span(of: document.blocks[block].lines)
    let number = document.source[content].prefix {
      $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") || $0 == UInt8(ascii: ".")
    }
    let parts = number.split(separator: UInt8(ascii: ".")).count
    return UInt8(min(6, max(2, parts + 1)))
  }
}
