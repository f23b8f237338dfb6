import CLuaBridge
import Testing

/// Lua values as JSON: what a result may be, and how what it may not be is told.
@Suite struct ResultTests {
  @Test(arguments: [
    ("1", "1"), ("1.0", "1.0"), ("-0.0", "0.0"), ("2^63", "9.223372036854776e+18"),
    ("0.1", "0.1"), ("1/3", "0.3333333333333333"), ("1e300", "1e+300"),
    ("math.mininteger", "-9223372036854775808"), ("math.maxinteger", "9223372036854775807"),
    ("true", "true"), ("'a\\0\\n\"\\\\é\\127'", "\"a\\u0000\\n\\\"\\\\é\u{7f}\""),
    ("{}", "{}"), ("{1, {2}, 'x'}", "[1,[2],\"x\"]"),
    ("{b=1, a={c=2}, ab=3, B=0}", "{\"B\":0,\"a\":{\"c\":2},\"ab\":3,\"b\":1}"),
    ("nil", ""),
    ("setmetatable({1}, {__index = error, __len = error, __pairs = error})", "[1]"),
    ("{[1]=1, [3]=3, [2]=2}", "[1,2,3]"),
    ("{[2^0]='float keys are normalised'}", "[\"float keys are normalised\"]"),
  ])
  func writes(expression: String, json: String) {
    let sandbox = Sandbox()
    #expect(sandbox.value(of: expression) == json, "\(sandbox.message)")
  }

  @Test(arguments: [
    ("print", "result: a function cannot be in a result"),
    ("{items={1, 2, {name=print}}}", "result.items[3].name: a function cannot be in a result"),
    ("{coroutine.create(print)}", "result[1]: a coroutine cannot be in a result"),
    ("0/0", "result: not a number (NaN)"),
    ("{a=-1/0}", "result.a: an infinite number"),
    ("{1, nil, 3}", "result: a list with holes (no index 2)"),
    ("{1, x=2}", "result: keys of a list and of a map in one table"),
    ("{[0]=1}", "result: a key that is neither a string nor a list's index (a number below 1)"),
    ("{[1.5]=1}", "result: a key that is neither a string nor a list's index (a number)"),
    ("{[true]=1}", "result: a key that is neither a string nor a list's index (a boolean)"),
    ("{'ok', 'a\\xff'}", "result[2]: byte 2 of the string is not UTF-8"),
    (
      "{['a b']={['\\xc0\\x80']=1}}",
      "result[\"a b\"][\"\u{fffd}\u{fffd}\"]: byte 1 of the string is not UTF-8"
    ),
    ("'\\xed\\xa0\\x80'", "result: byte 1 of the string is not UTF-8"),
    (
      "(function() local t = {} t.a = {b = t} return t end)()",
      "result.a.b: a cycle: the table contains itself"
    ),
    (
      "(function() local t = {} for _ = 1, 1e6 do t = {t} end return t end)()",
      "result[1][1][1][1][1][1][1][1]…[1]: tables nested deeper than 64"
    ),
  ])
  func refuses(expression: String, message: String) {
    let sandbox = Sandbox(cpu: 5000, memory: 256 << 20)
    #expect(sandbox.value(of: expression) == nil)
    #expect(sandbox.failure.status == IBID_ERROR)
    #expect(sandbox.message == message)
    #expect(sandbox.file == "plugin.lua")
    #expect(sandbox.line == 1)
  }

  /// Maps about the size from which their keys are gathered apart, nested or not.
  @Test(arguments: [1, 2, 63, 64, 65, 200]) func ordersMembers(count: Int) {
    let sandbox = Sandbox()
    let members = (1...count).map { "key \($0)" }.sorted().map { "\"\($0)\":{\"\($0)\":true}" }
    let json = sandbox.value(
      of:
        "(function() local t = {} for i = \(count), 1, -1 do t['key ' .. i] = {['key ' .. i] = true} end return t end)()"
    )
    #expect(json == "{\(members.joined(separator: ","))}", "\(sandbox.message)")
  }

