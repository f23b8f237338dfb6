import LuaSource

/// What was typed at a prompt and worked, as far as it matters for a plugin made of it.
struct SessionRecord {
  /// A block of Lua.
  struct Block: Hashable {
    var text: String
    /// Whether it showed something: such a block was a look at what is there, not a definition.
    var gaveValues: Bool
  }

  private(set) var blocks: [Block] = []
  /// The globals before anything was typed.
  let initialGlobals: Set<String>

  init(initialGlobals: [String]) { self.initialGlobals = Set(initialGlobals) }

  mutating func add(_ text: String, gaveValues: Bool) {
    guard !LuaTokenizer.tokens(Array(text.utf8)).allSatisfy({ $0.kind == .comment }) else { return }
    blocks.append(Block(text: text, gaveValues: gaveValues))
  }

  /// The block that defined a name last, such as `function name(…)` or `name = …`.
  func definition(of name: String) -> String? {
    blocks.last { SessionRecord.defines(name, in: Array($0.text.utf8)) }?.text
  }

  private static func defines(_ name: String, in source: [UInt8]) -> Bool {
    let tokens = LuaTokenizer.tokens(source).filter { $0.kind != .comment }
    let words = tokens.map { String(decoding: source[$0.range], as: UTF8.self) }
    let path = LuaTokenizer.tokens(Array(name.utf8)).map {
      String(decoding: Array(name.utf8)[$0.range], as: UTF8.self)
    }
    return words.indices.contains { place in
      guard words[place...].starts(with: path) else { return false }
      let next = place + path.count
      return (place > 0 && words[place - 1] == "function")
        || (next < words.count && words[next] == "=")
    }
  }
}
