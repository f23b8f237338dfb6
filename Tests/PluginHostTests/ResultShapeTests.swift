import ArticleModel
import Testing

@testable import PluginHost

/// Declared shapes of results, as JSON of the manifest.
@Suite struct ResultShapeTests {
  @Test(arguments: [
    #""any""#, #""integer""#, #"["string"]"#, #"{"*":"number"}"#,
    #"{"a":"boolean","b":[{"c":"string","d":["any"]}]}"#,
  ])
  func readsWhatItWrites(text: String) throws {
    let shape = try ResultShape(JSONParser.parse(Array(text.utf8)), path: "result")
    var json = JSONWriter()
    shape.write(to: &json)
    #expect(String(decoding: json.finish(), as: UTF8.self) == text)
  }

  @Test(arguments: [
    (#""int""#, "result", "expected one of string, integer, number, boolean, any, got 'int'"),
    (
      #""intger""#, "result",
      "expected one of string, integer, number, boolean, any, got 'intger'; did you mean 'integer'?"
    ),
    ("1", "result", "expected a type's name or table, got number"),
    (#"{"a":{"b":true}}"#, "result.a.b", "expected a type's name or table, got boolean"),
    (
      #"{"a":["string","integer"]}"#, "result.a", "a list has one shape for all its elements, got 2"
    ),
    (
      #"{"*":"string","a":"string"}"#, "result",
      "'*' stands for all names: it cannot have others beside it"
    ),
  ])
  func saysWhatIsWrong(text: String, path: String, problem: String) throws {
    let json = try JSONParser.parse(Array(text.utf8))
    do {
      _ = try ResultShape(json, path: "result")
      Issue.record("it was read")
    } catch {
      #expect(error.path == path)
      #expect(error.problem == problem)
    }
  }

  private static let shape =
    #"{"n":"integer","x":"number","list":[{"s":"string"}],"map":{"*":"boolean"},"any":"any"}"#

  @Test(arguments: [
    ("{}", nil),
    (#"{"n":1,"x":1,"list":[],"map":{},"any":[1,{"a":null}]}"#, nil),
    (#"{"x":1.5,"list":{},"map":[]}"#, nil),
    (#"{"n":1.5}"#, "result.n is a number, declared as integer"),
    (#"{"list":[{"s":"a"},{"s":2}]}"#, "result.list[2].s is a number, declared as string"),
    (#"{"list":{"s":"a"}}"#, "result.list is a table, declared as a list"),
    (#"{"map":{"a":true,"b":"no"}}"#, "result.map.b is a string, declared as boolean"),
    (#"{"map":[true]}"#, "result.map is a list, declared as a table with names"),
    (#"{"other":1}"#, "result.other is not declared"),
    (#""text""#, "result is a string, declared as a table with names"),
  ])
  func holdsValuesAgainstIt(text: String, misfit: String?) throws {
    let shape = try ResultShape(JSONParser.parse(Array(Self.shape.utf8)), path: "result")
    #expect(shape.misfit(of: try JSONParser.parse(Array(text.utf8))) == misfit)
  }
}
