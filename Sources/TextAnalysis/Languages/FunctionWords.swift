/// All word lists in two tables, in which each language is one bit: one look-up of a word answers
/// for every language. Built on first use.
enum FunctionWords {
  /// The words that tell a language.
  static let telling = WordTable(
    LanguageProfiles.all.enumerated().map { ($1.functionWords, 1 << UInt64($0)) })

  /// The other stop words.
  static let other = WordTable(
    LanguageProfiles.all.enumerated().map { ($1.otherStopWords, 1 << UInt64($0)) })

  private static let bits: [Language: UInt64] = Dictionary(
    uniqueKeysWithValues: LanguageProfiles.all.enumerated().map {
      ($1.language, 1 << UInt64($0))
    })

  /// The bit of a language in both tables; 0 for one without data.
  static func bit(_ language: Language) -> UInt64 { bits[language] ?? 0 }
}
