import CLuaBridge
import Glibc
import Testing

@testable import PluginHost

/// The allow-list: fields, metatables and upvalues from the globals, a string and handles on.
@Suite struct ReachableTests {
  static let path =
    "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/")
    + "/Sandbox/28-reachable/reachable.txt"

  /// `IBID_RECORD=1` writes the list; the test fails then, so that nobody takes a recording for a check.
  @Test func everythingReachableIsListed() throws {
    let session = try TemporaryPlugin(
      article: """
        _ENV.article, _ENV.paragraph, _ENV.paragraphs = article, article.paragraphs[1], article.paragraphs
        _ENV.list = ibid.list{}
        """
    ).session()
    #expect(session.run(on: Fixture.article).status == .ok)
    var span = ibid_span()
    #expect(ibid_lua_reachable(session.state.pointer, &span) == IBID_OK)
    let found = String(decoding: span.array, as: UTF8.self)
    let listed = try String(decoding: PluginFolder.read(at: Self.path), as: UTF8.self)
    let difference = Set(found.split(separator: "\n")).symmetricDifference(
      listed.split(separator: "\n"))
    #expect(difference.isEmpty)
    if getenv("IBID_RECORD") != nil, !difference.isEmpty, let file = fopen(Self.path, "w") {
      fputs(found, file)
      fclose(file)
    }
  }
}
