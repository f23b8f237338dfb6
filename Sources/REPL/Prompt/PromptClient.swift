import LineEditor
import PluginHost

/// Answers the line editor's questions about what is typed.
struct PromptClient: LineEditorClient {
  let session: ReplSession

  func isComplete(_ text: String) -> Bool {
    guard case .lua(let lua) = PromptInput(text) else { return true }
    return LuaCompleteness(session: session).isComplete(lua)
  }

  func indentation(after text: String) -> String { LuaIndentation.after(text) }

  func reindentation(of line: String, after text: String) -> String? {
    LuaIndentation.of(line, after: text)
  }

  func highlight(_ text: String, cursor: Int) -> [StyledRange] {
    let source = Array(text.utf8)
    guard let first = source.first(where: { $0 > 0x20 }) else { return [] }
    guard first == UInt8(ascii: ":") || first == UInt8(ascii: "?") else {
      return LuaHighlighter.styles(source, cursor: cursor)
    }
    let start = source.firstIndex(of: first)!
    let end = source[start...].firstIndex { $0 <= 0x20 } ?? source.count
    let name = String(decoding: source[(start + 1)..<end], as: UTF8.self)
    let isKnown = first == UInt8(ascii: "?") || Workspace.command(named: name) != nil
    let head = StyledRange(start..<end, isKnown || end == source.count ? .command : .error)
    guard Workspace.command(named: name)?.takesExpression == true else { return [head] }
    return [head]
      + LuaHighlighter.styles(Array(source[end...]), cursor: cursor - end).map {
        StyledRange($0.range.lowerBound + end..<$0.range.upperBound + end, $0.role)
      }
  }

  func completions(for text: String, at cursor: Int) -> CompletionSet? {
    Completer(session: session).candidates(text, cursor: cursor)?.forEditor
  }

  func hint(for text: String, at cursor: Int) -> Hint? {
    CallHint(session: session).text(Array(text.utf8.prefix(cursor))).map { Hint($0) }
  }
}
