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
  ])
  func differences(_ expected: String, _ actual: String, _ lines: [String]) throws {
    #expect(try self.lines(expected, actual) == lines)
  }

  @Test func manyAreCounted() throws {
    let lines = try lines("[" + (0..<20).map(String.init).joined(separator: ",") + "]", "[]")
    #expect(lines.count == 13)
    #expect(lines.last == "and 8 more")
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
