import ArticleModel
import Testing

@testable import BatchRunner

struct JSONDifferenceTests {
  private func lines(_ expected: String, _ actual: String) throws -> [String] {
    JSONDifference(
      expected: try JSONParser.parse(Array(expected.utf8)),
      actual: try JSONParser.parse(Array(actual.utf8))
    ).lines
  }

  @Test(arguments: [
    (#"{"a":1,"b":[1,{"c":2}]}"#, #"{"b":[1,{"c":2}],"a":1}"#, []), ("1", "1.0", []),
    (#"{"a":{"b":1}}"#, #"{"a":{"b":2}}"#, ["a.b: expected 1, got 2"]),
    (#"{"a":1}"#, #"{"b":1}"#, ["a: expected 1, got nothing", "b: expected nothing, got 1"]),
    ("[1,2]", "[1]", ["[2]: expected 2, got nothing"]),
    ("[1]", "[1,2]", ["[2]: expected nothing, got 2"]),
    ("1", #""1""#, [#"the record: expected 1, got "1""#]),
    ("null", "false", ["the record: expected null, got false"]),
    (#"{"a":"...","b":1}"#, #"{"a":[1],"b":1}"#, []),
    (#"{"b":1,"...":true}"#, #"{"a":[1],"b":1}"#, []),
    (#"{"b":2,"...":true}"#, #"{"a":[1],"b":1}"#, ["b: expected 2, got 1"]),
    (#"[1,"...",4]"#, "[1,2,3,4]", []), (#"[1,"..."]"#, "[1]", []), (#"["...",3]"#, "[1,3]", []),
    (#"["...",2,"..."]"#, "[1,2,3]", []), (#"["..."]"#, "[]", []),
    (#"[1,"...",1]"#, "[1]", [#"the record: expected [1,"...",1], got [1]"#]),
    (#"["...",4,"..."]"#, "[1,2]", [#"the record: expected ["...",4,"..."], got [1,2]"#]),
    (#"{"t":"a\nb"}"#, #"{"t":"a\nc"}"#, ["t: the texts differ", "    a", "  - b", "  + c"]),
  ])
  func differences(_ expected: String, _ actual: String, _ lines: [String]) throws {
    #expect(try self.lines(expected, actual) == lines)
  }

  @Test func manyAreCounted() throws {
    let lines = try lines("[" + (0..<20).map(String.init).joined(separator: ",") + "]", "[]")
    #expect(lines.count == 13)
    #expect(lines.last == "and 8 more")
  }

  @Test(arguments: [
    ("{}", #"{"a":1}"#, #"{"a":1}"#),
    (#"{"a":"...","b":1}"#, #"{"a":5,"b":2}"#, #"{"a":"...","b":2}"#),
    (#"{"b":1,"...":true}"#, #"{"a":5,"b":2}"#, #"{"b":2,"...":true}"#),
    (#"{"a":1,"b":2}"#, #"{"b":2}"#, #"{"b":2}"#), ("[1,2]", "[1,3]", "[1,3]"),
    ("[1]", "[1,3]", "[1,3]"),
    (#"[1,"..."]"#, "[1,3]", #"[1,"..."]"#), (#"[1,"..."]"#, "[2,3]", "[2,3]"), ("1.0", "1", "1.0"),
  ])
  func updatesKeepWhatIsLeftOpen(_ expected: String, _ actual: String, _ updated: String) throws {
    let value = JSONUpdate.of(
      try JSONParser.parse(Array(expected.utf8)), to: try JSONParser.parse(Array(actual.utf8)))
    #expect(value == (try JSONParser.parse(Array(updated.utf8))))
  }

  @Test func prettyJSONReadsBack() throws {
    let text =
      #"{"a":[],"b":{},"c":["\#(String(repeating: "x", count: 90))",{"d":[1,2]}],"e":"é\n"}"#
    let value = try JSONParser.parse(Array(text.utf8))
    let pretty = PrettyJSON(value).bytes
    #expect(try JSONParser.parse(pretty) == value)
    #expect(pretty.filter { $0 == 0x0A }.count > 4)
  }
}
