/// Tells the language of a text.
public enum LanguageDetector {
  /// Returns the language of UTF-8 text; nil when unsure.
  public static func detect(_ bytes: Span<UInt8>) -> Language? {
    switch Script.dominant(in: bytes) {
    case .hiragana?, .katakana?: return .japanese
    case .han?: return .chinese
    case .cyrillic?: return .russian
    case .latin?: return .english
    default: return nil
    }
  }

  /// Returns the language of UTF-8 text in an array; nil when unsure.
  public static func detect(_ bytes: [UInt8]) -> Language? { detect(bytes.span) }
}
