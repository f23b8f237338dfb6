import LuaSource

/// Where lines of Lua begin: two blanks for each line that leaves something open.
enum LuaIndentation {
  private static let step = "  "
  private static let closers = ["end", "else", "elseif", "until", "}", ")", "]"]

  /// The white space of a line that follows `text`.
  static func after(_ text: String) -> String {
    let source = Array(text.utf8)
    let blocks = LuaBlocks(source)
    if blocks.endsInLongText { return "" }
    guard let opener = blocks.open.last else { return "" }
    return indentation(ofLineAt: opener.range.lowerBound, in: source) + step
  }

  /// The white space that `line` should begin with, or `nil` to leave it alone.
  ///
  /// A line that is nothing but a closing word or bracket goes back to where its opener's line
  /// begins; when the word grows on to be a name (`ending`), it returns.
  static func of(_ line: String, after text: String) -> String? {
    let word = line.drop { $0 == " " || $0 == "\t" }
    let source = Array(text.utf8)
    let blocks = LuaBlocks(source)
    guard !blocks.endsInLongText, let opener = blocks.open.last else { return nil }
    if closers.contains(String(word)) {
      return indentation(ofLineAt: opener.range.lowerBound, in: source)
    }
    let isGrown = closers.contains(String(word.dropLast())) && LuaTokenizer.isName(String(word))
    return isGrown ? after(text) : nil
  }

  private static func indentation(ofLineAt offset: Int, in source: [UInt8]) -> String {
    let start = (source[..<offset].lastIndex(of: 0x0A) ?? -1) + 1
    let blanks = source[start...].prefix { $0 == 0x20 || $0 == 0x09 }
    return String(decoding: blanks, as: UTF8.self)
  }
}
