import LineEditor
import Testing

@testable import REPL

@Suite struct LuaHighlighterTests {
  private func styles(_ text: String, cursor: Int = -1) -> [String] {
    let source = Array(text.utf8)
    return LuaHighlighter.styles(source, cursor: cursor).map {
      "\($0.role) \(String(decoding: source[$0.range], as: UTF8.self))"
    }
  }

  @Test(arguments: [
    ("return nil", ["keyword return", "constant nil"]),
    ("f(1, \"x\") -- c", ["function f", "number 1", "string \"x\"", "comment -- c"]),
    ("article:count 'words'", ["function count", "string 'words'"]),
  ])
  func namesRoles(text: String, expected: [String]) {
    #expect(styles(text) == expected)
  }

  @Test(arguments: [
    ("(a)", 3, ["matchingBracket )", "matchingBracket ("]),
    ("(a[1])", 0, ["number 1", "matchingBracket (", "matchingBracket )"]),
    ("a)", 2, ["unmatchedBracket )"]), ("(a", 1, []), ("f(']')", 4, ["function f", "string ']'"]),
  ])
  func pairsBrackets(text: String, cursor: Int, expected: [String]) {
    #expect(styles(text, cursor: cursor) == expected)
  }
}
