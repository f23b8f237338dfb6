import ArticleModel
import Bytes

/// What people say in novels and interviews. French, Spanish and Russian print it as `— Where do you come from?`: the dash
/// before it is that of a list as well, but what stands behind it is a sentence, where items are mostly words.
enum Speech {
  /// Whether a text begins with the dash that stands before speech.
  static func hasDash(_ text: ArraySlice<UInt8>) -> Bool { text.starts(with: "—".utf8) }

  /// Whether a text begins with a dash and a capital letter and ends as a sentence does.
  static func isSpoken(_ text: ArraySlice<UInt8>, body: Int) -> Bool {
    guard hasDash(text), body < text.endIndex else { return false }
    let first = String(decoding: text[body...].prefix(4), as: UTF8.self).unicodeScalars.first
    guard let first, !first.properties.isLowercase else { return false }
    // A reference may stand behind the end.
    let last = text[body...].last {
      !ASCII.isDigit($0) && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: "]")
    }
    return last.map { ".?!".utf8.contains($0) } ?? false
      || text.suffix(3).elementsEqual("…".utf8) || text.suffix(2).elementsEqual("»".utf8)
  }

  // MARK: Speech between quotation marks

  /// How many of a hundred paragraphs begin with a quotation mark; 0 where there are few.
  static func share(of document: borrowing TextDocument) -> Int {
    var paragraphs = 0
    var spoken = 0
    for block in document.blocks where block.kind == .paragraph && !block.lines.isEmpty {
      paragraphs += 1
      if opens(document.source[document.lines[block.lines.lowerBound].content]) { spoken += 1 }
    }
    return spoken >= fewestSpoken ? spoken * 100 / paragraphs : 0
  }

  private static let fewestSpoken = 5

  /// Whether a line of a text with such a share of speech is a part of it: where people are quoted, one with a mark of tone
  /// before the closing quotation mark (`“The weir?” she said`), in a novel any that ends with one (`She laughed!`).
  static func isPart(_ text: ArraySlice<UInt8>, share: Int) -> Bool {
    guard share >= quoting else { return false }
    if text.indices.contains(where: { isTone(text, $0) && closes(text[($0 + 1)...]) }) {
      return true
    }
    return share >= telling && !text.contains(UInt8(ascii: ":"))
      && (text.suffix(3).elementsEqual("…".utf8) || "?!".utf8.contains(text.last ?? 0))
  }

  /// The shares of speech in a report that quotes and in a novel.
  private static let quoting = 10
  private static let telling = 40

  /// Whether a mark of tone ends at a byte.
  private static func isTone(_ text: ArraySlice<UInt8>, _ index: Int) -> Bool {
    "?!,.".utf8.contains(text[index])
      || text[index] >= 0x80
        && ["…", "？", "！", "。"].contains { text[...index].suffix(3).elementsEqual($0.utf8) }
  }

  /// Whether a quotation mark and the end of a word stand at the beginning: `U.S.’s` holds an apostrophe.
  private static func closes(_ text: ArraySlice<UInt8>) -> Bool {
    let rest = text.first == 0x20 ? text.dropFirst() : text
    guard let mark = closingQuotes.first(where: { rest.starts(with: $0) }),
      rest.startIndex == text.startIndex || mark.elementsEqual("»".utf8)
    else { return false }
    return rest.dropFirst(mark.count).first.map { !ASCII.isLetter($0) } ?? true
  }

  /// The length of the quotation mark or bracket that a text ends with.
  static func closingCount(_ text: ArraySlice<UInt8>) -> Int {
    if text.last == UInt8(ascii: ")") || text.last == UInt8(ascii: "]") { return 1 }
    return closingQuotes.first { text.suffix($0.count).elementsEqual($0) }?.count ?? 0
  }

  private static func opens(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    return first == UInt8(ascii: "\"")
      || first >= 0xC2 && openingQuotes.contains { text.starts(with: $0) }
  }

  private static let openingQuotes = ["“", "„", "«", "»", "‘", "「", "『"].map { Array($0.utf8) }
  static let closingQuotes = ["\"", "”", "’", "“", "»", "«", "」", "』"].map { Array($0.utf8) }
}
