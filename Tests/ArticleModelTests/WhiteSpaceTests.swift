import ArticleModel
import Testing

@Suite("White space")
struct WhiteSpaceTests {
  @Test(
    "Both ends lose white space of any width, and only that",
    arguments: [
      ("", ""), (" ", ""), ("\u{3000}\u{A0}\t", ""), ("a", "a"), ("\n a b\r\n", "a b"),
      ("\u{FEFF}é\u{85}", "é"), ("\u{200B}字\u{202F}\u{1680}", "字"),
      // The last bytes of À and 。 are those of white space as well; a control character is none.
      ("Àà\u{A0}", "Àà"), ("。\u{3000}", "。"), ("\u{2}a\u{2} ", "\u{2}a\u{2}"),
    ])
  func trims(text: String, expected: String) {
    let bytes = Array(text.utf8)
    #expect(String(decoding: bytes[bytes.span.trimmed(0..<bytes.count)], as: UTF8.self) == expected)
  }

  @Test("Nothing outside the range is looked at")
  func staysWithin() {
    let bytes = Array("a\u{3000}b\u{3000}c".utf8)
    #expect(bytes.span.trimmed(2..<4) == 2..<4, "bytes within a scalar are no white space")
    #expect(bytes.span.trimmed(1..<8) == 4..<5)
  }
}
