import Testing

@testable import TextAnalysis

@Suite struct SyllablesTests {
  @Test(arguments: [
    ("cat", 1), ("make", 1), ("makes", 1), ("table", 2), ("tables", 2), ("jumped", 1),
    ("wanted", 2),
    ("boxes", 2), ("the", 1), ("be", 1), ("rhythm", 2), ("prism", 2), ("nation", 2), ("special", 2),
    ("radio", 3), ("media", 3), ("video", 3), ("people", 2), ("create", 2), ("treat", 1),
    ("readability", 5), ("university", 5), ("beautiful", 3), ("question", 2), ("queue", 1),
    ("something", 2), ("likely", 2), ("being", 2), ("applying", 3), ("don't", 1), ("it's", 1),
    ("well-known", 2), ("million", 2), ("association", 5), ("science", 2), ("patient", 2),
    ("US", 1), ("A", 1), ("", 1), ("1999", 1), ("naïve", 2),
  ])
  func countsEnglish(word: String, syllables: Int) {
    #expect(Syllables.count(in: Array(word.utf8), language: .english) == syllables)
  }

  @Test(arguments: [
    ("de", "Straße", 2), ("de", "Häuser", 2), ("fr", "beau", 1), ("es", "corazón", 3),
    ("ru", "поэзия", 4),
    ("ru", "стр", 1), ("hu", "fiaiért", 4), ("el", "ουρανός", 3), ("ja", "さくら", 3),
    ("ja", "きょう", 2),
    ("zh", "中文", 2), ("ko", "한국어", 3), ("hi", "नमक", 3), ("xx", "Banana", 3),
  ])
  func countsOthers(code: String, word: String, syllables: Int) {
    #expect(Syllables.count(in: Array(word.utf8), language: Language(code)) == syllables)
  }

  @Test func survivesAnyBytes() {
    #expect(Syllables.count(in: [UInt8](repeating: 0x61, count: 10_000), language: .english) > 0)
    #expect(Syllables.count(in: [0xFF, 0x61, 0xC3], language: .english) == 1)
  }
}
