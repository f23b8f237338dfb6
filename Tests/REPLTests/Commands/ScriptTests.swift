import Testing

@testable import REPL

@Suite struct ScriptTests {
  private func run(_ text: String) throws -> (isDone: Bool, said: Said) {
    let said = Said()
    let workspace = try Workspace.sample(said, isWhole: true)
    return (Script(text: text, workspace: workspace).run(), said)
  }

  @Test(arguments: [
    ("local x = 5\nprint(x)\n", ["5"]), ("article.title\n1 + 1\n", ["Lamps of the delta", "2"]),
    ("#!/usr/bin/env ibid\nprint(1)", ["1"]),
    ("for i = 1, 2 do\n  print(i)\nend\n'end'", ["1", "2", "end"]),
    (":raw 'x'\n\nlocal y = 2\ny", ["x", "2"]), ("", []), ("return 1, 'b'", ["1", "b"]),
    (":quit\nprint(1)", []),
  ])
  func runs(text: String, lines: [String]) throws {
    let (isDone, said) = try run(text)
    #expect(isDone)
    #expect(said.lines == lines)
  }

  @Test(arguments: [
    ("print(1)\nerror('no')\nprint(2)", ["1"], "line 2: error: no"),
    (
      "article.title\n\nx = = 1\nprint(2)", ["Lamps of the delta"],
      "line 3: error: unexpected symbol near '='"
    ),
    ("1\n:nosuch\n2", ["1"], "error: there is no command ':nosuch'"),
    ("1\nif x then", ["1"], "line 2: error: the text ends too early"),
  ])
  func stopsAtTheFirstError(text: String, lines: [String], complaint: String) throws {
    let (isDone, said) = try run(text)
    #expect(!isDone)
    #expect(said.lines == lines)
    #expect(said.complaints.first == complaint)
  }
}
