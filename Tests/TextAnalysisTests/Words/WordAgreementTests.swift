import Testing

@testable import TextAnalysis

/// The byte path and ICU over the whole text must give the same words.
@Suite struct WordAgreementTests {
  static func fast(_ bytes: [UInt8], _ language: Language?) -> [Range<Int>] {
    var words: [Range<Int>] = []
    WordSegmenter.words(in: bytes, language: language) { words.append($0) }
    return words
  }

  static func reference(_ bytes: [UInt8], _ language: Language?) -> [Range<Int>] {
    var words: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let colonJoins = language == .swedish
      ICUWords.words(base, 0..<buffer.count, colonJoins: colonJoins) { words.append($0) }
    }
    return words
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func agreesWithICUOnGeneratedText(seed: UInt64) {
    var generator = TextGenerator(seed: seed)
    for _ in 0..<250 {
      let text = generator.mixedText(pieces: 1 + Int(seed % 60))
      for language in [nil, Language.swedish] {
        let fast = Self.fast(text, language)
        let icu = Self.reference(text, language)
        #expect(fast == icu, "\(String(decoding: text, as: UTF8.self).debugDescription)")
        if fast != icu { return }
      }
    }
  }
}
