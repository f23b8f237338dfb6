import LuaSource
import Testing

@Suite struct LuaTokenizerTests {
  /// Tokens as `kind:text`, with `!` where the end is missing.
  private func cut(_ text: String) -> [String] {
    let source = Array(text.utf8)
    return LuaTokenizer.tokens(source).map { token in
      "\(token.kind):\(String(decoding: source[token.range], as: UTF8.self))\(token.isFinished ? "" : "!")"
    }
  }

  @Test(arguments: [
    ("x = 1", ["name:x", "sign:=", "number:1"]),
    ("a.b:c\"s\"", ["name:a", "sign:.", "name:b", "sign::", "name:c", "string:\"s\""]),
    (
      "0x1p-2 3e+4 1..2 .5",
      ["number:0x1p-2", "number:3e+4", "number:1", "sign:..", "number:2", "number:.5"]
    ),
    ("\"a\\\"b\" 'c", ["string:\"a\\\"b\"", "string:'c!"]),
    ("[==[ ]] ]==] [[x", ["string:[==[ ]] ]==]", "string:[[x!"]),
    ("-- c\nend", ["comment:-- c", "keyword:end"]),
    ("--[[ a\nb ]] c", ["comment:--[[ a\nb ]]", "name:c"]),
    (
      "a ~= b // c ... ::l::",
      [
        "name:a", "sign:~=", "name:b", "sign://", "name:c", "sign:...", "sign:::", "name:l",
        "sign:::",
      ]
    ),
    ("x = é", ["name:x", "sign:=", "unknown:é"]),
    ("'\\z\n  b'", ["string:'\\z\n  b'"]),
    ("\\", ["unknown:\\"]),
    ("\"\\", ["string:\"\\!"]),
    ("[=", ["sign:[", "sign:="]),
  ])
  func cutsIntoTokens(text: String, expected: [String]) {
    #expect(cut(text) == expected)
  }

  @Test(arguments: [
    ("end_", true), ("end", false), ("_1", true), ("1a", false), ("", false), ("a.b", false),
  ])
  func knowsNames(text: String, isName: Bool) {
    #expect(LuaTokenizer.isName(text) == isName)
  }

  /// No text makes it lose or repeat a byte.
  @Test(arguments: 0..<200)
  func coversEveryTextOnce(seed: Int) {
    let pieces = [
      "\"", "'", "[[", "]]", "--", "\\", "\n", "end", "0x", "1e", "..", "é", " ", "[=", "]=]", "{",
    ]
    var state = UInt64(seed) &* 6_364_136_223_846_793_005 &+ 1
    var text = ""
    for _ in 0..<12 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += pieces[Int(state >> 33) % pieces.count]
    }
    var place = 0
    for token in LuaTokenizer.tokens(Array(text.utf8)) {
      #expect(token.range.lowerBound >= place && !token.range.isEmpty)
      place = token.range.upperBound
    }
    #expect(place <= text.utf8.count)
  }
}
