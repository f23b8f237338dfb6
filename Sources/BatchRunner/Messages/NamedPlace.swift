import LuaSource

/// The place in a line of Lua that a message of Lua's speaks of; Lua itself knows only lines.
enum NamedPlace {
  /// The byte of the last name in quotation marks that stands in the line, else of the line's first word.
  ///
  /// - Parameter line: counted from 1; one that is not there means the end of the source.
  static func offset(of message: String, line: Int, in source: [UInt8]) -> Int {
    let range = range(ofLine: line, in: source)
    let text = Array(source[range])
    let tokens = LuaTokenizer.tokens(text)
    let parts = message.split(separator: "'", omittingEmptySubsequences: false)
    for index in parts.indices.reversed() where index % 2 == 1 {
      let word = Array(parts[index].utf8)
      if let token = tokens.last(where: { says(word, $0, in: text) }) {
        return range.lowerBound + token.range.lowerBound
      }
    }
    return range.lowerBound + (tokens.first?.range.lowerBound ?? 0)
  }

  /// Whether a token is a word, or a string of it.
  private static func says(_ word: [UInt8], _ token: LuaToken, in text: [UInt8]) -> Bool {
    let said = text[token.range]
    return said.elementsEqual(word)
      || token.kind == .string && said.dropFirst().dropLast().elementsEqual(word)
  }

  /// The bytes of a line, without its end.
  static func range(ofLine line: Int, in source: [UInt8]) -> Range<Int> {
    var start = 0
    for _ in 1..<max(line, 1) {
      guard let end = source[start...].firstIndex(of: UInt8(ascii: "\n")) else { break }
      start = end + 1
    }
    return start..<(source[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count)
  }
}
