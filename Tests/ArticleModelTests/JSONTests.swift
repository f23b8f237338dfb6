import ArticleModel
import Testing

@Suite("JSON is read and written")
struct JSONTests {
  @Test(
    "A text reads into a value and is written back the same",
    arguments: [
      #"{"a":[1,-2,3.5,true,false,null],"b":{"c":"d"}}"#, #"[]"#, #"{}"#, #""""#, "0", "-0.25",
      "1e+300",
      #""\n\t\"\\ é 日本 \u0000""#,
    ])
  func roundTrip(text: String) throws {
    let value = try JSONParser.parse(Array(text.utf8))
    var writer = JSONWriter()
    writer.value(value)
    #expect(String(decoding: writer.finish(), as: UTF8.self) == text)
  }

  @Test(
    "What is no JSON is refused with the byte at which it was noticed",
    arguments: [
      ("", 0), ("[1,]", 3), ("{\"a\" 1}", 5), ("[1 2]", 3), ("01", 2), ("\"a", 2), ("nul", 0),
      ("1 2", 2),
      ("{a:1}", 1), ("\"\u{1}\"", 1),
    ])
  func refusal(text: String, offset: Int) {
    #expect(throws: JSONError.self) { try JSONParser.parse(Array(text.utf8)) }
    do {
      _ = try JSONParser.parse(Array(text.utf8))
    } catch {
      #expect(error.offset == offset)
    }
  }

  @Test("Pairs of surrogates make one scalar, half a pair U+FFFD")
  func surrogates() throws {
    #expect(try JSONParser.parse(Array(#""\ud83d\ude00""#.utf8)) == .string("😀"))
    #expect(try JSONParser.parse(Array(#""\ud83d""#.utf8)) == .string("\u{FFFD}"))
  }

  @Test("Nesting beyond the bound is refused, not followed")
  func depth() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(throws: JSONError.self) { try JSONParser.parse(deep) }
  }
}
