import Bytes

/// The marker of a list item that stands in running text: "1.", "1.)", "2)", "b.", "(c)", "•".
struct ListMarker {
  private enum Ordinal {
    case number(Int)
    case letter(UInt8)
    case bullet(UInt32)
  }

  private let ordinal: Ordinal
  /// What follows the ordinal: ".", ".)", ")".
  private let suffix: StaticString
  private let hasBracket: Bool
  /// Where the text of the item begins.
  let end: Int
  /// Whether that text begins with a capital.
  private let beginsLarge: Bool

  /// Reads the marker at `start`; nil when there is none or no text follows it on the line.
  init?(in text: UTF8Text, at start: Int) {
    // Most sentences begin with a word, which a look at two bytes tells.
    let second = text.byte(start + 1)
    if ASCII.isLetter(text.byte(start)), second != 0x2E, second != 0x29 { return nil }
    var index = start
    let (first, length) = text.scalar(at: index)
    if Self.isBullet(first) {
      ordinal = .bullet(first)
      suffix = ""
      hasBracket = false
      index = text.skipBlanks(index + length)
      // A number after the bullet belongs to the marker, and so does its stop: "• 9. The first".
      var digits = index
      while ASCII.isDigit(text.byte(digits)) { digits += 1 }
      if digits > index, text.byte(digits) == 0x2E { index = digits + 1 }
    } else {
      hasBracket = first == 0x28
      if hasBracket { index += 1 }
      guard let (ordinal, afterOrdinal) = Self.ordinal(in: text, at: index) else { return nil }
      index = afterOrdinal
      if text.byte(index) == 0x2E, text.byte(index + 1) == 0x29 {
        suffix = ".)"
      } else if text.byte(index) == 0x29 {
        suffix = ")"
      } else if text.byte(index) == 0x2E, !hasBracket {
        suffix = "."
      } else {
        return nil
      }
      index += suffix.utf8CodeUnitCount
      guard text.blank(at: index) > 0 else { return nil }
      // "A. Smith and B. Jones": a capital and a stop are an initial, not a marker.
      if case .letter(let letter) = ordinal, ASCII.isUppercase(letter), suffix.utf8Start[0] == 0x2E
      {
        return nil
      }
      self.ordinal = ordinal
    }
    while text.byte(index) == 0x20 || text.byte(index) == 0x09 { index += 1 }
    guard index < text.count, text.byte(index) != 0x0A, text.byte(index) != 0x0D else { return nil }
    end = index
    beginsLarge = LetterCase(of: text.scalar(at: end).scalar) == .upper
  }

  private static func isBullet(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x25A0, 0x25AA, 0x25AB, 0x25B8, 0x25BA, 0x25CB,
      0x25CF, 0x25E6, 0x2666, 0x27A2, 0x2B25:
      return true
    default: return false
    }
  }

  /// Up to three digits (more is a year) or one Latin letter.
  private static func ordinal(in text: UTF8Text, at start: Int) -> (Ordinal, Int)? {
    let byte = text.byte(start)
    if ASCII.isLetter(byte) { return (.letter(byte), start + 1) }
    var index = start
    var value = 0
    while index < start + 3, ASCII.isDigit(text.byte(index)) {
      value = value * 10 + Int(text.byte(index) & 0x0F)
      index += 1
    }
    return index > start ? (.number(value), index) : nil
  }

  /// Returns where the next item of the same list begins on the same paragraph, at most `reach`
  /// bytes on; nil when the list does not go on.
  ///
  /// It must have the same form and the next ordinal, and its text the same case; the word before
  /// must not lead up to a number ("the ratio is 2. The…").
  func next(in text: UTF8Text, rules: SentenceRules, reach: Int = 1500) -> Int? {
    let limit = min(text.count, end + reach)
    var index = end
    while index < limit {
      let blank = text.blank(at: index)
      if blank == 0 {
        index += 1
        continue
      }
      if text.byte(index) == 0x0A, text.byte(index + 1) == 0x0A { return nil }
      let place = index + blank
      if isNext(in: text, at: place), !leadsOn(text, rules, wordEnd: index) { return place }
      index = place
    }
    return nil
  }

  private func isNext(in text: UTF8Text, at place: Int) -> Bool {
    let byte = text.byte(place)
    switch ordinal {
    case .bullet(let bullet): return text.scalar(at: place).scalar == bullet
    // Most words begin neither with a digit nor are one letter: leave before reading a marker.
    case .number: guard ASCII.isDigit(byte) || byte == 0x28 else { return false }
    case .letter(let letter): guard byte == letter + 1 || byte == 0x28 else { return false }
    }
    guard let other = ListMarker(in: text, at: place), other.hasBracket == hasBracket,
      other.beginsLarge == beginsLarge, suffix.utf8CodeUnitCount == other.suffix.utf8CodeUnitCount,
      suffix.utf8Start[0] == other.suffix.utf8Start[0]
    else { return false }
    switch (ordinal, other.ordinal) {
    case (.number(let this), .number(let that)): return that == this + 1
    case (.letter(let this), .letter(let that)): return that == this + 1
    default: return false
    }
  }

  private func leadsOn(_ text: UTF8Text, _ rules: SentenceRules, wordEnd: Int) -> Bool {
    if case .bullet = ordinal { return false }
    var start = wordEnd
    while start > end, text.byte(start - 1) > 0x20 { start -= 1 }
    let kinds = rules.words.bits(ofAnyCase: text.slice(start..<wordEnd))
    return kinds & (SentenceRules.starter | SentenceRules.preposition) != 0
  }
}
