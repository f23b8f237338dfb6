/// Which of the languages with data write which alphabet, as bits of `FunctionWords`.
enum LanguageScripts {
  static let cyrillic = bits([.bulgarian, .russian, .ukrainian])
  static let arabic = bits([.arabic, .persian, .urdu])
  static let latin: UInt64 = {
    let others = bits([.chinese, .greek, .hebrew, .hindi, .japanese, .korean, .thai])
    return bits(LanguageProfiles.all.map(\.language)) & ~(others | cyrillic | arabic)
  }()

  private static func bits(_ languages: [Language]) -> UInt64 {
    languages.reduce(0) { $0 | FunctionWords.bit($1) }
  }
}
