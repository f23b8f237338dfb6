/// Input that does not come from a terminal: a Lua chunk, or blocks as they would be typed.
struct Script {
  let text: String
  let workspace: Workspace

  /// Runs it up to its first error; false where it ended there.
  func run() -> Bool {
    let text = withoutInterpreterLine
    // One chunk, so that its local variables hold to its end. Bare expressions and commands make it
    // none; then each block is taken by itself.
    if LuaCompleteness.compiles(text) {
      workspace.scriptLine = 1
      return workspace.evaluate(text) { workspace.show($0) } != .failed
    }
    return runBlocks(text)
  }

  private func runBlocks(_ text: String) -> Bool {
    var block: [Substring] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if block.isEmpty, PromptInput.trimmed(String(line)).isEmpty { continue }
      if block.isEmpty { workspace.scriptLine = number + 1 }
      block.append(line)
      let typed = block.joined(separator: "\n")
      if case .lua(let lua) = PromptInput(typed), !LuaCompleteness.isComplete(lua) { continue }
      block = []
      switch workspace.handle(typed) {
      case .done: continue
      case .failed: return false
      case .quit: return true
      }
    }
    return block.isEmpty || workspace.handle(block.joined(separator: "\n")) != .failed
  }

  /// The text with an empty line for `#!/usr/bin/env …`.
  private var withoutInterpreterLine: String {
    text.hasPrefix("#") ? String(text.drop { $0 != "\n" }) : text
  }
}
