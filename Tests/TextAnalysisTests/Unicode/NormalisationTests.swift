import Testing

@testable import TextAnalysis

@Suite struct NormalisationTests {
  @Test(arguments: [
    ("abc", "abc"), ("ｆｕｌｌ　ｗｉｄｔｈ", "full width"), ("ﬁ", "fi"), ("e\u{301}", "é"), ("①", "1"),
    ("½", "1⁄2"),
    ("㍿", "株式会社"), ("ｶﾞ", "ガ"), ("\u{A0}", " "), ("한", "한"), ("ΐ", "ΐ"), ("", ""),
  ])
  func composesCompatibly(text: String, expected: String) {
    #expect(Normalisation.nfkc(Array(text.utf8)) == Array(expected.utf8))
  }

  @Test func malformedBytesBecomeReplacementCharacters() {
    #expect(Normalisation.nfkc([0x61, 0xE2, 0x82, 0x62]) == Array("a\u{FFFD}\u{FFFD}b".utf8))
  }

  /// U+FDFA becomes eighteen scalars: the result outgrows the first guess at its size.
  @Test func growsWithItsResult() {
    let text = String(repeating: "\u{FDFA}", count: 500)
    #expect(Normalisation.nfkc(Array(text.utf8)).count == 500 * 33)
  }

  @Test(arguments: [
    ("", ""), (" ", ""), ("a", "a"), ("  a \t\n b  ", "a b"), ("a\u{A0}\u{3000}b", "a b"),
    ("\u{2028}a\u{85}b\u{1680}", "a b"), ("a\u{200B}b", "a\u{200B}b"), ("\u{202F}x\u{205F}", "x"),
    ("日本\r\n語", "日本 語"),
  ])
  func collapsesWhitespace(text: String, expected: String) {
    #expect(Normalisation.collapseWhitespace(Array(text.utf8)) == Array(expected.utf8))
  }

  @Test func leavesMalformedBytesAlone() {
    #expect(
      Normalisation.collapseWhitespace([0x20, 0xFF, 0x20, 0x20, 0xC2]) == [0xFF, 0x20, 0xC2])
  }
}
