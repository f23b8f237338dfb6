import LuaSource

/// What is open at the end of a piece of Lua source: brackets and blocks, innermost last.
struct LuaBlocks {
  /// Something open: a bracket, or a word that needs an `end` or `until`.
  struct Opener: Hashable {
    /// Where it stands, in bytes.
    var range: Range<Int>
    /// What closes it.
    var closer: String
  }

  private(set) var open: [Opener] = []
  /// Whether the source ends inside a long string or long comment.
  private(set) var endsInLongText = false

  init(_ source: [UInt8]) {
    for token in LuaTokenizer.tokens(source) {
      if token.kind == .string || token.kind == .comment {
        endsInLongText =
          !token.isFinished && ![0x22, 0x27].contains(source[token.range.lowerBound])
      } else if token.kind == .keyword || token.kind == .sign {
        see(String(decoding: source[token.range], as: UTF8.self), token.range)
      }
    }
  }

  private mutating func see(_ word: String, _ range: Range<Int>) {
    switch word {
    case "function", "do": push("end", range)
    case "then":
      // The `then` of an `elseif` goes on with the block of its `if`.
      push("end", range)
    case "elseif": pop("end")
    case "else":
      pop("end")
      push("end", range)
    case "repeat": push("until", range)
    case "{": push("}", range)
    case "(": push(")", range)
    case "[": push("]", range)
    case "end", "until", "}", ")", "]": pop(word)
    default: break
    }
  }

  private mutating func push(_ closer: String, _ range: Range<Int>) {
    open.append(Opener(range: range, closer: closer))
  }

  /// Closes the innermost opener of the same sort; what was left open inside it is closed with it.
  private mutating func pop(_ closer: String) {
    guard let place = open.lastIndex(where: { $0.closer == closer }) else { return }
    open.removeSubrange(place...)
  }
}
