/// Line breaks inside a text.
extension SentenceScanner {
  /// Whether white space has an empty line or a paragraph separator (U+2029) in it.
  func breaksParagraph(_ blanks: Range<Int>) -> Bool {
    var breaks = 0
    var index = blanks.lowerBound
    while index < blanks.upperBound {
      let byte = text.bytes[index]
      if byte == 0x0A || (byte == 0x0D && text.byte(index + 1) != 0x0A) { breaks += 1 }
      if byte == 0xE2, text.has("\u{2029}", at: index) { return true }
      index += 1
    }
    return breaks > 1
  }

  /// Whether a single line break ends a sentence that has no stop: before a list item, after a line
  /// too long to be wrapped (200 bytes), and after one so short that it is a heading or a verse:
  /// the next word, with a capital, would have fit into fifty.
  func lineEndsSentence(line: Range<Int>, next: Int) -> Bool {
    if ListMarker(in: text, at: next) != nil { return true }
    switch text.byte(next) {
    case 0x2D, 0x2A, 0x2B, 0x23, 0x3E: if text.byte(next + 1) == 0x20 { return true }
    default: break
    }
    let end = WhiteSpace.trim(text.bytes, line, text.count).upperBound
    let last = text.byte(end - 1)
    // After a stop the words around it have decided; a comma or a hyphen leads on.
    if last == 0x2C || last == 0x2D || last == 0x2E { return false }
    if line.count > 200 { return true }
    let following = Following(in: text, at: next)
    guard following.letterCase == .upper || following.letterCase == .digit else { return false }
    guard end - line.lowerBound + following.word.count < 50 else { return false }
    let kinds = rules.words.bits(ofAnyCase: text.slice(wordBefore(end)))
    return kinds & (SentenceRules.starter | SentenceRules.preposition) == 0
  }
}
