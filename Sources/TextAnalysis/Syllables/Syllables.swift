import Bytes

/// How many syllables a word has, for readability formulas.
public enum Syllables {
  /// Returns the syllables of a UTF-8 word, at least 1; by the rules of English when no language is
  /// given.
  ///
  /// English follows its spelling (see `EnglishSyllables`); other alphabets count runs of the
  /// language's vowels, or each vowel where the language has no diphthongs. An ideograph or a
  /// Hangul syllable is one, kana are moras, an Indic consonant is one unless a virama follows.
  public static func count(in word: Span<UInt8>, language: Language? = nil) -> Int {
    word.withUnsafeBufferPointer { count(in: $0, language: language) }
  }

  /// Returns the syllables of a UTF-8 word in an array, at least 1.
  public static func count(in word: [UInt8], language: Language? = nil) -> Int {
    word.withUnsafeBufferPointer { count(in: $0, language: language) }
  }

  private static func count(in word: UnsafeBufferPointer<UInt8>, language: Language?) -> Int {
    guard let base = word.baseAddress else { return 1 }
    let language = language ?? .english
    if language == .english, ASCII.prefixCount(word) == word.count {
      return EnglishSyllables.count(word)
    }
    let text = UTF8Text(bytes: base, count: word.count)
    return max(1, count(text, VowelSet.of(language)))
  }

  private static func count(_ text: UTF8Text, _ vowels: VowelSet) -> Int {
    var syllables = 0
    var afterVowel = false
    var index = 0
    while index < text.count {
      let (scalar, length) = text.scalar(at: index)
      index += length
      if vowels.contains(ScalarTables.simpleFold(scalar)) {
        if !afterVowel || vowels.eachCounts { syllables += 1 }
        afterVowel = true
        continue
      }
      switch scalar {
      case 0x300...0x36F: continue  // a mark on the vowel before
      // Small kana and the sokuon's kin belong to the kana before; ー, ん and っ are moras.
      case 0x3083, 0x3085, 0x3087, 0x30E3, 0x30E5, 0x30E7, 0x3041, 0x3043, 0x3045, 0x3047, 0x3049,
        0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9:
        break
      case 0x3042...0x3093, 0x30A2...0x30FA, 0x30FC, 0x3400...0x9FFF, 0xAC00...0xD7A3,
        0x20000...0x3FFFF:
        syllables += 1
      case 0x905...0x914, 0x915...0x939:
        if text.scalar(at: index).scalar != 0x94D { syllables += 1 }
      default: break
      }
      afterVowel = false
    }
    return syllables
  }
}
