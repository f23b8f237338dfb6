/// All languages that come with data.
enum LanguageProfiles {
  static let all: [LanguageProfile] = [.english]

  private static let byLanguage = Dictionary(
    uniqueKeysWithValues: all.map { ($0.language, $0) })

  /// Returns the data of a language; nil when none comes with the product.
  static func profile(_ language: Language) -> LanguageProfile? { byLanguage[language] }
}
