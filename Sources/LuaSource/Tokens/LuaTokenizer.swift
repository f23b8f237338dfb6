/// Cuts Lua 5.4 source into tokens, whether or not it compiles; one pass, white space left out.
public struct LuaTokenizer {
  private let source: [UInt8]
  private var place = 0

  private init(_ source: [UInt8]) { self.source = source }

  /// The tokens of `source`, comments included.
  public static func tokens(_ source: [UInt8]) -> [LuaToken] {
    var tokenizer = LuaTokenizer(source)
    var tokens: [LuaToken] = []
    while let token = tokenizer.next() { tokens.append(token) }
    return tokens
  }

  private mutating func next() -> LuaToken? {
    while place < source.count, source[place] <= 0x20 { place += 1 }
    guard place < source.count else { return nil }
    let start = place
    let byte = source[place]
    if LuaTokenizer.isNameStart(byte) { return word(start) }
    if LuaTokenizer.isDigit(byte) || (byte == 0x2E && LuaTokenizer.isDigit(peek(1))) {
      return number(start)
    }
    switch byte {
    case 0x22, 0x27: return quoted(start, by: byte)
    case 0x2D where peek(1) == 0x2D: return comment(start)
    case 0x5B:
      if let level = longBracket(at: place) { return long(start, level: level, kind: .string) }
    default: break
    }
    return sign(start)
  }

  /// The byte `offset` places on, or 0 after the end.
  private func peek(_ offset: Int) -> UInt8 {
    place + offset < source.count ? source[place + offset] : 0
  }

  private mutating func word(_ start: Int) -> LuaToken {
    while place < source.count, LuaTokenizer.isNamePart(source[place]) { place += 1 }
    let isKeyword = LuaTokenizer.keywords.contains(source[start..<place])
    return LuaToken(kind: isKeyword ? .keyword : .name, range: start..<place)
  }

  private mutating func number(_ start: Int) -> LuaToken {
    let isHexadecimal = peek(0) == 0x30 && peek(1) | 0x20 == 0x78
    if isHexadecimal { place += 2 }
    while place < source.count {
      let byte = source[place]
      let isExponent = byte | 0x20 == (isHexadecimal ? 0x70 : 0x65)
      if isExponent, peek(1) == 0x2B || peek(1) == 0x2D {
        place += 2
      } else if byte == 0x2E ? peek(1) != 0x2E : LuaTokenizer.isNamePart(byte) {
        place += 1
      } else {
        break
      }
    }
    return LuaToken(kind: .number, range: start..<place)
  }

  private mutating func quoted(_ start: Int, by mark: UInt8) -> LuaToken {
    place += 1
    while place < source.count, source[place] != mark, source[place] != 0x0A {
      if source[place] == 0x5C {
        // `\z` takes the white space after it, line ends included.
        if peek(1) == 0x7A {
          place += 2
          while place < source.count, source[place] <= 0x20 { place += 1 }
          continue
        }
        place += 1
      }
      place += 1
    }
    place = min(place, source.count)
    let isFinished = place < source.count && source[place] == mark
    if isFinished { place += 1 }
    return LuaToken(kind: .string, range: start..<place, isFinished: isFinished)
  }

  private mutating func comment(_ start: Int) -> LuaToken {
    place += 2
    if let level = longBracket(at: place) { return long(start, level: level, kind: .comment) }
    while place < source.count, source[place] != 0x0A { place += 1 }
    return LuaToken(kind: .comment, range: start..<place)
  }

  /// The number of `=` in the long bracket that opens at `start`, or `nil`.
  private func longBracket(at start: Int) -> Int? {
    guard start < source.count, source[start] == 0x5B else { return nil }
    var end = start + 1
    while end < source.count, source[end] == 0x3D { end += 1 }
    return end < source.count && source[end] == 0x5B ? end - start - 1 : nil
  }

  private mutating func long(_ start: Int, level: Int, kind: LuaToken.Kind) -> LuaToken {
    place += level + 2
    while place < source.count {
      if source[place] == 0x5D, place + level + 1 < source.count,
        source[place + level + 1] == 0x5D,
        source[(place + 1)..<(place + level + 1)].allSatisfy({ $0 == 0x3D })
      {
        place += level + 2
        return LuaToken(kind: kind, range: start..<place)
      }
      place += 1
    }
    return LuaToken(kind: kind, range: start..<place, isFinished: false)
  }

  private mutating func sign(_ start: Int) -> LuaToken {
    for text in LuaTokenizer.longSigns where source[place...].starts(with: text) {
      place += text.count
      return LuaToken(kind: .sign, range: start..<place)
    }
    let isKnown = LuaTokenizer.signs.contains(source[place])
    place += 1
    while !isKnown, place < source.count, source[place] & 0xC0 == 0x80 { place += 1 }
    return LuaToken(kind: isKnown ? .sign : .unknown, range: start..<place)
  }

  // MARK: Classes of bytes

  public static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  public static func isNameStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || byte == 0x5F
  }

  public static func isNamePart(_ byte: UInt8) -> Bool { isNameStart(byte) || isDigit(byte) }

  /// Whether a text is a name that can stand after a dot.
  public static func isName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, isNameStart(first), bytes.allSatisfy(isNamePart) else {
      return false
    }
    return !keywords.contains(bytes[...])
  }

  public static let keywordNames = [
    "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "goto", "if", "in",
    "local", "nil", "not", "or", "repeat", "return", "then", "true", "until", "while",
  ]
  private static let keywords = Set(keywordNames.map { Array($0.utf8)[...] })
  private static let longSigns = ["...", "..", "::", "==", "~=", "<=", ">=", "//", "<<", ">>"]
    .map { Array($0.utf8) }
  private static let signs = Set("+-*/%^#&~|<>=(){}[];:,.".utf8)
}
