import LuaSource

/// Turns `local` at the top of a block into a global, so that the next block still sees it.
///
/// A block is a chunk of its own: without this, `local p = article.paragraphs[1]` and then `p` would
/// give nil, and plugin code that is pasted line by line would not run.
enum LuaLocals {
  static func lifted(_ text: String) -> String {
    let source = Array(text.utf8)
    let tokens = LuaTokenizer.tokens(source).filter { $0.kind != .comment }
    func word(_ index: Int) -> String {
      index < tokens.count ? String(decoding: source[tokens[index].range], as: UTF8.self) : ""
    }
    var lifted = source
    for (index, token) in tokens.enumerated() where token.kind == .keyword && word(index) == "local"
    {
      guard LuaBlocks(Array(source[..<token.range.lowerBound])).open.isEmpty else { continue }
      // Without a value, or with an attribute, the statement means something only as it stands.
      var next = index + 1
      if word(next) != "function" {
        while tokens.indices.contains(next), tokens[next].kind == .name || word(next) == "," {
          next += 1
        }
        guard word(next) == "=" else { continue }
      }
      for place in token.range { lifted[place] = UInt8(ascii: " ") }
    }
    return String(decoding: lifted, as: UTF8.self)
  }
}
