import Bytes

/// What stands around a bare number in running text, and what that says about the number being a note's.
///
/// `Figure 3`, `page 12`, `of 20 patients` and `500 g` are numbers of something; `et al. 12`, `politics 12.` are notes.
struct NumberContext {
  /// What one side of a number says.
  enum Verdict: Int, Comparable {
    /// The number is something else: `Table 2`, `±3`, `25%`.
    case never
    /// A count is likelier than a note: `in 20`, `30 mm`.
    case unlikely
    /// Nothing is said either way.
    case open
    /// A note is likelier than a count: `et al. 12`, `12.`
    case likely

    static func < (a: Verdict, b: Verdict) -> Bool { a.rawValue < b.rawValue }
  }

  private static let longestWord = 24

  let bytes: [UInt8]

  /// What the word before a number says, for the byte after the word.
  func before(_ end: Int, in range: Range<Int>) -> Verdict {
    if isOperator(before: end, range) { return .never }
    var start = end
    while start > range.lowerBound, bytes[start - 1] > 0x20, bytes[start - 1] != 0xA0 {
      start -= 1
      if end - start > NumberContext.longestWord { return .open }
    }
    guard start < end else { return .open }
    // `(range: 2–11 days)`
    if bytes[end - 1] == UInt8(ascii: ":") { return .unlikely }
    // The word alone: not the bracket before it, nor the dot after it.
    var wordEnd = end
    while start < end, NumberContext.isOpening(bytes[start]) { start += 1 }
    while wordEnd > start,
      bytes[wordEnd - 1] == UInt8(ascii: ".") || bytes[wordEnd - 1] == UInt8(ascii: ":")
    { wordEnd -= 1 }
    return withFolded(start..<wordEnd) { word in
      if word.isEmpty { return .open }
      if Lexicon.shared.month(word) != nil { return .never }
      let role = Lexicon.shared.numberRole(word)
      if role.contains(.citing) { return .likely }
      if role.contains(.label) { return .never }
      return role.contains(.count) ? .unlikely : .open
    }
  }

  private func withFolded(
    _ word: Range<Int>, _ judge: (UnsafeBufferPointer<UInt8>) -> Verdict
  ) -> Verdict {
    bytes.withUnsafeBufferPointer {
      Lexicon.withFolded(UnsafeBufferPointer(rebasing: $0[word]), judge)
    }
  }

  /// What stands after a number says, for the byte after the number.
  func after(_ end: Int, in range: Range<Int>) -> Verdict {
    guard end < range.upperBound else { return .likely }
    switch bytes[end] {
    case UInt8(ascii: "-") where end + 1 < range.upperBound && ASCII.isLetter(bytes[end + 1]):
      return .never  // 2-fold, 8-A
    case 0xC2
    where end + 1 < range.upperBound
      && (bytes[end + 1] == 0xB0 || bytes[end + 1] == 0xB1):
      return .never  // ° ±
    case 0xC3 where end + 1 < range.upperBound && bytes[end + 1] == 0x97: return .never  // ×
    case 0xE2
    where end + 2 < range.upperBound && bytes[end + 1] == 0x80
      && (bytes[end + 2] == 0xB2 || bytes[end + 2] == 0xB3):
      return .never  // ′ ″
    case UInt8(ascii: ".")
    where end + 2 < range.upperBound && bytes[end + 1] == 0x20 && isMonth(end + 2, range):
      return .never  // 12. Juni
    case 0x20: return afterSpace(end + 1, range)
    case 0xC2 where end + 1 < range.upperBound && bytes[end + 1] == 0xA0:
      return afterSpace(end + 2, range)
    case 0xE3...0xED where isCounted(end, in: range): return .never
    default: return .likely
    }
  }

  /// Whether a counter stands right behind a number: `3年`, `3회`.
  func isCounted(_ end: Int, in range: Range<Int>) -> Bool {
    end < range.upperBound && bytes[end] >= 0xE3
      && Lexicon.shared.isCounter(at: end, of: bytes, end: range.upperBound)
  }

