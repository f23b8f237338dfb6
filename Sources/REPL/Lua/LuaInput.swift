import LineEditor

/// What is typed at a prompt, Lua or a command, as the line editor asks about it.
enum LuaInput {
  /// Whether Enter ends the block.
  static func isComplete(_ text: String) -> Bool {
    guard case .lua(let lua) = PromptInput(text) else { return true }
    return LuaCompleteness.isComplete(lua)
  }

  /// The roles in a text; a command that does not exist is an error as soon as its name is whole.
  static func styles(_ text: String, cursor: Int) -> [StyledRange] {
    let source = Array(text.utf8)
    guard let start = source.firstIndex(where: { $0 > 0x20 }) else { return [] }
    let first = source[start]
    guard first == UInt8(ascii: ":") || first == UInt8(ascii: "?") else {
      return LuaHighlighter.styles(source, cursor: cursor)
    }
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
}
