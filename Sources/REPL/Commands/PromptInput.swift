import LuaSource

/// What a line at the prompt asks for.
enum PromptInput: Hashable {
  /// A command by name, with the rest of the line.
  case command(name: String, rest: String)
  /// An explanation of a name: `?name` or `name?`, with its source for `??name`.
  case help(String, withSource: Bool = false)
  /// Lua, as it was typed.
  case lua(String)

  init(_ text: String) {
    let trimmed = PromptInput.trimmed(text)
    if trimmed.hasPrefix(":"), !trimmed.hasPrefix("::") {
      let body = trimmed.dropFirst()
      let name = body.prefix { !$0.isWhitespace }
      self = .command(
        name: String(name), rest: PromptInput.trimmed(String(body.dropFirst(name.count))))
    } else if trimmed.hasPrefix("?") {
      self = .help(
        PromptInput.trimmed(String(trimmed.drop { $0 == "?" })),
        withSource: trimmed.hasPrefix("??"))
    } else if trimmed.hasSuffix("?"), PromptInput.isNamePath(trimmed.dropLast()) {
      self = .help(String(trimmed.dropLast()))
    } else if trimmed.hasPrefix("="), !trimmed.hasPrefix("==") {
      // Older Lua prompts showed values so; fingers remember it.
      self = .lua(PromptInput.trimmed(String(trimmed.dropFirst())))
    } else {
      self = .lua(text)
    }
  }

  private static func isNamePath(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, LuaTokenizer.isNameStart(first) else { return false }
    return bytes.allSatisfy { LuaTokenizer.isNamePart($0) || ".:[]".utf8.contains($0) }
  }

  static func trimmed(_ text: String) -> String {
    var bytes = Array(text.utf8)[...]
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    return String(decoding: bytes.drop { $0 <= 0x20 }, as: UTF8.self)
  }
}
