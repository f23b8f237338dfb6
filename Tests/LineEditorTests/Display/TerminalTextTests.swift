import LineEditor
import Testing

@Suite struct TerminalTextTests {
  private let text = TerminalText()

  @Test(arguments: [
    ("abc", 5, "abc"), ("abcdef", 5, "abcd…"), ("日本語", 5, "日本…"), ("日本語", 6, "日本語"),
    ("日本語", 4, "日…"), ("a\nb", 5, "a b"), ("ab", 1, "…"), ("a", 1, "a"), ("a", 0, ""),
    ("\u{1B}[31m", 9, "^[[31m"),
  ])
  func cutsAtColumns(_ long: String, _ columns: Int, _ short: String) {
    #expect(text.fitting(long, columns: columns) == short)
  }

  @Test func padsToColumns() {
    #expect(text.padded("日本", to: 6) == "日本  ")
    #expect(text.padded("12", to: 5, alignsRight: true) == "   12")
    #expect(text.padded("日本語", to: 4) == "日… ")
  }

  @Test(
    arguments: [
      ("one two three", 8, ["one two", "three"]),
      ("one two", 7, ["one two"]),
      ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
      ("日本語の文章", 5, ["日本", "語の", "文章"]),
      ("a 日本語", 5, ["a 日", "本語"]),
      ("one\n\ntwo", 8, ["one", "", "two"]),
      ("", 8, [""]),
      ("ab      cd", 4, ["ab", "cd"]),
    ] as [(String, Int, [String])])
  func breaksLines(_ long: String, _ columns: Int, _ lines: [String]) {
    #expect(text.wrapped(long, columns: columns) == lines)
    #expect(lines.allSatisfy { text.columns($0) <= columns })
  }
}
