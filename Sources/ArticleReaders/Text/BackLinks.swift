/// The links back to the text that encyclopaedias put before their notes: `↑ Smith`, `^ a b c Smith`, `↑ Jump up to: a b`.
enum BackLinks {
  private static let phrases = ["Jump up to:", "Jump up"].map { Array($0.utf8) }
  /// What blogs put behind a note: ↩, perhaps with the selector that it is no emoji, and ↑.
  private static let arrows = ["↩\u{FE0E}", "↩\u{FE0F}", "↩", "↑"].map { Array($0.utf8) }

  /// A note's text without the links that it ends with.
  static func cut(_ source: [UInt8], _ body: Range<Int>) -> Range<Int> {
    var end = body.upperBound
    while let arrow = arrows.first(where: {
      source[body.lowerBound..<end].suffix($0.count).elementsEqual($0)
    }) {
      end -= arrow.count
      while end > body.lowerBound, source[end - 1] == 0x20 { end -= 1 }
    }
    return end > body.lowerBound ? body.lowerBound..<end : body
  }

  /// A note's text without the links that it begins with.
  static func skipped(_ source: [UInt8], _ body: Range<Int>) -> Range<Int> {
    var start = body.lowerBound
    guard body.count > 3 else { return body }
    switch source[start] {
    case UInt8(ascii: "^"): start += 1
    case 0xE2 where source[start + 1] == 0x86 && source[start + 2] == 0x91: start += 3  // ↑
    default: return body
    }
    start = skipSpace(source, start, body.upperBound)
    if let phrase = phrases.first(where: { source[start..<body.upperBound].starts(with: $0) }) {
      start = skipSpace(source, start + phrase.count, body.upperBound)
    }
    let end = lettersEnd(source, start, body.upperBound)
    return end < body.upperBound ? end..<body.upperBound : body
  }

  /// Where letters end that follow each other as `a b c` do; one letter alone may be a word.
  private static func lettersEnd(_ source: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    var letter = UInt8(ascii: "a")
    while index + 1 < end, source[index] == letter, source[index + 1] == 0x20 {
      index = skipSpace(source, index + 1, end)
      letter += 1
    }
    return letter >= UInt8(ascii: "c") ? index : start
  }

  private static func skipSpace(_ source: [UInt8], _ start: Int, _ end: Int) -> Int {
    var index = start
    while index < end, source[index] == 0x20 { index += 1 }
    return index
  }
}
