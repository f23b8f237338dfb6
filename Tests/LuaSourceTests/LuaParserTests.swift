import LuaSource
import Testing

@Suite struct LuaParserTests {
  private func error(_ text: String) -> (message: String, place: Int, hint: String?)? {
    do throws(LuaSyntaxError) {
      _ = try LuaParser.parse(Array(text.utf8))
      return nil
    } catch {
      return (error.message, error.range.lowerBound, error.hint)
    }
  }

  @Test(arguments: [
    "", ";;", "#!/usr/bin/lua\nreturn 1", "local a <const>, b <close> = 1, nil", "a.b.c = 1, 2",
    "a, b[1], c.d = f()", "f 'x' {} [[y]]", "a:b(1):c{}.d()", "goto done; ::done::",
    "for i = 1, 2, 3 do break end", "for k, v in pairs(t) do end", "repeat local x until x",
    "if a then elseif b then else end", "return", "return;", "return ...",
    "local function f(a, ...) end",
    "function a.b.c:d(x) return self end", "local t = { 1, 2; x = 3, ['y'] = 4, f() }",
    "return not a == -b ^ 2 .. #c // 1 & ~d", "return 1 < 2 and 3 or nil", "do end while a do end",
    "return function() end", "x = ((1))", "return 0x1p4, 1e-3, .5", "--[==[ ]] ]==] return 1",
    "(f or g)()", "local s = \"\\z\n  x\"", "return a.b['c'].d[1]", "-- no line end",
  ])
  func accepts(_ text: String) { #expect(error(text)?.message == nil) }

  @Test(arguments: [
    ("return {", "'}' expected to close '{', but the file ends", 8),
    ("x = = 1", "'=' cannot stand here", 4),
    ("if x then", "'end' expected to close 'if', but the file ends", 9),
    ("if x = 1 then end", "'then' expected after the condition of 'if', got '='", 5),
    ("while x end", "'do' expected after the condition of 'while', got 'end'", 8),
    ("x += 1", "'+' cannot stand here", 2),
    ("local s = \"abc", "this string has no end", 10),
    ("for i = 1 do end", "'for i =' needs a first and a last number", 4),
    ("for i do end", "'=' or 'in' expected after the variables of 'for', got 'do'", 6),
    ("return { a = 1 b = 2 }", "',' expected between the fields of a table, got 'b'", 15),
    ("f(1, 2", "')' expected to close '(', but the file ends", 6),
    ("a.b", "a value alone is no statement", 0), ("f() = 1", "nothing can be assigned to this", 0),
    ("a:b = 1", "a method is called: '(' expected after 'b', got '='", 4),
    ("local x <cosnt> = 1", "unknown attribute 'cosnt'", 9),
    ("x = 5 ! 2", "'!' cannot stand in Lua outside of strings", 6),
    ("end", "'end' cannot stand here", 0), ("--[[ x", "this comment has no end", 0),
    ("return 1 x = 2", "'x' cannot stand here", 9),
    ("local function f(a, b return a end", "')' expected to close '(', got 'return'", 22),
    ("goto 1", "the name of a label expected, got '1'", 5),
  ])
  func refuses(_ text: String, _ message: String, _ place: Int) {
    let error = error(text)
    #expect(error?.message == message)
    #expect(error?.place == place)
  }

  @Test func habitsOfOtherLanguagesGetHints() {
    #expect(error("x += 1")?.hint == "Lua has no '+=' and '++': write x = x + 1")
    let open = "local t = { f = function() if x then end, }"
    #expect(error(open)?.hint == "is an 'end' missing above?")
    #expect(error("end")?.hint == "is an 'end' too many above, or a 'then' missing?")
  }

  @Test func nodesKnowTheirPlaces() throws {
    let text = "local n = article.footnotes[1].text"
    let source = Array(text.utf8)
    let tree = LuaTree(try LuaParser.parse(source))
    let parts = tree.expressions.map { String(decoding: source[$0.range], as: UTF8.self) }
    #expect(
      parts == [
        "article.footnotes[1].text", "article.footnotes[1]", "article.footnotes", "article", "1",
      ])
    #expect(tree.statements.map(\.range) == [0..<source.count])
  }

  /// Neither the parser nor what walks its trees may need more stack than a thread has.
  @Test(arguments: [
    String(repeating: "(", count: 100_000), String(repeating: "do ", count: 100_000),
    "return " + String(repeating: "{", count: 100_000),
    "return " + String(repeating: "1+", count: 100_000) + "1",
    "return " + String(repeating: "1 ..", count: 100_000) + "1",
    "return a" + String(repeating: ".b", count: 100_000),
    "return a" + String(repeating: "()", count: 100_000),
    "return " + String(repeating: "not ", count: 100_000) + "1",
    String(repeating: "f = function() ", count: 100_000),
  ])
  func refusesWhatIsNestedTooDeeply(_ text: String) {
    #expect(error(text)?.message == "too many levels of blocks and brackets")
  }

  @Test func longListsAreNotDeep() {
    #expect(error("return {" + String(repeating: "1,", count: 100_000) + "}") == nil)
    #expect(error(String(repeating: "f(x) ", count: 100_000)) == nil)
  }
}
