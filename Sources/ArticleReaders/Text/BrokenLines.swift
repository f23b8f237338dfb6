import Bytes
import TextAnalysis

/// Sentences that an extractor broke at inline elements or at the line ends of the page's source, in texts that have a line
/// for each paragraph:
///
///     The lock is opened by
///     keeper
///     , who lives beside it.
///
/// A line goes on with the one above where that does not end a sentence, and it begins with a small letter or with a mark
/// that closes something; so does a word alone between such lines. Lines that hang far to the right, as the source of a page
/// is indented, go on with a long line; in a text that is broken throughout also below what is left of an indent, and
/// whatever they begin with. Lines are joined up to one that ends a sentence.
struct BrokenLines {
  /// No verse has so long a line, in bytes.
  private static let longestVerse = 60
  /// The most lines of one paragraph.
  private static let mostLines = 200

  /// How many columns further to the right than a paragraph a line hangs at least that goes on with it.
  private static let depth = 8

  /// How many lines that begin with a mark, or hang and begin with a small letter, show that the text was broken at inline
  /// elements throughout.
  private static let fewestBreaks = 3

  private let source: [UInt8]
  private let lines: [TextLine]
  /// Whether sentences are broken all over the text.
  private let isBroken: Bool

  static func join(_ source: inout [UInt8], _ lines: inout [TextLine]) {
    let found = BrokenLines(source: source, lines: lines).paragraphs()
    for paragraph in found {
      for line in paragraph.dropFirst() {
        if lines[line].isBlank {
          lines[line].has = .joined
        } else {
          JoinedLines.join(line, to: paragraph.lowerBound, &source, &lines)
        }
      }
    }
  }

  private init(source: [UInt8], lines: [TextLine]) {
    self.source = source
    self.lines = lines
    let breaks = lines.indices.lazy.filter { line in
      JoinedLines.closingCount(source, lines[line].content) > 0
        || line > 0 && BrokenLines.goesOn(line, below: line - 1, lines, source)
    }
    isBroken = breaks.prefix(BrokenLines.fewestBreaks).count == BrokenLines.fewestBreaks
  }

