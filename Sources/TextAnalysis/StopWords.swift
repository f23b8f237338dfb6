/// Words too frequent to tell what a text is about.
public enum StopWords {
  /// Tells whether a word (UTF-8, any case, straight or curly apostrophe) is a stop word of a
  /// language: false for a language without data; English when none is given.
  public static func contains(_ word: Span<UInt8>, language: Language? = nil) -> Bool {
    word.withUnsafeBufferPointer { contains($0, language: language) }
  }

  /// Tells whether a word (UTF-8 in an array, any case) is a stop word of a language.
  public static func contains(_ word: [UInt8], language: Language? = nil) -> Bool {
    word.withUnsafeBufferPointer { contains($0, language: language) }
  }

  /// Tells whether a word (UTF-8, any case) carries grammar in any of the languages, as *of* and *pour* do.
  public static func carryGrammar(_ word: ArraySlice<UInt8>) -> Bool {
    word.withUnsafeBufferPointer { FunctionWords.telling.bits(ofAnyCase: $0) != 0 }
  }

  static func contains(_ word: UnsafeBufferPointer<UInt8>, language: Language?) -> Bool {
    contains(word, bit: FunctionWords.bit(language ?? .english))
  }

  /// Tells whether a word is a stop word of the language that has a bit in `FunctionWords`.
  static func contains(_ word: UnsafeBufferPointer<UInt8>, bit: UInt64) -> Bool {
    let languages =
      FunctionWords.telling.bits(ofAnyCase: word) | FunctionWords.other.bits(ofAnyCase: word)
    return languages & bit != 0
  }
}
