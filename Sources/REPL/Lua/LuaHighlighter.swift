import LineEditor
import LuaSource

/// The roles of the pieces of Lua source.
enum LuaHighlighter {
  /// Brackets beyond this many bytes are not looked for: each key asks anew.
  private static let limit = 64 * 1024

  /// The styled ranges of `source`, the pair of brackets at the cursor last.
  ///
  /// - Parameter cursor: UTF-8 bytes from the start.
  static func styles(_ source: [UInt8], cursor: Int) -> [StyledRange] {
    guard source.count <= limit else { return [] }
    let tokens = LuaTokenizer.tokens(source)
    var styles: [StyledRange] = []
    for (index, token) in tokens.enumerated() {
      if let role = role(
        of: token, next: index + 1 < tokens.count ? tokens[index + 1] : nil, source)
      {
        styles.append(StyledRange(token.range, role))
      }
    }
    return styles + brackets(tokens, source, cursor: cursor)
  }

  private static func role(of token: LuaToken, next: LuaToken?, _ source: [UInt8]) -> StyleRole? {
    switch token.kind {
    case .keyword:
      return ["nil", "true", "false"].contains(text(token, source)) ? .constant : .keyword
    case .name:
      guard let next else { return nil }
      let isCalled = next.kind == .string || ["(", "{"].contains(text(next, source))
      return isCalled ? .function : nil
    case .number: return .number
    case .string: return .string
    case .comment: return .comment
    case .unknown: return .error
    case .sign: return nil
    }
  }

  /// The bracket at or before the cursor with its partner, or alone where it has none.
  private static func brackets(
    _ tokens: [LuaToken], _ source: [UInt8], cursor: Int
  ) -> [StyledRange] {
    let signs = tokens.filter { token in
      token.kind == .sign && token.range.count == 1
        && pairs[source[token.range.lowerBound]] != nil
    }
    guard
      let place = signs.firstIndex(where: { $0.range.upperBound == cursor })
        ?? signs.firstIndex(where: { $0.range.lowerBound == cursor })
    else { return [] }
    let sign = source[signs[place].range.lowerBound]
    let opens = opening.contains(sign)
    var depth: [UInt8] = []
    let rest = opens ? Array(signs[place...]) : Array(signs[...place].reversed())
    for other in rest {
      let byte = source[other.range.lowerBound]
      if opening.contains(byte) == opens {
        depth.append(pairs[byte]!)
      } else if depth.popLast() != byte {
        break
      } else if depth.isEmpty {
        return [
          StyledRange(signs[place].range, .matchingBracket),
          StyledRange(other.range, .matchingBracket),
        ]
      }
    }
    // An opening bracket without a partner is normal while typing; a closing one is a slip.
    return opens ? [] : [StyledRange(signs[place].range, .unmatchedBracket)]
  }

  private static func text(_ token: LuaToken, _ source: [UInt8]) -> String {
    String(decoding: source[token.range], as: UTF8.self)
  }

  private static let opening = Set("([{".utf8)
  private static let pairs = Dictionary(
    uniqueKeysWithValues: zip("()[]{}".utf8, ")(][}{".utf8))
}