  /// Keys of all lengths up to a few words, which begin alike.
  @Test func ordersKeysByTheirBytes() {
    let letters = "abcdefghijklmnopqrstu"
    let keys = (0...20).map { String(letters.prefix($0)) } + ["é", "b", "aa", "a\0"]
    let sandbox = Sandbox()
    #expect(sandbox.run("return { article = function(x) return x end }") == IBID_OK)
    func object(_ keys: [String]) -> String {
      "{\(keys.map { "\"\($0.replacing("\0", with: "\\u0000"))\":1" }.joined(separator: ","))}"
    }
    let sorted = keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    #expect(sandbox.call("article", object(keys)) == object(sorted), "\(sandbox.message)")
  }

  /// What ends a plain stretch of a string, or is not ASCII, at each place of a word.
  @Test(arguments: ["\\\"", "\\\\", "\\n", "\\u001f", "é", "\u{7f}"])
  func roundTripsStrings(special: String) {
    let sandbox = Sandbox()
    #expect(sandbox.run("return { article = function(x) return x end }") == IBID_OK)
    for before in 0...17 {
      for after in 0...9 {
        let letters = (String(repeating: "a", count: before), String(repeating: "z", count: after))
        let text = "\"\(letters.0)\(special)\(letters.1)\""
        let json = "{\(text):\(text)}"
        #expect(sandbox.call("article", json) == json, "\(sandbox.message)")
      }
    }
  }

  /// Numbers read as by `strtod`, however many digits stand before and behind the point.
  @Test func readsDecimals() throws {
    let sandbox = Sandbox()
    #expect(sandbox.run("return { article = function(x) return ('%a'):format(x) end }") == IBID_OK)
    let digits = "7390182645518273640"
    for count in 1...18 {
      for decimals in 1...count {
        for sign in ["", "-"] {
          let whole = count == decimals ? "0" : digits.prefix(count - decimals)
          let text = "\(sign)\(whole).\(digits.prefix(count).suffix(decimals))"
          let shown = try #require(sandbox.call("article", text))
          #expect(Double(shown.dropFirst().dropLast()) == Double(text), "\(text)")
        }
      }
    }
  }

  @Test func capsTheSize() {
    let sandbox = Sandbox(result: 100)
    #expect(sandbox.value(of: "('x'):rep(98)") != nil)
    #expect(sandbox.value(of: "('x'):rep(99)") == nil)
    #expect(sandbox.failure.status == IBID_TOO_LARGE)
    #expect(sandbox.message == "result: a result may have at most 100 bytes as JSON")
  }

  @Test(arguments: [
    "null", "[]", "{}", "[1,2.5,\"x\",[],{}]", "{\"a\":{\"b\":[null,true]}}", "-0.5", "1e+300",
    "\"\\u0001é😀\"", "[[[[[[[[[1]]]]]]]]]", "0", "-7", "999999999999999999",
    "-999999999999999999", "1000000000000000000", "9223372036854775807", "-9223372036854775808",
  ])
  func roundTrips(json: String) {
    let sandbox = Sandbox()
    #expect(sandbox.run("return { article = function(x) return x end }") == IBID_OK)
    #expect(sandbox.call("article", json) == json, "\(sandbox.message)")
  }

  @Test(arguments: [
    ("", "byte 1: a value was expected"), ("[1,]", "byte 4: a value was expected"),
    ("01", "byte 2: more follows the value"), ("-", "byte 2: a value was expected"),
    ("1.", "byte 3: a digit was expected"), ("1e", "byte 3: a digit was expected"),
    ("1e999", "byte 6: a number out of range"),
    ("\"\\ud800\"", "byte 8: half of a surrogate pair"), ("\"a", "byte 3: the string does not end"),
    ("{\"a\" 1}", "byte 6: ':' was expected"), ("nul", "byte 1: a value was expected"),
    ("[1 2]", "byte 4: ',' or ']' was expected"),
    ("\"\t\"", "byte 2: a control character in a string"),
    (String(repeating: "[", count: 65), "byte 65: nested deeper than 64"),
  ])
  func refusesJSON(json: String, message: String) {
    let sandbox = Sandbox()
    #expect(sandbox.run("return { article = function(x) return x end }") == IBID_OK)
    #expect(sandbox.call("article", json) == nil)
    #expect(sandbox.message == message)
  }
}
