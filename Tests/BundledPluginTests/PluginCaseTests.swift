import ArticleModel
import Glibc
import PluginHost
import Testing

/// Each case of a bundled plugin gives the record beside it.
@Suite struct PluginCaseTests {
  /// With `IBID_RECORD` set, what comes out is written down and the test fails, so that somebody reads it.
  @Test(arguments: PluginCase.all)
  func record(_ example: PluginCase) throws {
    let record = try example.run()
    let path = "\(example.folder)/expected.json"
    var json = JSONWriter()
    record.write(to: &json)
    let written = json.finish() + [UInt8(ascii: "\n")]
    if getenv("IBID_RECORD") != nil { Repository.write(written, to: path) }
    let expected = try #require(Repository.read(path), "no expected.json; set IBID_RECORD to write it")
    #expect(String(decoding: written, as: UTF8.self) == String(decoding: expected, as: UTF8.self))
    #expect(getenv("IBID_RECORD") == nil, "recorded")
  }

  @Test func casesAreFound() { #expect(PluginCase.all.count > 20) }
}
