/// Tells inflections of one word from other words that Snowball gives the same stem.
///
/// Stemmers are made for search, where `organ` may find `organization`; in a term base those are two
/// terms. Inflections differ from each other behind a common beginning, by short endings.
struct Inflection {
  /// Endings of English; a doubled letter may stand before the last two (`stopped`).
  private static let english = Set(
    ["", "e", "s", "es", "y", "ies", "ied", "ying", "d", "ed", "ing"].map {
      Array($0.utf8)
    })
  private static let doubling = [Array("ed".utf8), Array("ing".utf8)]

  private let language: Language?
  /// The most letters by which two forms may differ at their ends.
  private let longest: Int

  init(_ language: Language?) {
    self.language = language
    longest =
      switch language {
      // These put one ending behind the other, or change words at their beginning.
      case .arabic?, .finnish?, .hungarian?, .turkish?: .max
      case .russian?, .hindi?, .greek?: 4
      default: 3
      }
  }

  /// Tells whether two words that have one stem are forms of one word; both are folded UTF-8.
  func joins(_ first: [UInt8], _ second: [UInt8]) -> Bool {
    if longest == .max { return true }
    let (a, b) = (plain(first), plain(second))
    var common = 0
    while common < min(a.count, b.count), a[common] == b[common] { common += 1 }
    // Not in the middle of a letter.
    while common > 0, Inflection.continues(a, common) || Inflection.continues(b, common) {
      common -= 1
    }
    if language == .english { return isEnglish(a, common) && isEnglish(b, common) }
    return Inflection.letters(a, common) <= longest && Inflection.letters(b, common) <= longest
  }

  /// German without umlauts, which come with the plural: `Haus`, `Häuser`.
  private func plain(_ word: [UInt8]) -> [UInt8] {
    guard language == .german, word.contains(0xC3) else { return word }
    var plain: [UInt8] = []
    for byte in word {
      let vowel: UInt8? =
        switch (plain.last, byte) {
        case (0xC3, 0xA4): UInt8(ascii: "a")
        case (0xC3, 0xB6): UInt8(ascii: "o")
        case (0xC3, 0xBC): UInt8(ascii: "u")
        default: nil
        }
      if let vowel { plain[plain.count - 1] = vowel } else { plain.append(byte) }
    }
    return plain
  }

  private func isEnglish(_ word: [UInt8], _ start: Int) -> Bool {
    let ending = Array(word[start...])
    if Inflection.english.contains(ending) { return true }
    guard start > 0, ending.first == word[start - 1] else { return false }
    return Inflection.doubling.contains(Array(ending.dropFirst()))
  }

  private static func continues(_ word: [UInt8], _ index: Int) -> Bool {
    index < word.count && word[index] & 0xC0 == 0x80
  }

  private static func letters(_ word: [UInt8], _ start: Int) -> Int {
    word[start...].count { $0 & 0xC0 != 0x80 }
  }
}
