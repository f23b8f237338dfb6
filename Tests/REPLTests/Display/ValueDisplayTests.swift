import ArticleModel
import Testing

@testable import REPL

/// Values as they stand on a page of 60 columns and 24 rows.
@Suite struct ValueDisplayTests {
  private func shown(_ lua: String, columns: Int = 60, rows: Int = 24, isWhole: Bool = false) throws
    -> [String]
  {
    let said = Said()
    let workspace = try Workspace.sample(said, columns: columns, rows: rows, isWhole: isWhole)
    #expect(workspace.handle(lua) == .done)
    #expect(said.complaints == [])
    return said.lines
  }

  @Test(arguments: [
    ("1, 2.0, -0.5, 1e100, 10 // 3", ["1", "2.0", "-0.5", "1e+100", "3"]),
    ("nil, true", ["nil", "true"]), ("x = 1", []),
    ("'a\\tb\"c'", ["\"a\\tb\\\"c\""]), ("'a\\nb'", ["\"a\\n", "b\""]), ("'\\0'", ["\"\\u{0}\""]),
    ("{}", ["{}"]), ("{ 1, 'b', c = { d = true } }", ["{ 1, \"b\", c = { d = true } }"]),
    ("{ ['not a name'] = 1, [1.5] = 2 }", ["{ [1.5] = 2, [\"not a name\"] = 1 }"]),
    ("{ z = 1, a = 2, M = 3 }", ["{ M = 3, a = 2, z = 1 }"]),
    ("{ { { { { 1 } } } } }", ["{ { { { 1 entry } } } }"]),
    ("article.headings", [" 1  heading 2  5  Figures"]),
    ("article.tables[1].header", [" 1  Station", " 2  Lamps", " 3  Opened"]),
    ("article.polls", ["no polls"]),
  ])
  func showsOnePage(lua: String, lines: [String]) throws {
    #expect(try shown(lua) == lines)
  }

  @Test func alignsTablesWithWideCharacters() throws {
    #expect(
      try shown("article.tables[1]") == [
        " Station  │ Lamps │ Opened", "──────────┼───────┼────────", " Low Head │     2 │   1874",
        " 北の港   │    12 │   1901",
      ])
  }

  @Test func tellsWhereAFootnoteIsCited() throws {
    #expect(
      try shown("article.footnotes[1]") == [
        "[1] footnote at line 17", "  Kept in the archive. https://www.example.org/log",
        "  cited at 3:24: The keepers wrote a log[1]",
      ])
  }

  @Test func drawsAnArticleAsACard() throws {
    let lines = try shown("article")
    #expect(lines.first == "Lamps of the delta")
    #expect(lines.contains { $0.hasPrefix("lamps.md · markdown") })
    #expect(lines.joined(separator: " ").contains("1 table · 1 footnote (1 reference)"))
    #expect(lines.contains("  The keepers wrote a log each night. It had 北灯守 on its"))
  }

  @Test func drawsAPollAsBars() throws {
    let said = Said()
    let workspace = try Workspace.sample(
      said, columns: 44, article: Sample.article(Sample.poll, .text))
    #expect(workspace.handle("article.poll") == .done)
    #expect(
      said.lines == [
        "Which lamp should stay?", "  The high lamp  ██████████████████  30  60%",
        "  The low lamp   ████████████        20  40%", "  50 votes",
      ])
  }

  @Test func drawsRecordsAsATable() throws {
    #expect(
      try shown("{ { n = 1, w = 'a' }, { n = 22, w = 'b' } }") == [
        "  n │ w", "────┼───", "  1 │ a", " 22 │ b",
      ])
  }

  @Test func showsAllWhereAskedTo() throws {
    let lines = try shown(
      ":raw (function() local t = {} for i = 1, 999 do t[i] = { i } end return t end)()")
    #expect(lines.contains("  [999] = { 999 },") && lines.count == 1001)
    #expect(try shown(":raw ('x'):rep(100000)").first?.utf8.count == 100_000)
  }

  @Test func showsAllOfTheLastValues() throws {
    let said = Said()
    let workspace = try Workspace.sample(said, rows: 10)
    _ = workspace.handle("('a\\n'):rep(30), 'b'")
    #expect(said.take().last?.hasSuffix("; :raw shows all") == true)
    #expect(workspace.handle(":raw") == .done)
    #expect(said.take() == Array(repeating: "a", count: 30) + ["", "b"])
    _ = workspace.handle(":source article")
    #expect(said.take().last?.hasSuffix("more lines") == true)
  }

  @Test func namesATableInsideItself() throws {
    #expect(
      try shown("(function() local t = { 1 } t.t = t return t end)()") == ["{ 1, t = {…} }"])
  }

  @Test func leavesOutPlacesOfInnerLists() throws {
    let lines = try shown(
      "{ name = ('n'):rep(40), list = { { ('a'):rep(40) }, { ('b'):rep(40), 2 } } }")
    #expect(!lines.contains { $0.contains("[1]") })
  }

  /// Values that are larger than any screen.
  static let large = [
    "('word '):rep(5000)",
    "(function() local t = {} for i = 1, 5000 do t[i] = i end return t end)()",
    "(function() local t = {} for i = 1, 5000 do t['k' .. i] = { i, { i } } end return t end)()",
    "(function() local t = {} for i = 1, 500 do t[i] = { n = i } end return t end)()",
    "(function() local t = {} for i = 1, 500 do t[i] = article end return t end)()",
    "('x\\n'):rep(500)", "article", "article.paragraphs[1]", "article.tables[1].rows", "string",
    "_G",
    "table.unpack(article.paragraphs[1].words:totable(), 1, 12), 'a', article, article.tables[1]",
    "article, article, article",
  ]

  @Test(arguments: large, [(40, 8), (60, 12), (200, 50)])
  func neverShowsMoreThanAScreen(lua: String, size: (columns: Int, rows: Int)) throws {
    let page = Page(columns: size.columns, rows: size.rows)
    let lines = try shown(lua, columns: size.columns, rows: size.rows)
    #expect(lines.count <= size.rows - 2, "\(lines.count) lines")
    for line in lines { #expect(page.width(line) <= size.columns, "\(line)") }
  }

  @Test func showsAllWhereAsked() throws {
    #expect(
      try shown(":raw 'a\\n' .. ('b'):rep(100)") == ["a", String(repeating: "b", count: 100)])
    #expect(try shown("'plain'", isWhole: true) == ["plain"])
  }

  @Test func keepsResults() throws {
    let said = Said()
    let workspace = try Workspace.sample(said)
    for lua in ["6 * 7, 'b'", "_ + 1", "_1", "y = 3", "_"] {
      #expect(workspace.handle(lua) == .done)
    }
    #expect(said.lines == ["42", "\"b\"", "43", "43", "43"])
  }
}
