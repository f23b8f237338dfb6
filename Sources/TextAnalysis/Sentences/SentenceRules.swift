import Synchronization

/// What the sentence scanner asks about words of one language, in one table.
struct SentenceRules: Sendable {
  static let leading: UInt64 = 1
  static let title: UInt64 = 2
  static let numbered: UInt64 = 4
  static let trailing: UInt64 = 8
  static let properTrailing: UInt64 = 16
  static let closing: UInt64 = 32
  static let continues: UInt64 = 64
  static let starter: UInt64 = 128
  static let preposition: UInt64 = 256
  static let saying: UInt64 = 512
  /// A word that is often written with a stop.
  static let abbreviation = leading | title | numbered | trailing | properTrailing | closing

  let words: WordTable
  let writesOrdinalsWithStop: Bool
  /// A semicolon asks, as in Greek.
  let semicolonAsks: Bool
  /// The pronoun "I" is one letter that may end a sentence.
  let isEnglish: Bool

  private init(_ profile: LanguageProfile) {
    let lists = profile.abbreviations
    let common = AbbreviationLists.common
    words = WordTable([
      (common.leading, Self.leading), (common.titles, Self.title),
      (common.numbered, Self.numbered), (common.trailing, Self.trailing),
      (common.closing, Self.closing),
      (lists.leading, Self.leading), (lists.titles, Self.title),
      (lists.numbered, Self.numbered), (lists.trailing, Self.trailing),
      (lists.properTrailing, Self.properTrailing), (lists.closing, Self.closing),
      (lists.closingContinues, Self.continues), (profile.functionWords, Self.starter),
      (profile.prepositions, Self.preposition), (profile.sayingVerbs, Self.saying),
    ])
    writesOrdinalsWithStop = profile.writesOrdinalsWithStop
    semicolonAsks = profile.language == .greek
    isEnglish = profile.language == .english
  }

  private struct Cache: Sendable {
    var rules: [Language: SentenceRules] = [:]
    /// What was asked for last, which is asked for again for each paragraph of an article.
    var last: (language: Language?, rules: SentenceRules)?
  }

  private static let cache = Mutex(Cache())

  /// Returns the rules of a language, made on first use; those of English where the language has no
  /// data or, as Chinese, no stops of its own.
  static func rules(for language: Language?) -> SentenceRules {
    cache.withLock { cache in
      if let last = cache.last, last.language == language { return last.rules }
      let profile = profile(for: language)
      let rules = cache.rules[profile.language] ?? SentenceRules(profile)
      cache.rules[profile.language] = rules
      cache.last = (language, rules)
      return rules
    }
  }

  private static func profile(for language: Language?) -> LanguageProfile {
    guard let language, let known = LanguageProfiles.profile(language),
      !known.abbreviations.leading.isEmpty
    else { return .english }
    return known
  }
}
