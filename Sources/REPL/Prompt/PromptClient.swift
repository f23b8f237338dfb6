import LineEditor

/// Answers the line editor's questions about what is typed.
struct PromptClient: LineEditorClient {
  let evaluator: Evaluator

  var descriptor: Int32? { evaluator.descriptor }

  func attend() { evaluator.attend() }

  func isComplete(_ text: String) -> Bool { LuaInput.isComplete(text) }

  func indentation(after text: String) -> String { LuaIndentation.after(text) }

  func reindentation(of line: String, after text: String) -> String? {
    LuaIndentation.of(line, after: text)
  }

  func highlight(_ text: String, cursor: Int) -> [StyledRange] {
    LuaInput.styles(text, cursor: cursor)
  }

  func completions(for text: String, at cursor: Int) -> CompletionSet? {
    evaluator.candidates(PromptClient.beginning(text, cursor))?.forEditor
  }

  func hint(for text: String, at cursor: Int) -> Hint? {
    let before = PromptClient.beginning(text, cursor)
    // Only inside brackets is there anything to hint at; most keys cost no question.
    guard !LuaBlocks(Array(before.utf8)).open.isEmpty else { return nil }
    return evaluator.hint(before).map { Hint($0) }
  }

  private static func beginning(_ text: String, _ cursor: Int) -> String {
    String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
  }
}
