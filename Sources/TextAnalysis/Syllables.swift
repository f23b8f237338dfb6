/// How many syllables a word has, for readability formulas.
public enum Syllables {
  /// Returns the syllables of a UTF-8 word, at least 1.
  public static func count(in word: Span<UInt8>, language: Language? = nil) -> Int {
    word.withUnsafeBufferPointer { buffer in
      var groups = 0
      var inside = false
      for byte in buffer {
        let isVowel: Bool
        switch ASCII.lowercased(byte) {
        case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: isVowel = true
        default: isVowel = false
        }
        if isVowel, !inside { groups += 1 }
        inside = isVowel
      }
      return max(groups, 1)
    }
  }

  /// Returns the syllables of a UTF-8 word in an array, at least 1.
  public static func count(in word: [UInt8], language: Language? = nil) -> Int {
    count(in: word.span, language: language)
  }
}
