/// All languages that come with data.
enum LanguageProfiles {
  static let all: [LanguageProfile] = [
    .arabic, .bulgarian, .catalan, .chinese, .czech, .danish, .dutch, .english, .finnish, .french,
    .german, .greek, .hebrew, .hindi, .hungarian, .indonesian, .italian, .japanese, .korean,
    .norwegian, .persian, .polish, .portuguese, .romanian, .russian, .slovak, .spanish, .swedish,
    .thai, .turkish, .ukrainian, .urdu, .vietnamese,
  ]

  private static let byLanguage = Dictionary(
    uniqueKeysWithValues: all.map { ($0.language, $0) })

  /// Returns the data of a language; nil when none comes with the product.
  static func profile(_ language: Language) -> LanguageProfile? { byLanguage[language] }
}