  /// The lines of each paragraph that was broken.
  private func paragraphs() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var line = 0
    while line + 1 < lines.count {
      var end = line + 1
      // Most lines end a sentence, which is quicker to see than a program.
      if !endsSentence(line), isProse(line),
        ListMarker.parse(source.span, lines[line].content) == nil
      {
        while end - line < BrokenLines.mostLines, let next = next(after: end - 1),
          continues(next, below: end - 1)
        {
          end = next + 1
        }
      }
      var start = line
      if end - line > 1, let next = next(after: line), mayBeHeading(line, above: next) {
        start = next
      }
      if end - start > 1, endsSentence(end - 1), isSure(start..<end) { found.append(start..<end) }
      line = end
    }
    return found
  }

  /// Whether a line may be a heading above a paragraph that begins with a small letter, as with the name of a function: it
  /// is short, and neither its last word nor what follows shows that the sentence goes on.
  private func mayBeHeading(_ line: Int, above next: Int) -> Bool {
    let content = lines[line].content
    guard content.count < BrokenLines.longestVerse,
      JoinedLines.closingCount(source, lines[next].content) == 0, !hangs(next),
      source[content.upperBound - 1] != UInt8(ascii: ","),
      HeadingReader.hasHeadingShape(source, content)
    else { return false }
    let words = source[content].split(separator: 0x20)
    if StopWords.carryGrammar(words[words.count - 1]) { return false }
    return !isBroken || words.count <= 3 && !StopWords.carryGrammar(words[0])
  }

  /// The next line with content; between it and the one above may be what is left of the source's indent.
  private func next(after line: Int) -> Int? {
    var next = line + 1
    while next < lines.count, lines[next].isBlank, lines[next].indent >= BrokenLines.depth {
      next += 1
    }
    return next < lines.count && !lines[next].isBlank ? next : nil
  }

  /// Whether a line goes on with the one above it.
  private func continues(_ line: Int, below above: Int) -> Bool {
    guard !endsSentence(above), isProse(line) else { return false }
    if hangs(line) || hangs(above) || line - above > 1 {
      return continuesIndented(line, below: above)
    }
    if beginsWithin(line) { return true }
    return isWord(line) && !endsSentence(line)
      && next(after: line).map { isProse($0) && beginsWithin($0) } ?? false
  }

  /// Whether a line goes on with the one above it where one of them hangs, or what is left of an indent lies between them:
  /// within such lines, those that begin with a small letter do, and elsewhere in a text that is broken throughout.
  private func continuesIndented(_ line: Int, below above: Int) -> Bool {
    if isBroken { return beginsWithin(line) || hangs(line) || breaksOff(above) }
    if lines[line].indent == lines[above].indent { return beginsWithin(line) }
    return BrokenLines.goesOn(line, below: above, lines, source)
  }

  /// Whether a line hangs and begins with a small letter, below or in a line longer than those of lists.
  private static func goesOn(
    _ line: Int, below above: Int, _ lines: [TextLine], _ source: [UInt8]
  ) -> Bool {
    guard !lines[line].isBlank, !lines[above].isBlank, source[lines[line].start] == 0x20,
      lines[line].indent >= lines[above].indent + depth,
      max(lines[line].count, lines[above].count) >= shortestOfLong
    else { return false }
    let first = source[lines[line].content.lowerBound]
    return first >= UInt8(ascii: "a") && first <= UInt8(ascii: "z")
  }

  /// Lines of lists and of make's rules are shorter, in bytes.
  private static let shortestOfLong = 40

  /// Whether the last word of a line shows that its sentence goes on.
  private func breaksOff(_ line: Int) -> Bool {
    let words = source[lines[line].content].split(separator: 0x20)
    return words.last.map { $0.last == UInt8(ascii: ",") || StopWords.carryGrammar($0) } ?? false
  }

  private func hangs(_ line: Int) -> Bool {
    lines[line].indent >= BrokenLines.depth && source[lines[line].start] == 0x20
  }

  /// Whether a line begins as no paragraph does.
  private func beginsWithin(_ line: Int) -> Bool {
    let content = lines[line].content
    let first = source[content.lowerBound]
    if JoinedLines.closingCount(source, content) > 0 { return true }
    let word = content.prefix { source[$0] > 0x20 }
    if ASCII.isLetter(first) {
      // `iPhone` begins a sentence as well.
      return first >= UInt8(ascii: "a")
        && !word.contains { source[$0] >= UInt8(ascii: "A") && source[$0] <= UInt8(ascii: "Z") }
    }
    guard first >= 0x80 else { return false }
    return String(decoding: source[word], as: UTF8.self).first?.isLowercase ?? false
  }

  /// Whether a line is one word.
  private func isWord(_ line: Int) -> Bool {
    lines[line].count <= 40 && !source[lines[line].content].contains(0x20)
  }

  /// Whether a line holds words, and is no cell and no part of a program.
  private func isProse(_ line: Int) -> Bool {
    guard !lines[line].isBlank, lines[line].indent < 2 || hangs(line),
      lines[line].has.isDisjoint(with: [.pipe, .tab, .wideSpace])
    else {
      return false
    }
    let content = lines[line].content
    switch source[content.upperBound - 1] {
    case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ";"), UInt8(ascii: "="),
      UInt8(ascii: "\\"):
      return false
    default:
      return isWord(line)
        || CodeReader.codeSigns(source, content) < 3 && !CodeReader.isCommand(source[content])
    }
  }

  private func endsSentence(_ line: Int) -> Bool {
    BrokenLines.endsSentence(source, lines[line].content)
  }

  /// Whether the content of a line ends a sentence, or announces what follows.
  static func endsSentence(_ source: [UInt8], _ content: Range<Int>) -> Bool {
    let text = TrailingMarkers.cut(from: source, content)
    var end = text.upperBound
    while end > text.lowerBound, isQuote(source, end - 1) { end -= 1 }
    guard end > text.lowerBound else { return false }
    switch source[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"): return true
    case 0x80...: return ["。", "…"].contains { source[..<end].suffix(3).elementsEqual($0.utf8) }
    default: return false
    }
  }

  /// Whether a byte belongs to a quotation mark or bracket that closes.
  private static func isQuote(_ source: [UInt8], _ index: Int) -> Bool {
    switch source[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): true
    case 0x99, 0x9D: index >= 2 && source[index - 2] == 0xE2 && source[index - 1] == 0x80
    case 0x80 where index >= 1: source[index - 1] == 0xE2
    case 0xE2: true
    case 0xBB: index >= 1 && source[index - 1] == 0xC2
    case 0xC2: true
    default: false
    }
  }

  /// Whether lines are no verse: the whole text is broken, one is long or far to the right of the first, or one begins with a
  /// mark that closes something.
  private func isSure(_ paragraph: Range<Int>) -> Bool {
    isBroken
      || paragraph.contains {
        lines[$0].count >= BrokenLines.longestVerse
          || lines[$0].indent >= lines[paragraph.lowerBound].indent + BrokenLines.depth
          || JoinedLines.closingCount(source, lines[$0].content) > 0
      }
  }
}
