import Testing

@testable import BatchRunner

/// What a line asks for: a document may begin with a field that has the name of a verb.
struct WorkerRequestTests {
  private func shown(_ text: String) throws -> String {
    let line = Array(text.utf8)
    switch try WorkerRequest(line) {
    case .article(let document, let plugins):
      return "\(document.name ?? "-") by \(plugins?.joined(separator: ",") ?? "all")"
    case .merge(let plugin, let values):
      let shown = values.map { String(decoding: line[$0], as: UTF8.self) }
      return "merge \(plugin): \(shown.joined(separator: " "))"
    case .finish(let plugin, let values):
      let shown = values.map { String(decoding: line[$0], as: UTF8.self) }
      return "finish \(plugin): \(shown.joined(separator: " "))"
    }
  }

  @Test(arguments: [
    (#"{"merge":"a","values":[1,{"b":"]"}]}"#, #"merge a: 1 {"b":"]"}"#),
    (#"{"merge":"a","values":[0],"values":[ 2 , 3 ]}"#, "merge a: 2 3"),
    (#"{"finish":"a","value":{"b":2}}"#, #"finish a: {"b":2}"#),
    (#"{"finish":"a","values":[1,{"b":2}]}"#, #"finish a: 1 {"b":2}"#),
    (#"{"finish":"a","values":[1],"value":[2,3]}"#, "finish a: [2,3]"),
    (#"{"id":"x","text":"words","merge":"a"}"#, "x by all"),
    (#"{"merge":"a","values":[1],"id":"x","text":"words"}"#, "x by all"),
    (#"{"finish":"a","id":"x","html":null,"text":"words"}"#, "x by all"),
    (#"{"merge":["a"],"id":"x","text":"words"}"#, "x by all"),
    (#"{"plugins":["a","b"],"id":"x","text":"words"}"#, "x by a,b"),
    (#"{"plugins":"a","id":"x","text":"words"}"#, "x by all"),
  ])
  func reads(_ line: String, _ expected: String) throws { #expect(try shown(line) == expected) }

  @Test(arguments: [
    #"{"merge":"a"}"#, #"{"merge":"a","values":1}"#, #"{"finish":"a"}"#,
    #"{"finish":"a","values":1}"#, "{", "",
  ])
  func refuses(_ line: String) { #expect(throws: InputProblem.self) { try shown(line) } }
}
