/// Finds sentences.
public enum SentenceSegmenter {
  /// Returns the byte ranges of the sentences of UTF-8 text, in order, without white space at their
  /// ends; the language is detected when none is given.
  public static func sentences(
    in bytes: Span<UInt8>, language: Language? = nil
  ) -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      var result: [Range<Int>] = []
      var start = 0
      for index in 0..<buffer.count {
        let byte = base[index]
        guard byte == 0x2E || byte == 0x21 || byte == 0x3F else { continue }
        guard index + 1 == buffer.count || WhiteSpace.length(base, index + 1, buffer.count) > 0
        else { continue }
        let range = WhiteSpace.trim(base, start..<index + 1, buffer.count)
        if !range.isEmpty { result.append(range) }
        start = index + 1
      }
      let range = WhiteSpace.trim(base, start..<buffer.count, buffer.count)
      if !range.isEmpty { result.append(range) }
      return result
    }
  }

  /// Returns the byte ranges of the sentences of UTF-8 text in an array.
  public static func sentences(in bytes: [UInt8], language: Language? = nil) -> [Range<Int>] {
    sentences(in: bytes.span, language: language)
  }
}
