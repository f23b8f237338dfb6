import Testing

@testable import BatchRunner

struct ColumnTextTests {
  @Test(arguments: [
    ("short", 5, "short", "short"), ("longer", 5, "long…", "…nger"), ("水車小屋", 8, "水車小屋", "水車小屋"),
    ("水車小屋", 7, "水車小…", "…車小屋"), ("水車小屋", 6, "水車…", "…小屋"),
    ("cafe\u{301}s", 4, "caf…", "…fe\u{301}s"),
    ("", 3, "", ""),
  ])
  func cut(_ text: String, _ columns: Int, _ start: String, _ end: String) {
    #expect(ColumnText.cut(text, to: columns) == start)
    #expect(ColumnText.cutStart(text, to: columns) == end)
    #expect(ColumnText.width(start) <= columns && ColumnText.width(end) <= columns)
  }

  @Test(arguments: [
    ("one two three", 7, ["one two", "three"]), ("one two three", 8, ["one two", "three"]),
    ("one  two", 4, ["one", "two"]), ("abcdefgh", 3, ["abc", "def", "gh"]), ("", 5, [""]),
    ("水車小屋", 5, ["水車", "小屋"]), ("a 水車小屋", 5, ["a 水", "車小", "屋"]),
    ("to extraordinary", 6, ["to", "extrao", "rdinar", "y"]),
  ])
  func wrap(_ text: String, _ columns: Int, _ expected: [String]) {
    #expect(ColumnText.wrapped(text, to: columns) == expected)
  }

  @Test func terminalsAreNotSteered() {
    #expect(ColumnText.oneLine("a\u{1B}[31mb\tc\nd\u{9B}e") == "a [31mb c d e")
    #expect(ColumnText.printable("a\u{1B}[2J\nb\r") == "a[2J\nb")
  }
}
