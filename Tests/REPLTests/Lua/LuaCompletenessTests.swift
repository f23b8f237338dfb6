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
  func tellsWholeTexts(text: String, isComplete: Bool) throws {
    let workspace = try Workspace.sample(Said())
    #expect(LuaCompleteness(session: workspace.session).isComplete(text) == isComplete)
  }

  @Test func runsNothing() throws {
    let said = Said()
    let workspace = try Workspace.sample(said)
    #expect(LuaCompleteness(session: workspace.session).isComplete("print('ran') _ = 5"))
    #expect(said.lines == [])
  }
}
