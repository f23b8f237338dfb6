import Testing

@testable import TextAnalysis

@Suite struct DisplayWidthTests {
  @Test(
    arguments: [
      ("a", 1), ("é", 1), ("\u{301}", 0), ("日", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("\u{1161}", 0),
      ("😀", 2),
      ("\u{200D}", 0), ("\u{AD}", 1), ("\n", 0), ("\u{7F}", 0), ("α", 1), ("…", 1), ("\u{FE0F}", 0),
    ] as [(Unicode.Scalar, Int)])
  func ofScalars(scalar: Unicode.Scalar, width: Int) {
    #expect(DisplayWidth.of(scalar) == width)
  }

  @Test(arguments: [
    ("", 0), ("abc", 3), ("日本語", 6), ("e\u{301}a", 2), ("❤", 1), ("❤\u{FE0F}", 2), ("👩‍👩‍👧", 2),
    ("🇩🇪", 2),
    ("🇩🇪🇫🇷", 4), ("👍🏽", 2), ("a\u{1B}b", 2), ("😀a", 3), ("1\u{FE0F}", 1),
  ])
  func ofText(text: String, width: Int) {
    #expect(DisplayWidth.of(Array(text.utf8).span) == width)
  }
}
