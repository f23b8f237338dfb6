import LuaSource
import Testing

@Suite struct LuaScopesTests {
  private func scopes(_ text: String) throws -> LuaScopes {
    LuaScopes(try LuaParser.parse(Array(text.utf8)))
  }

  @Test(arguments: [
    ("local x = x", ["x"]), ("local x; return x", []), ("do local x end return x", ["x"]),
    ("repeat local x until x", []), ("for i = 1, n do print(i) end return i", ["n", "print", "i"]),
    ("for k, v in pairs(t) do f(k, v) end", ["pairs", "t", "f"]),
    ("local function f() return f end", []), ("local f = function() return f end", ["f"]),
    ("function m.a(b) return b, c end", ["m", "c"]), ("function m:a() return self end", ["m"]),
    ("return self", ["self"]), ("x = 1", ["x="]), ("local a = 1; a = 2", []),
    ("return function(...) return ... end", []), ("return { x = y, [z] = 1 }", ["y", "z"]),
  ])
  func globals(_ text: String, _ names: [String]) throws {
    #expect(try scopes(text).globals.map { $0.name + ($0.isAssigned ? "=" : "") } == names)
  }

  @Test func readsAndAssignmentsAreCounted() throws {
    let scopes = try scopes("local a, b = 1; a = a + b; local function f() a = 2 end f()")
    #expect(scopes.variables.map(\.name) == ["a", "b", "f"])
    #expect(scopes.variables.map(\.assignmentCount) == [2, 0, 0])
    #expect(scopes.variables.map(\.readCount) == [1, 1, 1])
  }

  @Test func innerVariablesHideOuterOnes() throws {
    let scopes = try scopes("local a; do local a; a = 1 end")
    #expect(scopes.variables.map(\.assignmentCount) == [0, 1])
  }
}
