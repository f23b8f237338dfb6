import LineEditor
import PluginHost

/// Answers the line editor's questions in the middle of a plugin, from its variables.
final class PluginPromptClient: LineEditorClient {
  var names = VariableNames(library: try? ReplSession())

  func isComplete(_ text: String) -> Bool { LuaInput.isComplete(text) }

  func indentation(after text: String) -> String { LuaIndentation.after(text) }

  func reindentation(of line: String, after text: String) -> String? {
    LuaIndentation.of(line, after: text)
  }

  func highlight(_ text: String, cursor: Int) -> [StyledRange] {
    LuaInput.styles(text, cursor: cursor)
  }

  func completions(for text: String, at cursor: Int) -> CompletionSet? {
    Completer(session: names).candidates(text, cursor: cursor)?.forEditor
  }

  func hint(for text: String, at cursor: Int) -> Hint? {
    CallHint(session: names).text(Array(text.utf8.prefix(cursor))).map { Hint($0) }
  }
}
