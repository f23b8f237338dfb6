import ArticleModel
import PluginHost
import Testing

/// Each case of a bundled plugin gives the record beside it; `ibid test --update` writes those.
@Suite struct PluginCaseTests {
  @Test(arguments: PluginCase.all)
  func record(_ example: PluginCase) throws {
    var json = JSONWriter()
    try example.run().write(to: &json)
    let actual = try JSONParser.parse(json.finish())
    let expected = try #require(Repository.read("\(example.folder)/expected.json"))
    #expect(try lines(of: actual) == lines(of: JSONParser.parse(expected)))
  }

  @Test func casesAreFound() { #expect(PluginCase.all.count > 20) }

  /// The members of a record, a line each, without what every case has in common.
  private func lines(of record: JSONValue) throws -> [String] {
    var lines: [String] = []
    for member in record.members ?? [] where member.key != "input" && member.key != "plugin" {
      var json = JSONWriter()
      // The traceback changes with every line above.
      json.value(
        member.key == "error"
          ? .object((member.value.members ?? []).filter { $0.key != "traceback" }) : member.value)
      lines.append("\(member.key): \(String(decoding: json.finish(), as: UTF8.self))")
    }
    return lines
  }
}

/// A plugin's folder is whole: it travels alone, and what two of them need each has.
@Suite struct SharedModuleTests {
  @Test func copiesAreTheSame() throws {
    let export = try #require(Repository.read("\(Repository.root)/plugins/export/file_name.lua"))
    #expect(Repository.read("\(Repository.root)/plugins/glossary/file_name.lua") == export)
  }
}
