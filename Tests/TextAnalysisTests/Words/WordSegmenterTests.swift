import Testing

@testable import TextAnalysis

@Suite struct WordSegmenterTests {
  static func words(_ text: String, _ language: Language? = nil) -> [String] {
    let bytes = Array(text.utf8)
    var words: [String] = []
    WordSegmenter.words(in: bytes, language: language) {
      words.append(String(decoding: bytes[$0], as: UTF8.self))
    }
    return words
  }

  @Test(
    arguments: [
      ("", []), (" \n", []), ("...", []), ("__", []), ("Hello, world.", ["Hello", "world"]),
      ("can't won’t 'tis", ["can't", "won’t", "tis"]), ("3.14 1,000 5%", ["3.14", "1,000", "5"]),
      ("e.g. U.S.A.", ["e.g", "U.S.A"]), ("well-known", ["well", "known"]), ("a:b", ["a", "b"]),
      ("name@example.org", ["name@example.org"]), ("snake_case _x", ["snake_case", "_x"]),
      ("nai\u{308}ve e\u{301}", ["nai\u{308}ve", "e\u{301}"]), ("co\u{AD}op", ["co\u{AD}op"]),
      ("Привет, мир!", ["Привет", "мир"]), ("Ελλάδα·", ["Ελλάδα"]), ("צה\"ל ג'", ["צה\"ל", "ג'"]),
      ("हिन्दी में", ["हिन्दी", "में"]), ("日本語を勉強する", ["日本語", "を", "勉強", "する"]),
      ("我们明天去", ["我们", "明天", "去"]), ("ภาษาไทย", ["ภาษา", "ไทย"]), ("カタカナ", ["カタカナ"]),
      ("한국어 문장", ["한국어", "문장"]), ("x😀y 😀", ["x", "y"]), ("1️⃣", ["1️⃣"]),
      ("the 日本 press", ["the", "日本", "press"]), ("[1] (2)", ["1", "2"]),
    ] as [(String, [String])])
  func finds(text: String, expected: [String]) {
    #expect(Self.words(text) == expected)
    #expect(WordSegmenter.count(in: Array(text.utf8)) == expected.count)
  }

  @Test func colonJoinsInFinnishAndSwedish() {
    #expect(Self.words("EU:n kanta", .finnish) == ["EU:n", "kanta"])
    #expect(Self.words("EU:n kanta", .english) == ["EU", "n", "kanta"])
  }

  @Test func malformedBytesPartWords() {
    var found: [Range<Int>] = []
    WordSegmenter.words(in: [0x61, 0xFF, 0x62, 0xC3, 0x63, 0xE2, 0x80]) { found.append($0) }
    #expect(found == [0..<1, 2..<3, 4..<5])
  }
}
