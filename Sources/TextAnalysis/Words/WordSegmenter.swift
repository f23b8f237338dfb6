import CICU

/// Finds words as UAX #29 (section 4.1) does, of the segments those that have a letter or a digit.
///
/// A byte path with ICU's own classes follows the rules for alphabetic text; where a dictionary
/// decides (Han, kana, Thai, Lao, Khmer, Burmese) or an emoji rule does, the stretch up to the next
/// blank goes through ICU, and both give the same ranges.
public enum WordSegmenter {
  /// Calls `body` with the byte range of each word of UTF-8 text, in order.
  ///
  /// A colon joins letters in Finnish and Swedish only (`EU:n`); other languages share the root
  /// rules. Malformed bytes part words. Cost is linear.
  public static func words(
    in bytes: Span<UInt8>, language: Language? = nil, body: (Range<Int>) -> Void
  ) {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      var scanner = WordScanner(base, buffer.count, language: language)
      scanner.scan(body)
    }
  }

  /// Returns how many words UTF-8 text has.
  public static func count(in bytes: Span<UInt8>, language: Language? = nil) -> Int {
    var count = 0
    words(in: bytes, language: language) { _ in count += 1 }
    return count
  }

  /// Calls `body` with the byte range of each word of UTF-8 text in an array.
  public static func words(
    in bytes: [UInt8], language: Language? = nil, body: (Range<Int>) -> Void
  ) {
    words(in: bytes.span, language: language, body: body)
  }

  /// Returns how many words UTF-8 text in an array has.
  public static func count(in bytes: [UInt8], language: Language? = nil) -> Int {
    count(in: bytes.span, language: language)
  }
}