  /// Whether a number is named by what stands right before it: `第3`, `図1`; in `発表3` another word ends there.
  func isNamed(_ start: Int, in range: Range<Int>) -> Bool {
    guard start > range.lowerBound, bytes[start - 1] >= 0x80,
      let word = Lexicon.shared.ordinal(before: start, of: bytes, start: range.lowerBound)
    else { return false }
    guard word > range.lowerBound else { return true }
    var lead = word - 1
    while lead > range.lowerBound, bytes[lead] & 0xC0 == 0x80 { lead -= 1 }
    // Kana and punctuation end words; an ideograph or a syllable of Hangul goes on with this one.
    return bytes[lead] <= 0xE3 || bytes[lead] >= 0xEE
  }

  private func afterSpace(_ start: Int, _ range: Range<Int>) -> Verdict {
    guard start < range.upperBound else { return .likely }
    if isOperator(at: start, range) { return .never }
    var end = start
    while end < range.upperBound, bytes[end] > 0x20, !NumberContext.isClosing(bytes[end]) {
      end += 1
      if end - start > NumberContext.longestWord { return .open }
    }
    return withFolded(start..<end) {
      Lexicon.shared.numberRole($0).contains(.unit) ? .never : .open
    }
  }

  /// Whether a word is the name of a month; *May* begins sentences as well.
  private func isMonth(_ start: Int, _ range: Range<Int>) -> Bool {
    guard start + 2 < range.upperBound else { return false }
    var end = start
    while end < range.upperBound, ASCII.isLetter(bytes[end]) || bytes[end] >= 0x80 {
      end += 1
      if end - start > NumberContext.longestWord { return false }
    }
    guard end - start >= 3, !bytes[start..<end].elementsEqual("May".utf8) else { return false }
    return bytes.withUnsafeBufferPointer {
      Lexicon.withFolded(UnsafeBufferPointer(rebasing: $0[start..<end])) {
        Lexicon.shared.month($0) != nil
      }
    }
  }

  // MARK: Signs

  /// A sign of arithmetic before a number, with or without a space: `= 3`, `≈3`, `−1`, `× 4`.
  private func isOperator(before end: Int, _ range: Range<Int>) -> Bool {
    guard end > range.lowerBound else { return false }
    switch bytes[end - 1] {
    case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "+"),
      UInt8(ascii: "-"), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "$"),
      UInt8(ascii: "#"), UInt8(ascii: "*"), UInt8(ascii: "^"):
      return true
    case 0x80...0xFF:
      var start = end - 1
      while start > range.lowerBound, bytes[start] & 0xC0 == 0x80, end - start < 3 { start -= 1 }
      return isOperator(at: start, range)
    default: return false
    }
  }

  /// A sign of arithmetic: ASCII's, `±`, `×`, `÷`, those of the block of mathematical operators, `£`, `€`.
  private func isOperator(at index: Int, _ range: Range<Int>) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "+"),
      UInt8(ascii: "%"), UInt8(ascii: "/"), UInt8(ascii: "*"):
      return true
    case 0xC2:
      let next = index + 1 < range.upperBound ? bytes[index + 1] : 0
      return next == 0xB1 || next == 0xB0 || next == 0xA3
    case 0xC3:
      return index + 1 < range.upperBound && (bytes[index + 1] | 0x20) == 0xB7  // × ÷
    case 0xE2:
      guard index + 2 < range.upperBound else { return false }
      return bytes[index + 1] == 0x88 || bytes[index + 1] == 0x89
        || bytes[index + 1] == 0x82 && bytes[index + 2] == 0xAC
    default: return false
    }
  }

  private static func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
      || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  private static func isClosing(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: ";"),
      UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "\""):
      true
    default: false
    }
  }
}
