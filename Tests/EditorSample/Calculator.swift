import Glibc
import LineEditor

/// A tiny language for the tests: words, numbers, strings and brackets that have to close.
struct Calculator: LineEditorClient {
  static let words = [
    "alpha", "alphabet", "alpine", "beta", "gamma", "日本", "日光",
  ]

  func isComplete(_ text: String) -> Bool { Self.depth(text) <= 0 }

  func indentation(after text: String) -> String {
    String(repeating: "  ", count: max(Self.depth(text), 0))
  }

  func reindentation(of line: String, after text: String) -> String? {
    guard line.allSatisfy({ " )]}".contains($0) }), line.contains(where: { ")]}".contains($0) })
    else { return nil }
    return String(repeating: "  ", count: max(Self.depth(text) - 1, 0))
  }

  func highlight(_ text: String, cursor: Int) -> [StyledRange] {
    let bytes = Array(text.utf8)
    var styles: [StyledRange] = []
    for (offset, byte) in bytes.enumerated() {
      if (0x30...0x39).contains(byte) { styles.append(StyledRange(offset..<offset + 1, .number)) }
      if byte == 0x28, cursor == bytes.count, bytes.last == 0x29 {
        styles.append(StyledRange(offset..<offset + 1, .matchingBracket))
      }
    }
    return styles
  }

  func completions(for text: String, at cursor: Int) -> CompletionSet? {
    let before = String(decoding: text.utf8.prefix(cursor), as: UTF8.self)
    let word = before.reversed().prefix { $0.isLetter }.reversed().map(String.init).joined()
    let found = Self.words.filter { $0.hasPrefix(word) }
    return CompletionSet(
      replacing: cursor - word.utf8.count..<cursor,
      with: found.map { Completion($0, hint: "the word \($0)") })
  }

  func hint(for text: String, at cursor: Int) -> Hint? {
    switch text {
    case "leave": exit(7)
    case "trap": fatalError("asked for")
    default: text.hasSuffix("sum(") ? Hint("sum(a, b)") : nil
    }
  }

  private static func depth(_ text: String) -> Int {
    text.utf8.reduce(0) { depth, byte in
      switch byte {
      case 0x28, 0x5B, 0x7B: depth + 1
      case 0x29, 0x5D, 0x7D: depth - 1
      default: depth
      }
    }
  }
}
