import ArticleModel
import Testing

/// Case 28: what a plugin reaches is what `Tests/Sandbox/28-reachable/reachable.txt` lists.
@Suite struct ReachableTests {
  static let folder = "\(SandboxCase.folder)/28-reachable"

  /// Of the listed values those that Lua code itself can walk to: no upvalues, and no metatable that is locked.
  @Test func aPluginReachesWhatIsListed() throws {
    let listed = Set(
      Files.read("\(ReachableTests.folder)/reachable.txt")!.split(separator: "\n").map(String.init))
    let end = Scratch().run(["\(ReachableTests.folder)/walk.lua"], limits: ["cpu": "5s"])
    let record = try end.records()[1]
    let found = Set((record["result"]?.array ?? []).compactMap(\.string))
    try #require(found.count > 100, "\(end.output)\(end.errors)")
    // A locked metatable shows as the text that stands in its place.
    let locked: Set = [
      "_ENV<metatable>: string", "\"\"<metatable>: string", "article: userdata",
      "article<metatable>: string", "article.paragraphs: userdata",
      "article.paragraphs<metatable>: string",
    ]
    #expect(found.subtracting(locked).subtracting(listed) == [])
    let handles = ["_ENV.article", "_ENV.paragraph", "_ENV.list"]
    let walkable = listed.filter { line in
      !line.contains("<upvalue") && !line.contains("<metatable")
        && !handles.contains { line.hasPrefix($0) }
    }
    #expect(walkable.subtracting(found) == [])
  }
}
