import Bytes
import TextAnalysis

/// What shows that a short line is a sentence or a line of a program's output, and no heading.
extension HeadingReader {
  /// Whether a text ends with a full stop and a quotation mark behind it.
  static func quotesSentence(_ text: ArraySlice<UInt8>) -> Bool {
    Speech.closingQuotes.contains {
      text.count > $0.count + 1 && text.suffix($0.count).elementsEqual($0)
        && text[text.endIndex - $0.count - 1] == UInt8(ascii: ".")
    }
  }

  /// Whether a letter and a colon begin a text, as interviews print who speaks: `Q: Where was it built?`
  static func isAsked(_ text: ArraySlice<UInt8>) -> Bool {
    let start = text.startIndex
    return text.count > 3 && ASCII.isLetter(text[start]) && text[start + 1] == UInt8(ascii: ":")
      && text[start + 2] == 0x20
  }

  /// Whether a text stands in brackets, breaks off, or cries out: no heading ends as `such that`, `is wet —` or `;)` do.
  static func isOfSentence(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    if first == UInt8(ascii: "("), last == UInt8(ascii: ")") { return true }
    if text.starts(with: "（".utf8), text.suffix(3).elementsEqual("）".utf8) { return true }
    if sentenceEndings.contains(where: {
      $0.last == last && text.suffix($0.count).elementsEqual($0)
    }) {
      return true
    }
    let spaces = text.count { $0 == 0x20 }
    if last == UInt8(ascii: "!") { return spaces >= longestCry }
    guard spaces >= 2, let space = text.lastIndex(of: 0x20) else { return false }
    return Lexicon.shared.tables.openWords.contains(text[(space + 1)...])
  }

  private static let sentenceEndings = ["—", "–", ";)", ":)"].map { Array($0.utf8) }

  /// The longest heading that cries out, in words: `Great, let's get started!`
  private static let longestCry = 5

  /// Whether a sentence of three words or more ends within a text and another begins: `Alden coughed twice. “Go on`.
  static func holdsTwoSentences(_ source: [UInt8], _ content: Range<Int>) -> Bool {
    mayHoldTwoSentences(source, content)
      && SentenceSegmenter.sentences(in: Array(source[content])).count > 1
  }

  /// Whether a full stop stands behind three words, the last in small letters, and before a capital letter or a quotation
  /// mark: a look that turns most lines away.
  private static func mayHoldTwoSentences(_ source: [UInt8], _ content: Range<Int>) -> Bool {
    var words = 0
    for index in content.dropLast(2) where source[index] == 0x20 {
      words += 1
      guard words >= fewestWords, source[index - 1] == UInt8(ascii: "."),
        source[index - fewestLetters - 1..<index - 1].allSatisfy({ $0 >= UInt8(ascii: "a") })
      else { continue }
      let next = source[index + 1]
      if next >= UInt8(ascii: "A") && next <= UInt8(ascii: "Z") || next == 0xE2 { return true }
    }
    return false
  }

  /// The shortest sentence, in words, and its last word, in letters: `St. Mary` holds none.
  private static let fewestWords = 3
  private static let fewestLetters = 3

  /// The lines of several words with figures or brackets that recur, as what a program says: `1 file updated, 0 files merged`.
  static func recurring(_ blocks: [Int], _ document: borrowing TextDocument) -> Set<Int> {
    guard blocks.count >= fewestRecurring else { return [] }
    var same: [ArraySlice<UInt8>: [Int]] = [:]
    for block in blocks {
      let text = document.source[document.span(of: document.blocks[block].lines)]
      let hasSign = text.contains { ASCII.isDigit($0) || $0 == UInt8(ascii: "(") }
      if hasSign, text.count(where: { $0 == 0x20 }) >= fewestWords {
        same[text, default: []].append(block)
      }
    }
    return Set(same.values.lazy.filter { $0.count >= fewestRecurring }.joined())
  }

  /// A heading may come a second time.
  private static let fewestRecurring = 3
}
