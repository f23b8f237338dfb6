/// Tells inflections of one word from other words that Snowball gives the same stem, and gives one stem to
/// regular inflections that Snowball leaves apart.
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

  /// Ends of stems that one word has in the singular or the plural, and what stands for both.
  private static let alternations: [Language: [(end: [UInt8], root: [UInt8])]] = [
    // Lehrerin, Lehrerinnen.
    .german: [("inn", "in")],
    // huis, huizen; brief, brieven; man, mannen; bal, ballen.
    .dutch: [
      ("z", "s"), ("v", "f"), ("ff", "f"), ("gg", "g"), ("ll", "l"), ("mm", "m"), ("nn", "n"),
      ("pp", "p"), ("rr", "r"), ("ss", "s"),
    ],
  ].mapValues(bytes)

  /// Plurals of Portuguese and their singulars: nações, pães, animais, papéis, lençóis, homens.
  private static let portuguesePlurals = bytes([
    ("ões", "ão"), ("ães", "ão"), ("ais", "al"), ("éis", "el"), ("óis", "ol"), ("ens", "em"),
  ])

  private static func bytes(_ pairs: [(String, String)]) -> [(end: [UInt8], root: [UInt8])] {
    pairs.map { (Array($0.0.utf8), Array($0.1.utf8)) }
  }

  /// The stem that all regular inflections of a word have.
  func stem(_ word: [UInt8], _ stemmer: Stemmer) -> [UInt8] {
    switch language {
    // `mujeres` is `mujer`, which is `muj`.
    case .spanish?: stemmer.stem(stemmer.stem(word))
    case .portuguese?: stemmer.stem(Inflection.replaceEnd(of: word, Inflection.portuguesePlurals))
    case .german? where Inflection.isPluralOfVowel(word): stemmer.stem(word.dropLast())
    default:
      Inflection.replaceEnd(
        of: stemmer.stem(word), language.flatMap { Inflection.alternations[$0] } ?? [])
    }
  }

  /// Whether a German word ends in a full vowel and `s`: `Autos`, `Radios`; not `Haus` or `Kreis`, whose vowels are
  /// two letters.
  private static func isPluralOfVowel(_ word: [UInt8]) -> Bool {
    guard word.count > 4, word.last == UInt8(ascii: "s") else { return false }
    let (before, vowel) = (word[word.count - 3], word[word.count - 2])
    let isDiphthong =
      (before == UInt8(ascii: "a") || before == UInt8(ascii: "e"))
      && (vowel == UInt8(ascii: "i") || vowel == UInt8(ascii: "u"))
    return !isDiphthong && "aiouy".utf8.contains(vowel)
  }

  /// Replaces the first of some ends that a word has behind two or more letters.
  private static func replaceEnd(
    of word: [UInt8], _ ends: [(end: [UInt8], root: [UInt8])]
  ) -> [UInt8] {
    let found = ends.first {
      word.count > $0.end.count + 1 && word.suffix($0.end.count) == $0.end[...]
    }
    return found.map { word.dropLast($0.end.count) + $0.root } ?? word
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

  /// German without umlauts, which come with the plural (`Haus`, `Häuser`), and Spanish without the accents, which
  /// go with it (`nación`, `naciones`).
  private func plain(_ word: [UInt8]) -> [UInt8] {
    guard language == .german || language == .spanish, word.contains(0xC3) else { return word }
    var plain: [UInt8] = []
    for byte in word {
      let vowel: UInt8? =
        switch (plain.last, byte) {
        case (0xC3, 0xA1), (0xC3, 0xA4): UInt8(ascii: "a")
        case (0xC3, 0xA9): UInt8(ascii: "e")
        case (0xC3, 0xAD): UInt8(ascii: "i")
        case (0xC3, 0xB3), (0xC3, 0xB6): UInt8(ascii: "o")
        case (0xC3, 0xBA), (0xC3, 0xBC): UInt8(ascii: "u")
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
