/// Tells the language of a text: its script first, then, where languages share the script, the
/// words that carry grammar and the letters only one of them writes.
///
/// After Grefenstette, "Comparing two language identification schemes" (JADT 1995): small words
/// tell a language as well as trigrams from one sentence on, and need no training.
public enum LanguageDetector {
  /// How much of a text is looked at, in bytes.
  static let sampleSize = 2048

  /// Returns the language of UTF-8 text, from its first two kilobytes; nil when unsure, as for a
  /// text without words of a known language or one that mixes two.
  public static func detect(_ bytes: Span<UInt8>) -> Language? {
    bytes.withUnsafeBufferPointer { detect($0) }
  }

  /// Returns the language of UTF-8 text in an array; nil when unsure.
  public static func detect(_ bytes: [UInt8]) -> Language? {
    bytes.withUnsafeBufferPointer { detect($0) }
  }

  static func detect(_ buffer: UnsafeBufferPointer<UInt8>) -> Language? {
    guard let base = buffer.baseAddress else { return nil }
    let text = UTF8Text(bytes: base, count: min(buffer.count, sampleSize))
    let letters = LetterCensus(text)
    switch letters.dominant {
    case .latin: return LanguageVote.winner(text, among: LanguageScripts.latin)
    case .cyrillic: return LanguageVote.winner(text, among: LanguageScripts.cyrillic)
    case .arabic: return LanguageVote.winner(text, among: LanguageScripts.arabic)
    case .devanagari: return .hindi
    case .greek: return .greek
    case .hebrew: return .hebrew
    case .thai: return .thai
    case .hangul: return .korean
    // Japanese needs kana for its grammar; in Chinese they are names at most.
    case .han: return letters.kana * 12 >= letters.han ? .japanese : .chinese
    case .kana: return .japanese
    case nil: return nil
    }
  }
}
