import Testing

@testable import LineEditor

@Suite struct ClusterWidthTests {
  @Test(
    arguments: [
      ("a", 1), ("é", 1), ("e\u{301}", 1), ("日", 2), ("ｱ", 1), ("Ａ", 2), ("가", 2),
      ("\u{1112}\u{1161}\u{11AB}", 2), ("か\u{3099}", 2), ("😀", 2), ("☺", 1), ("☺\u{FE0F}", 2),
      ("👍🏽", 2), ("👩‍👩‍👧‍👦", 2), ("🇫🇷", 2), ("1\u{FE0F}\u{20E3}", 2), ("ñ", 1), ("Я", 1),
      ("ש\u{5B8}", 1), ("ก\u{E33}", 2), ("\u{AD}", 1), ("\u{A0}", 1), ("\u{3000}", 2), ("—", 1),
      ("\u{200B}", 0), ("\u{202E}", 0), ("\u{1B}", 0), ("\u{301}", 0),
      ("\u{3164}", 0), ("§", 1),
    ] as [(Character, Int)])
  func measuresClusters(_ cluster: Character, _ columns: Int) {
    #expect(ClusterWidth(cluster).columns == columns)
  }

  @Test(
    arguments: [("👩‍👧", false), ("👍🏽", false), ("日", true), ("e\u{301}", true)] as [(Character, Bool)])
  func knowsWhereTerminalsDisagree(_ cluster: Character, _ isCertain: Bool) {
    #expect(ClusterWidth(cluster).isCertain == isCertain)
  }

  @Test(
    arguments: [
      ("\u{1B}", "^["), ("\u{7F}", "^?"), ("\u{9B}", "<9B>"), ("\u{200B}", "<200B>"),
      ("\u{202E}", "<202E>"), ("\u{301}", "\u{25CC}\u{301}"), ("\t", "    "), ("\0", "^@"),
      ("\u{2028}", "<2028>"), ("\u{FEFF}", "<FEFF>"),
    ] as [(Character, String)])
  func showsWhatHasNoForm(_ cluster: Character, _ shown: String) {
    let cells = Cell.cells(cluster, .text, column: 0, metrics: Metrics())
    #expect(cells.map(\.text).joined() == shown)
    #expect(cells.allSatisfy { $0.columns > 0 })
  }

  @Test(arguments: [(0, 4), (1, 3), (3, 1), (4, 4)])
  func endsTabsAtStops(_ column: Int, _ columns: Int) {
    let cells = Cell.cells("\t", .text, column: column, metrics: Metrics(tabWidth: 4))
    #expect(cells.map(\.columns) == [columns])
  }
}
