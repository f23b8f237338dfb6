import Testing

@testable import TextAnalysis

@Suite struct StopWordsTests {
  @Test(arguments: [
    ("the", "en", true), ("The", "en", true), ("WOULD", "en", true), ("article", "en", false),
    ("don’t", "en", true), ("don't", "en", true), ("der", "de", true), ("FÜR", "de", true),
    ("the", "de", false), ("И", "ru", true), ("который", "ru", true), ("ρήτρα", "el", false),
    ("的", "zh", true), ("の", "ja", true), ("the", "xx", false), ("", "en", false),
  ])
  func tells(word: String, code: String, isStopWord: Bool) {
    #expect(StopWords.contains(Array(word.utf8), language: Language(code)) == isStopWord)
  }

  @Test func takesEnglishWithoutALanguage() {
    #expect(StopWords.contains(Array("of".utf8)))
  }

  @Test func longWordsAreNone() {
    #expect(!StopWords.contains([UInt8](repeating: 0x61, count: 100_000), language: .english))
  }
}
