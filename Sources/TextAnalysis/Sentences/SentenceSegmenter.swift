/// Finds sentences by rules over what stands before and after each stop.
///
/// UAX #29 (section 5) leaves abbreviations, initials, list numbers and quotations to
/// implementations; these rules read them: see `SentenceScanner` for the order in which they apply.
public enum SentenceSegmenter {
  /// Returns the byte ranges of the sentences of UTF-8 text, in order, without white space at their
  /// ends; between them is white space only.
  ///
  /// The language (detected when none is given) chooses abbreviations and the words that begin
  /// sentences. An empty line ends a sentence, as does a line break before a list item. Malformed
  /// bytes are kept inside sentences. Cost is linear.
  public static func sentences(
    in bytes: Span<UInt8>, language: Language? = nil
  ) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      let text = UTF8Text(bytes: base, count: buffer.count)
      let rules = SentenceRules.rules(for: language ?? LanguageDetector.detect(buffer))
      var scanner = SentenceScanner(text, rules)
      return scanner.scan()
    }
  }

  /// Returns the byte ranges of the sentences of UTF-8 text in an array.
  public static func sentences(in bytes: [UInt8], language: Language? = nil) -> [Range<Int>] {
    sentences(in: bytes.span, language: language)
  }
}
