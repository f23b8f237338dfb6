/// Texts such as `article.tables[1].label`: names, dots, and indices that are integers or strings.
enum ObjectPath {
  /// Whether a text is such a path, so that evaluating it calls nothing.
  static func isPath(_ text: String) -> Bool {
    var scanner = Scanner(bytes: Array(text.utf8))
    guard scanner.name() else { return false }
    while scanner.index < scanner.bytes.count {
      if scanner.take(UInt8(ascii: ".")) {
        guard scanner.name() else { return false }
      } else if scanner.take(UInt8(ascii: "[")) {
        guard scanner.number() || scanner.string(), scanner.take(UInt8(ascii: "]")) else {
          return false
        }
      } else {
        return false
      }
    }
    return true
  }

  private struct Scanner {
    let bytes: [UInt8]
    var index = 0

    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func take(_ byte: UInt8) -> Bool {
      guard next == byte else { return false }
      index += 1
      return true
    }

    mutating func skip(while condition: (UInt8) -> Bool) -> Int {
      let start = index
      while let byte = next, condition(byte) { index += 1 }
      return index - start
    }

    static func isDigit(_ byte: UInt8) -> Bool {
      byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
    }

    static func isNameByte(_ byte: UInt8) -> Bool {
      isDigit(byte) || byte == UInt8(ascii: "_")
        || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
    }

    mutating func name() -> Bool {
      guard let first = next, !Scanner.isDigit(first) else { return false }
      return skip(while: Scanner.isNameByte) > 0
    }

    mutating func number() -> Bool { skip(while: Scanner.isDigit) > 0 }

    mutating func string() -> Bool {
      guard let quote = next, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        return false
      }
      index += 1
      _ = skip { $0 != quote && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\n") }
      return take(quote)
    }
  }
}
