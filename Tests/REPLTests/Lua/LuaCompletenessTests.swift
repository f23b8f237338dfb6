import Testing

@testable import REPL

@Suite struct LuaCompletenessTests {
  @Test(arguments: [
    ("article", true), ("article.title", true), ("x = 1", true), ("x =", false),
    ("if x then", false),
    ("if x then end", true), ("1 +", false), ("f(", false), ("{ 1,", false), ("x = [[", false),
    ("x = 'a", true),
    ("x = = 1", true), ("return", true), ("return 1", true), ("function f()", false),
    ("-- c", true),
    ("for i = 1, 2 do print(i)", false), ("goto done ::done::", true), ("", true), ("}", true),
  ])
  func tellsWholeTexts(text: String, isComplete: Bool) {
    #expect(LuaCompleteness.isComplete(text) == isComplete)
  }

  @Test func countsTextThatOnlyCompilesAsAChunk() {
    #expect(LuaCompleteness.compiles("local x = 1\nprint(x)"))
    #expect(!LuaCompleteness.compiles("1 + 1"))
    #expect(!LuaCompleteness.compiles("if x then"))
  }
}
