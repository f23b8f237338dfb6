import Bytes

/// The markers of notes at the end of a heading or a name.
enum TrailingMarkers {
  /// A text without the references at its end: `The inns stood along the road.[1][note 2]` is a sentence, and so is
  /// `They stood there.1`.
  static func cut(from source: [UInt8], _ content: Range<Int>) -> Range<Int> {
    var rest = content
    while rest.count > 3, let end = markerStart(source, rest), end > rest.lowerBound {
      rest = rest.lowerBound..<end
    }
    return rest
  }

  /// Where the marker begins with which a text ends: `[2]`, `[note 2]`, `[a]`, `^2`, `²`, `†`; and `2`, `2)` or `(2)` behind a
  /// full stop.
  private static func markerStart(_ source: [UInt8], _ text: Range<Int>) -> Int? {
    let end = text.upperBound
    if source[end - 1] == UInt8(ascii: "]") { return bracketStart(source, text) }
    for width in 1...3 where source[end - width] & 0xC0 != 0x80 {
      if let digit = NoteLabelParser.superscriptDigit(source.span, end - width, end) {
        return digit.1 == width ? end - width : nil
      }
      if NoteLabelParser.signWidth(source.span, end - width, end) == width { return end - width }
      break
    }
    var start = source[end - 1] == UInt8(ascii: ")") ? end - 1 : end
    let digits = start
    while start > text.lowerBound, ASCII.isDigit(source[start - 1]) { start -= 1 }
    guard start < digits, digits - start <= 3 else { return nil }
    if start > text.lowerBound, source[start - 1] == UInt8(ascii: "(") { start -= 1 }
    if start > text.lowerBound, source[start - 1] == UInt8(ascii: "^") { return start - 1 }
    // `Version 2.1` is no sentence; one may end with a year.
    guard start - 2 >= text.lowerBound, source[start - 1] == UInt8(ascii: ".") else { return nil }
    let word = source[text.lowerBound..<start - 1].suffix(4)
    let isYear = word.count == 4 && word.allSatisfy(ASCII.isDigit)
    return ASCII.isLetter(source[start - 2]) || source[start - 2] >= 0x80 || isYear ? start : nil
  }

  /// Where the bracket opens that closes a text with a number, a letter or a sign in it: `[2]`, `\[2\]`, `^[2]`, `[note 2]`, `[a]`.
  private static func bracketStart(_ source: [UInt8], _ text: Range<Int>) -> Int? {
    let escapes = source[text.upperBound - 2] == UInt8(ascii: "\\") ? 1 : 0
    let inner = source[text].suffix(16).dropLast(1 + escapes)
    guard var start = inner.lastIndex(of: UInt8(ascii: "[")), let last = inner.last,
      ASCII.isDigit(last) || inner.endIndex - start <= 4
    else { return nil }
    if start > text.lowerBound, escapes > 0 { start -= 1 }
    return start > text.lowerBound && source[start - 1] == UInt8(ascii: "^") ? start - 1 : start
  }
}
