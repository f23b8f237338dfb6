/// Words too frequent to tell what a text is about.
public enum StopWords {
  private static let tables: [Language: WordTable] = Dictionary(
    uniqueKeysWithValues: LanguageProfiles.all.map { profile in
      (
        profile.language,
        WordTable([(profile.functionWords, 1), (profile.otherStopWords, 1)])
      )
    })

  /// Tells whether a word (UTF-8, any case) is a stop word of a language; false for a language
  /// without data, and English when none is given.
  public static func contains(_ word: Span<UInt8>, language: Language? = nil) -> Bool {
    word.withUnsafeBufferPointer { contains($0, language: language) }
  }

  /// Tells whether a word (UTF-8 in an array, any case) is a stop word of a language.
  public static func contains(_ word: [UInt8], language: Language? = nil) -> Bool {
    word.withUnsafeBufferPointer { contains($0, language: language) }
  }

  static func contains(_ word: UnsafeBufferPointer<UInt8>, language: Language?) -> Bool {
    tables[language ?? .english]?.bits(ofAnyCase: word) ?? 0 != 0
  }
}
