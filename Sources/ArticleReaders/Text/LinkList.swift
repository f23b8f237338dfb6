import ArticleModel
import Bytes

/// The list of addresses that text browsers put behind a page, and the numbers that point to it.
///
/// lynx and elinks write `[12]word` before each link and `12. https://…` at the end. The numbers are the browser's: they
/// stand beside those of the notes, and in the middle of them where a note's number is a link, as in `rain.[12][3]`.
struct LinkList {
  /// The lines of the list, with the heading above it.
  let lines: Range<Int>
  /// How many links the page has.
  private let count: Int

  /// The fewest links that make a list.
  private static let fewest = 2
  /// How many numbers may be missing between two that stand in the text.
  private static let longestJump = 20

  /// The list at the end of a text; `nil` where there is none, as the last line tells.
  init?(_ source: [UInt8], _ lines: [TextLine]) {
    var first: Int?
    var number = 0
    var last: Int?
    scan: for line in lines.indices.reversed() where !lines[line].isBlank {
      switch LinkList.entry(source, lines[line].content) {
      case let found? where last == nil || found == number - 1:
        number = found
        first = line
        last = last ?? line
      case nil where last != nil && LinkList.isSubheading(source, lines[line].content): continue
      default: break scan
      }
      if number == 1 { break }
    }
    guard let first, let last, number == 1,
      let count = LinkList.entry(source, lines[last].content), count >= LinkList.fewest
    else { return nil }
    self.count = count
    var start = first
    // *References*, in the browser's language, and *Visible links* above the first entry.
    for _ in 0..<2 {
      var above = start - 1
      while above >= 0, lines[above].isBlank { above -= 1 }
      guard above >= 0, lines[above].count <= 24,
        lines[above].has.isDisjoint(with: [.digit, .bracket])
      else { break }
      start = above
      if lines[above].indent == 0 { break }
    }
    self.lines = start..<last + 1
  }

  /// The number of a line like `12. https://example.org/`.
  private static func entry(_ source: [UInt8], _ content: Range<Int>) -> Int? {
    let bytes = source.span
    guard
      let (number, after) = NoteLabelParser.number(bytes, content.lowerBound, content.upperBound),
      after + 3 < content.upperBound, bytes[after] == UInt8(ascii: "."), bytes[after + 1] == 0x20
    else { return nil }
    let address = bytes.trimmed(after + 1..<content.upperBound)
    guard !source[address].contains(0x20), let first = source[address].first else { return nil }
    let isLocal = first == UInt8(ascii: "/") || first == UInt8(ascii: "#")
    return isLocal || source[address.prefix(12)].contains(UInt8(ascii: ":")) ? number : nil
  }

  /// `Hidden links:`
  private static func isSubheading(_ source: [UInt8], _ content: Range<Int>) -> Bool {
    content.count <= 24 && source[content.upperBound - 1] == UInt8(ascii: ":")
  }

  /// Puts spaces in the place of the numbers in the text. Returns whether there were any: a list of notes that are
  /// nothing but addresses looks like a list of links, but its numbers stand behind words.
  ///
  /// Lines that begin with a number begin behind it from now on; their indent stays.
  func removeNumbers(from source: inout [UInt8], _ lines: inout [TextLine]) -> Bool {
    let found = numbers(in: source, lines)
    // Text browsers wrap lines, or the page has little but menus; elsewhere a list of addresses holds notes.
    guard found.count * 3 >= count * 2,
      beginLines(found, in: source, lines) || TextLayout(lines, source).isWrapped
    else { return false }
    for (line, marker) in found {
      let isRaised = marker.lowerBound > 0 && source[marker.lowerBound - 1] == UInt8(ascii: "^")
      for index in marker { source[index] = 0x20 }
      if isRaised {
        // `^[12]3` is note 3.
        source[marker.lowerBound - 1] = 0x20
        source[marker.upperBound - 1] = UInt8(ascii: "^")
      }
      let content = lines[line].content
      guard marker.lowerBound - (isRaised ? 1 : 0) == content.lowerBound else { continue }
      lines[line].content = source.span.trimmed(content)
    }
    return true
  }

  /// The numbers in the order of the text, each with its line.
  private func numbers(in source: [UInt8], _ lines: [TextLine]) -> [(line: Int, marker: Range<Int>)]
  {
    let bytes = source.span
    var found: [(line: Int, marker: Range<Int>)] = []
    var last = 0
    for line in 0..<self.lines.lowerBound where lines[line].has.contains(.bracket) {
      let content = lines[line].content
      var index = content.lowerBound
      while index < content.upperBound {
        guard bytes[index] == UInt8(ascii: "["),
          let (number, after) = NoteLabelParser.number(bytes, index + 1, content.upperBound),
          after + 1 < content.upperBound, bytes[after] == UInt8(ascii: "]"),
          number > last, number <= min(count, last + LinkList.longestJump),
          LinkList.begins(bytes[after + 1])
        else {
          index += 1
          continue
        }
        found.append((line, index..<after + 1))
        last = number
        // What follows is the link's own text, though it may look like a number.
        index = after + 2
      }
    }
    return found
  }

  /// Whether most numbers stand at the start of a line, or behind its bullet: none that cites a note does.
  private func beginLines(
    _ found: [(line: Int, marker: Range<Int>)], in source: [UInt8], _ lines: [TextLine]
  ) -> Bool {
    let first = found.count { line, marker in
      let before = source[lines[line].content.lowerBound..<marker.lowerBound]
      return before.count <= 4 && !before.contains { ASCII.isLetter($0) || ASCII.isDigit($0) }
    }
    return first * 2 >= found.count
  }

  /// Whether a link's text may begin with a byte.
  private static func begins(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
      UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "?"), UInt8(ascii: "!"):
      false
    default: true
    }
  }
}
