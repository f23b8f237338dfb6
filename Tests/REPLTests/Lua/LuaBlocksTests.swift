import Testing

@testable import REPL

@Suite struct LuaBlocksTests {
  @Test(arguments: [
    ("if x then", "  "), ("if x then a() else", "  "), ("if x then a() end", ""),
    ("for i = 1, 2 do\n  while true do", "    "), ("f(function()", "  "),
    ("f(function()\n  x()\nend)", ""),
    ("t = {", "  "), ("t = { 1,", "  "), ("repeat", "  "), ("repeat until x", ""), ("x = [[", ""),
    ("elseif", ""), ("if a then\nelseif b then", "  "),
  ])
  func indentsAfter(text: String, indentation: String) {
    #expect(LuaIndentation.after(text) == indentation)
  }

  @Test(arguments: [
    ("  end", "if x then\n", ""), ("    end", "if x then\n  for i = 1, 2 do\n", "  "),
    ("  else", "if x then\n", ""), ("endl", "if x then\n", "  "), ("  }", "t = {\n", ""),
    ("    end", "f(\n  function()\n", "  "),
  ])
  func movesClosersOut(line: String, text: String, indentation: String) {
    #expect(LuaIndentation.of(line, after: text) == indentation)
  }

  @Test(arguments: [("  x", "if x then\n"), ("end", ""), ("  end", "x = [[\n")])
  func leavesOtherLinesAlone(line: String, text: String) {
    #expect(LuaIndentation.of(line, after: text) == nil)
  }

  @Test(arguments: [
    ("local x = 1", "      x = 1"),
    ("local function f() local y = 1 end", "      function f() local y = 1 end"),
    ("local x", "local x"), ("local x <const> = 1", "local x <const> = 1"),
    ("do local x = 1 end", "do local x = 1 end"), ("local a, b = 1, 2", "      a, b = 1, 2"),
    ("x = 'local y = 1'", "x = 'local y = 1'"),
  ])
  func liftsLocals(text: String, lifted: String) {
    #expect(LuaLocals.lifted(text) == lifted)
  }
}
